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

Source cow_system() {
    Source source;
    source.dataset = "cow-system";
    source.title = {"COW states by year", "COW 逐年国家"};
    source.row = {"one state in one year of its membership", "一国在其成员期内的一年"};
    source.columns = {required(cow_letters("stateabb")), required(cow("ccode")), required(year("year")),
                      column("version")};
    source.versions = {{.version = "2016", .first_year = 1816, .last_year = 2016}};
    source.keys = {"ccode", "year"};
    source.citation = citation;
    source.only_these = true;
    return source;
}

Source cow_majors() {
    Source source;
    source.dataset = "cow-majors";
    source.title = {"COW major powers", "COW 大国"};
    source.row = {"one state's unbroken time as a major power", "一国作为大国的一段连续时期"};
    source.columns = together({spell(), {column("version")}});
    source.versions = {{.version = "2016", .first_year = 1816, .last_year = 2016}};
    source.keys = {"ccode", "styear"};
    source.citation = citation;
    source.only_these = true;
    return source;
}

Source cow_codes() {
    Source source;
    source.dataset = "cow-codes";
    source.title = {"COW country codes", "COW 国家代码"};
    source.row = {"one state with its number and letters", "一国及其数字代码与字母代码"};
    source.columns = required(Columns{cow_letters("stateabb"), cow("ccode"), state_name("statenme")});
    source.versions = {{.version = "undated"}};
    source.keys = {"ccode"};
    source.citation = citation;
    source.note = {"the published list names states that left the system and came back twice",
                   "已发布的列表将退出后重新加入体系的国家列出两次"};
    source.only_these = true;
    return source;
}

} // namespace casus::data::sources
