// Defence cooperation agreements between two states.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

Source dcad() {
    return {
        .dataset = "dcad",
        .title = {"Defense Cooperation Agreement Dataset", "防务合作协定数据"},
        .row = {"one bilateral agreement", "一项双边协定"},
        .columns = {required(column("dcaid")),
                    required(cow("ccode1")),
                    required(cow("ccode2")),
                    column("cowname1"),
                    column("cowname2"),
                    column("signday"),
                    column("signmonth"),
                    required(year("signyear")),
                    column("eifday"),
                    column("eifmonth"),
                    column("eifyear"),
                    required(column("type")),
                    required(column("category1")),
                    column("category2"),
                    column("category3"),
                    column("span"),
                    column("renewtype"),
                    column("renewyears"),
                    column("terminated"),
                    column("durationactual"),
                    column("endyearestimate"),
                    column("asymmetry")},
        .versions = {{.version = "1.0", .first_year = 1980, .last_year = 2010}},
        .keys = {"dcaid"},
        .citation = R"(@article{kinne2020defense,
  author = {Kinne, Brandon J.},
  title = {The Defense Cooperation Agreement Dataset ({DCAD})},
  journal = {Journal of Conflict Resolution},
  year = {2020},
  volume = {64},
  number = {4},
  pages = {729--755}
}
)",
        .note = {"negative codes carry meaning by column (renewal, indefinite, indeterminate, unclear) and are kept",
                 "负数代码各列含义不同（续约、无限期、不确定、不清），予以保留"}};
}

} // namespace casus::data::sources
