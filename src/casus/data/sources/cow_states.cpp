// Membership of the interstate system, by the Correlates of War project.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

namespace {

char const* const citation = R"(@misc{cow2017states,
  author = {{Correlates of War Project}},
  title = {State System Membership List, v2016},
  year = {2017},
  howpublished = {Online, https://correlatesofwar.org}
})";

Columns spell() {
    return required(Columns{cow_letters("stateabb"), cow("ccode"), year("styear"), column("stmonth"), column("stday"),
                            year("endyear"), column("endmonth"), column("endday")});
}

} // namespace

Source cow_states() {
    Source source;
    source.dataset = "cow-states";
    source.title = {"COW state system membership", "COW 国家体系成员"};
    source.row = {"one state's unbroken membership of the interstate system", "一国在国际体系中的一段连续成员期"};
    source.columns = together({spell(), {required(state_name("statenme")), column("version")}});
    source.versions = {{.version = "2016", .first_year = 1816, .last_year = 2016}};
    source.keys = {"ccode", "styear"};
    source.citation = citation;
    return source;
}

} // namespace casus::data::sources
