// Unified Democracy Scores: one latent dimension behind ten measures of regime type.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

Source uds() {
    return {.dataset = "uds",
            .title = {"Unified Democracy Scores", "统一民主指数（UDS）"},
            .row = {"one country in one year", "一国的一个年份"},
            .columns = {required(column("country", {"uds_country"})), required(year("year")),
                        required(and_others(cow("cowcode", {"uds_cowcode"}))), required(column("mean")),
                        required(column("sd")), required(column("median")), required(column("pct025")),
                        required(column("pct975"))},
            .versions = {{.version = "2014", .first_year = 1946, .last_year = 2012}},
            .keys = {"cowcode", "year"},
            .citation = R"(@article{pemstein2010democratic,
  author = {Pemstein, Daniel and Meserve, Stephen A. and Melton, James},
  title = {Democratic Compromise: A Latent Variable Analysis of Ten Measures of Regime Type},
  journal = {Political Analysis},
  year = {2010},
  volume = {18},
  number = {4},
  pages = {426--449}
}
)"};
}

} // namespace casus::data::sources
