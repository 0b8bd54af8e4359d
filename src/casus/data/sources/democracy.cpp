// Three measures of democracy side by side for COW states: extended Unified Democracy Scores, Polity, V-Dem.
#include "casus/data/sources/citations.hpp"
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

Source democracy() {
    return {.dataset = "democracy",
            .title = {"Democracy of COW states: extended UDS, Polity, V-Dem",
                      "COW 国家的民主程度：扩展 UDS、Polity、V-Dem"},
            .row = {"one state in one year", "一国的一个年份"},
            .columns = {required(cow("ccode")), required(year("year")), required(column("euds")),
                        required(column("aeuds")), required(column("polity2")), required(column("v2x_polyarchy"))},
            .versions = {{.version = "2026-06", .first_year = 1816, .last_year = 2025}},
            .keys = {"ccode", "year"},
            .citation = std::string(R"(@misc{marquez2016quick,
  author = {M{\'a}rquez, Xavier},
  title = {A Quick Method for Extending the {Unified Democracy Scores}},
  howpublished = {SSRN},
  year = {2016}
}
@article{pemstein2010democratic,
  author = {Pemstein, Daniel and Meserve, Stephen A. and Melton, James},
  title = {Democratic Compromise: A Latent Variable Analysis of Ten Measures of Regime Type},
  journal = {Political Analysis},
  year = {2010},
  volume = {18},
  number = {4},
  pages = {426--449}
}
)") + miller_2022,
            .note = {"euds and aeuds are extended Unified Democracy Scores, aeuds moved so that 0 is the usual "
                     "threshold of democracy",
                     "euds、aeuds 为扩展 UDS，aeuds 平移使 0 为通常的民主门槛"}};
}

} // namespace casus::data::sources
