// Estimated GDP, population and surplus domestic product of COW states.
#include "casus/data/sources/citations.hpp"
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

Source sdp_gdp() {
    return {
        .dataset = "sdp-gdp",
        .title = {"Surplus domestic product, GDP and population, estimated", "国内剩余产值、国内生产总值和人口的估计"},
        .row = {"one state in one year", "一国的一个年份"},
        .columns = {required(and_others(cow("ccode"))), required(year("year")), required(column("wbgdp2011est")),
                    required(column("wbpopest")), required(column("sdpest")), required(column("wbgdppc2011est"))},
        .versions = {{.version = "2020", .first_year = 1800, .last_year = 2016}},
        .keys = {"ccode", "year"},
        .citation = std::string(R"(@article{anders2020bread,
  author = {Anders, Therese and Fariss, Christopher J. and Markowitz, Jonathan N.},
  title = {Bread Before Guns or Butter: Introducing Surplus Domestic Product ({SDP})},
  journal = {International Studies Quarterly},
  year = {2020},
  volume = {64},
  number = {2}
}
)") + miller_2022,
        .note = {"natural logarithms; GDP in 2011 dollars; years before a state's membership are among the rows",
                 "均为自然对数；GDP 按 2011 年美元；含国家加入体系以前的年份"}};
}

} // namespace casus::data::sources
