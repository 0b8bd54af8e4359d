// What sources with wide files share: years and members that stand in column names become rows; days that stand as
// words become numbers.
#pragma once

#include "casus/data/column.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace casus::data::sources {

using RowNumbers = std::vector<std::uint32_t>;

/// The column of a name in any letter case; nothing where there is none.
[[nodiscard]] Column const* column_named(Table const& table, std::string_view name);

/// The cells of these rows, in that order, as often as they are named.
[[nodiscard]] Column picked(Column const& column, std::span<std::uint32_t const> rows);

/// A cell without the space around it; empty where it is missing. Of a column of numbers: as they print.
[[nodiscard]] std::string word_in(Column const& column, std::size_t row);

/// A cell as a number, also where the column is text; NaN where it is missing or no number.
[[nodiscard]] double number_in(Column const& column, std::size_t row);

/// Adds a number, whole where it is whole; NaN is missing.
void add_number(ColumnBuilder& builder, double number);

/// The year that a column is named by ("1949"); nothing for other names.
[[nodiscard]] std::optional<int> year_named(std::string_view name);

/// Columns named by years become rows with "year" and `value`; the others are repeated. Empty cells make no row.
[[nodiscard]] Table years_to_rows(Table const& wide, std::string value);

/// A day; month and day are 0 where they are not known.
struct Day {
    int year = 0;
    int month = 0;
    int day = 0;
};

/// "2017-12-31", "31.12.2017", "12/31/2017", "11/xx/1974", or a spreadsheet's count of days since 30 December 1899;
/// nothing for anything else.
[[nodiscard]] std::optional<Day> day_of(std::string_view word);

/// One who takes part: in which row of the wide table, and the name in the cell.
struct Member {
    std::uint32_t row;
    std::string name;
};

/// Members named in columns `prefix` + A … Z, AA …; "-9" and empty cells are nobody. Row by row.
[[nodiscard]] std::vector<Member> lettered_members(Table const& wide, std::string_view prefix);

} // namespace casus::data::sources
