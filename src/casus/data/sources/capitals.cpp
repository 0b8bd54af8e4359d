// Capital cities and where they lie, from which distances between capitals follow.
#include "casus/data/sources/citations.hpp"
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

namespace {

Source capitals_of(std::string dataset, Text title, SourceColumn const& state) {
    return {.dataset = std::move(dataset),
            .title = std::move(title),
            .row = {"one capital of a state between two days", "一国的一个首都及其起止日期"},
            .columns = {required(state), column("statenme"), required(column("capital")), required(column("stdate")),
                        required(column("enddate")), required(column("lat")), required(column("lng"))},
            .versions = {{.version = "2024", .first_year = 1816, .last_year = 2024}},
            .keys = {state.name, "stdate"},
            .citation = miller_2022};
}

} // namespace

Source capitals() { return capitals_of("capitals", {"Capitals of COW states", "COW 国家的首都"}, cow("ccode")); }

Source gw_capitals() {
    Source source = capitals_of("gw-capitals", {"Capitals of Gleditsch–Ward states", "Gleditsch–Ward 国家的首都"},
                                and_others(gleditsch_ward("gwcode")));
    source.note = {"679 stands for Yemen since 1990, whose Gleditsch–Ward number is 678",
                   "679 指 1990 年以后的也门，其 Gleditsch–Ward 编号为 678"};
    return source;
}

} // namespace casus::data::sources
