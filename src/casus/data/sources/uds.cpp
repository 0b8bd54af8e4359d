// Unified Democracy Scores: one latent dimension behind ten measures of regime type.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

Source uds() {
    return {.dataset = "uds",
            .title = {"Unified Democracy Scores", "统一民主指数（UDS）"},
            .row = {"one country in one year", "一国的一个年份"},
            .columns = {required("country", {"uds_country"}), year(),
                        state_or_other(required("cowcode", {"uds_cowcode"}), StateCode::Cow), required("mean"),
                        required("sd"), required("median"), required("pct025"), required("pct975")},
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
