// Arms races between rivals: Gibler, Rider and Hutchison.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

Source arms_races() {
    return {.dataset = "arms-races",
            .title = {"Arms races (Gibler, Rider and Hutchison)", "军备竞赛（Gibler、Rider、Hutchison）"},
            .row = {"one arms race of a pair of states", "一对国家的一次军备竞赛"},
            .columns = {required(column("race_id")), required(cow("ccode1")), required(cow("ccode2")),
                        required(year("styear")), required(year("endyear"))},
            .versions = {{.version = "2005", .first_year = 1816, .last_year = 1993}},
            .keys = {"race_id"},
            .citation = R"(@article{gibler2005taking,
  author = {Gibler, Douglas M. and Rider, Toby J. and Hutchison, Marc L.},
  title = {Taking Arms Against a Sea of Troubles: Conventional Arms Races during Periods of Rivalry},
  journal = {Journal of Peace Research},
  year = {2005},
  volume = {42},
  number = {2},
  pages = {131--147}
}
)"};
}

} // namespace casus::data::sources
