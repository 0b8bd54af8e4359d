// Similarity of foreign policies as others have computed it: S of dyads, and means and minima within alliances.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

Source fpsim() {
    return {.dataset = "fpsim",
            .title = {"Similarity S of alliance portfolios (ATOP 5.1)", "联盟组合相似度 S（ATOP 5.1）"},
            .row = {"one pair of states in one year", "一对国家的一个年份"},
            .columns = {required(cow("ccode1")), required(cow("ccode2")), required(year("year")),
                        required(column("s_ally_valued_abs")), required(column("s_ally_valued_sq"))},
            .versions = {{.version = "2025-07", .first_year = 1816, .last_year = 2018}},
            .keys = {"ccode1", "ccode2", "year"},
            .citation = R"(@article{signorino1999tau,
  author = {Signorino, Curtis S. and Ritter, Jeffrey M.},
  title = {Tau-b or Not Tau-b: Measuring the Similarity of Foreign Policy Positions},
  journal = {International Studies Quarterly},
  year = {1999},
  volume = {43},
  number = {1},
  pages = {115--144}
}
@article{chiba2015careful,
  author = {Chiba, Daina and Johnson, Jesse C. and Leeds, Brett Ashley},
  title = {Careful Commitments: Democratic States and Alliance Design},
  journal = {Journal of Politics},
  year = {2015},
  volume = {77},
  number = {4},
  pages = {968--982}
}
)",
            .note = {"unweighted, self-ties counted; _abs from absolute, _sq from squared distances; rounded to six "
                     "decimals",
                     "未加权，计入自身联系；_abs 用绝对距离，_sq 用平方距离；保留六位小数"}};
}

Source fpsim_alliance() {
    return {.dataset = "fpsim-alliance",
            .title = {"Similarity within alliances: S, π, κ", "联盟内部的相似度：S、π、κ"},
            .row = {"one ATOP alliance in one year: mean and least similarity of two members",
                    "一个 ATOP 联盟的一个年份：成员间相似度的均值与最小值"},
            .columns = {required(column("atopid")), required(year("year")), required(column("mean.s.sc")),
                        required(column("low.s.sc")), required(column("mean.pi.sc")), required(column("low.pi.sc")),
                        required(column("mean.kap.sc")), required(column("low.kap.sc"))},
            .versions = {{.version = "2021", .first_year = 1815, .last_year = 2016}},
            .keys = {"atopid", "year"},
            .citation = R"(@article{hage2011choice,
  author = {H{\"a}ge, Frank M.},
  title = {Choice or Circumstance? Adjusting Measures of Foreign Policy Similarity for Chance Agreement},
  journal = {Political Analysis},
  year = {2011},
  volume = {19},
  number = {3},
  pages = {287--305}
}
)"};
}

} // namespace casus::data::sources
