// International Crisis Behavior: crises, at the level of the system.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

Source icb() {
    return {.dataset = "icb",
            .title = {"International Crisis Behavior, crises", "国际危机行为（ICB），危机层次"},
            .row = {"one crisis", "一次危机"},
            .columns = {required(column("icb1")), required(column("crisno")), required(column("crisname")),
                        required(column("break")), required(column("trigent")), required(year("yrtrig")),
                        required(column("motrig")), required(column("datrig")), required(year("yrterm")),
                        required(column("moterm")), required(column("daterm")), required(column("gravcr")),
                        required(column("viol")), required(column("sevviosy")), required(column("noactr")),
                        number("momedst", {-99}), number("damedst", {-99}), number("damedend", {-99})},
            .versions = {{.version = "13", .first_year = 1918, .last_year = 2016}},
            .keys = {"crisno"},
            .citation = R"(@book{brecher2000study,
  author = {Brecher, Michael and Wilkenfeld, Jonathan},
  title = {A Study of Crisis},
  publisher = {University of Michigan Press},
  year = {2000}
}
@misc{icb13,
  author = {Brecher, Michael and Wilkenfeld, Jonathan and Beardsley, Kyle and James, Patrick and Quinn, David},
  title = {International Crisis Behavior Data, Version 13},
  howpublished = {International Crisis Behavior Project}
}
)",
            .note = {"days above 31 say early, middle or late in the month (codebook); one crisis has a number and a "
                     "name only",
                     "大于 31 的日表示月初、月中或月末（见编码手册）；有一次危机只有编号和名称"}};
}

} // namespace casus::data::sources
