// SIPRI military expenditure: a row for each state and year, whatever shape and unit the file has.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/reshape.hpp"
#include "casus/data/sources/sources.hpp"

#include <algorithm>

namespace casus::data::sources {

namespace {

void scale(Table& table, std::string_view name, double factor) {
    for (Column& column : table.columns) {
        if (column.name != name) continue;
        ColumnBuilder scaled(column.name);
        for (std::size_t row = 0; row < column.rows(); ++row) add_number(scaled, number_in(column, row) * factor);
        column = scaled.finish();
    }
}

/// Million dollars and fractions of GDP, a row for each year.
Table in_common_units(Table&& read) {
    if (std::ranges::any_of(read.columns, [](Column const& column) { return year_named(column.name).has_value(); }))
        return years_to_rows(read, "current_usd_million");
    if (column_named(read, "constant_usd_million") != nullptr) {
        scale(read, "constant_usd_million", 1e-6);
        scale(read, "share_gdp", 1e-2);
    }
    return std::move(read);
}

} // namespace

Source sipri_milex() {
    return {
        .dataset = "sipri-milex",
        .title = {"SIPRI military expenditure", "SIPRI 军费"},
        .row = {"one state in one year", "一国的一个年份"},
        .columns = {required(and_others(state_name("country", {"entity"}))), year("year"), column("iso3c"),
                    column("current_usd_million"), column("constant_usd_million", {"military_expenditure"}),
                    column("share_gdp", {"share_of_gdp", "military_expenditure_share_gdp"}),
                    column("usd_per_capita", {"military_expenditure_per_capita"}), column("notes")},
        .versions =
            {{.version = "2023",
              .first_year = 2018,
              .last_year = 2023,
              .has = {"year", "iso3c", "current_usd_million", "share_of_gdp"}},
             {.version = "2020",
              .first_year = 1949,
              .last_year = 2020,
              .has = {"year", "military_expenditure", "military_expenditure_share_gdp"}},
             {.version = "2018", .first_year = 1949, .last_year = 2018, .has = {"1949", "2018"}, .lacks = {"2019"}}},
        .keys = {"country", "year"},
        .citation = R"(@misc{siprimilex,
  author = {{Stockholm International Peace Research Institute}},
  title = {{SIPRI} Military Expenditure Database},
  howpublished = {Stockholm: SIPRI}
}
)",
        .note = {"versions are named by their last year; 2018 (wide sheet) has million current dollars, 2020 million "
                 "dollars at constant 2019 prices, 2023 million current dollars; share_gdp is a fraction; an "
                 "empty cell is no data, not zero",
                 "版本以末年命名：2018（宽表）为百万现价美元，2020 为百万美元（2019 年不变价），2023 "
                 "为百万现价美元；share_gdp 为小数；空格为无数据，不是零"},
        .reshape = in_common_units};
}

} // namespace casus::data::sources
