// Gleditsch and Ward's independent states, in the three forms in which people keep the list.
#include "casus/data/sources/citations.hpp"
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/reshape.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

namespace {

/// A day in three columns, as the COW list has it: styear, stmonth, stday.
void split_day(Table& table, std::string const& name, std::string const& stem) {
    Column const& days = table[name];
    ColumnBuilder years(stem + "year");
    ColumnBuilder months(stem + "month");
    ColumnBuilder numbers(stem + "day");
    for (std::size_t row = 0; row < days.rows(); ++row) {
        std::optional<Day> const day = day_of(word_in(days, row));
        add_number(years, day ? day->year : missing<double>);
        add_number(months, day ? day->month : missing<double>);
        add_number(numbers, day ? day->day : missing<double>);
    }
    for (ColumnBuilder* built : {&years, &months, &numbers}) table.columns.push_back(built->finish());
    std::erase_if(table.columns, [&](Column const& column) { return column.name == name; });
}

Table with_split_days(Table&& read) {
    split_day(read, "start", "st");
    split_day(read, "end", "end");
    return std::move(read);
}

} // namespace

Source gw_states() {
    return {
        .dataset = "gw-states",
        .title = {"Gleditsch–Ward independent states", "Gleditsch–Ward 独立国家"},
        .row = {"one spell of a state's independence", "一国的一段独立时期"},
        .columns = {required(gleditsch_ward("gwcode", {"cow nr."})), required(column("gw_abb", {"gwabrev", "cow id"})),
                    required(column("name", {"gw_name", "gwname", "name of state"})),
                    required(column("start", {"gw_start"})), required(column("end", {"gw_end"})), column("microstate"),
                    column("gwname_clean"), column("nation_wikidata_id"), column("polity_name")},
        .versions = {{.version = "2020", .first_year = 1816, .last_year = 2020, .has = {"gw_name", "start"}},
                     {.version = "2017", .first_year = 1816, .last_year = 2017, .has = {"cow nr."}},
                     {.version = "2012", .first_year = 1816, .last_year = 2012, .has = {"gwabrev", "gw_start"}}},
        .keys = {"gwcode", "styear", "stmonth", "stday"},
        .citation = gleditsch_ward_1999,
        .note = {"a state that goes on ends on the last day that the list covers; 2017 leaves out microstates, and "
                 "its column Cow Nr. holds Gleditsch–Ward numbers",
                 "仍存在的国家止于名单覆盖的最后一天；2017 版不含微型国家，其 Cow Nr. 列实为 Gleditsch–Ward 编号"},
        .keeps_others = false,
        .reshape = with_split_days};
}

} // namespace casus::data::sources
