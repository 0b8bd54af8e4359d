#include "casus/data/sources/reshape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <type_traits>

namespace casus::data::sources {

namespace {

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

bool same_letters(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, {}, lower, lower); }

std::string_view trimmed(std::string_view word) {
    std::size_t const first = word.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return word.substr(first, word.find_last_not_of(" \t") - first + 1);
}

template <class T> std::optional<T> parsed(std::string_view word) {
    T number{};
    auto const [end, fault] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (word.empty() || fault != std::errc{} || end != word.data() + word.size()) return std::nullopt;
    return number;
}

/// "A" … "Z", "AA" … "ZZ" in any letter case.
bool is_lettered(std::string_view name, std::string_view prefix) {
    if (name.size() <= prefix.size() || name.size() > prefix.size() + 2) return false;
    if (!same_letters(name.substr(0, prefix.size()), prefix)) return false;
    return std::ranges::all_of(name.substr(prefix.size()),
                               [](char letter) { return lower(letter) >= 'a' && lower(letter) <= 'z'; });
}

/// The three numbers between two separators, 0 for what is no number ("xx"); nothing unless there are three.
std::optional<std::array<int, 3>> three_parts(std::string_view word, char separator) {
    std::array<int, 3> parts{};
    for (std::size_t part = 0; part < 3; ++part) {
        std::size_t const end = part < 2 ? word.find(separator) : word.size();
        if (end == std::string_view::npos) return std::nullopt;
        parts[part] = parsed<int>(word.substr(0, end)).value_or(0);
        word.remove_prefix(std::min(word.size(), end + 1));
    }
    return parts;
}

std::optional<Day> plausible(Day day) {
    if (day.year < 1300 || day.year > 2100 || day.month < 0 || day.month > 12 || day.day < 0 || day.day > 31)
        return std::nullopt;
    return day;
}

std::optional<Day> spreadsheet_day(int count) {
    namespace time = std::chrono;
    time::year_month_day const date{time::sys_days{time::year{1899} / time::December / 30} + time::days{count}};
    return plausible({static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                      static_cast<int>(static_cast<unsigned>(date.day()))});
}

} // namespace

Column const* column_named(Table const& table, std::string_view name) {
    for (Column const& column : table.columns)
        if (same_letters(column.name, name)) return &column;
    return nullptr;
}

Column picked(Column const& column, std::span<std::uint32_t const> rows) {
    auto const pick = [rows](auto const& from) {
        std::remove_cvref_t<decltype(from)> to(rows.size());
        std::ranges::transform(rows, to.begin(), [&](std::uint32_t row) { return from[row]; });
        return to;
    };
    return {column.name, std::visit(
                             [&](auto const& held) -> Cells {
                                 if constexpr (std::is_same_v<std::decay_t<decltype(held)>, Words>)
                                     return Words{pick(held.numbers), held.dictionary};
                                 else
                                     return pick(held);
                             },
                             column.cells)};
}

std::string word_in(Column const& column, std::size_t row) {
    if (column.is_missing(row)) return {};
    if (column.is_text()) return std::string(trimmed(column.word(row)));
    return fmt::format("{}", column.number(row));
}

double number_in(Column const& column, std::size_t row) {
    if (!column.is_text()) return column.number(row);
    double const number = parsed<double>(trimmed(column.word(row))).value_or(missing<double>);
    return std::isfinite(number) ? number : missing<double>;
}

void add_number(ColumnBuilder& builder, double number) {
    if (std::isnan(number))
        builder.add_missing();
    else if (number == std::floor(number) && std::fabs(number) < 2147483648.0)
        builder.add(static_cast<std::int64_t>(number));
    else
        builder.add(number);
}

std::optional<int> year_named(std::string_view name) {
    std::optional<int> const year = parsed<int>(name);
    return year && *year >= 1300 && *year <= 2100 ? year : std::nullopt;
}

Table years_to_rows(Table const& wide, std::string value) {
    std::vector<std::pair<int, Column const*>> years;
    std::vector<Column const*> others;
    for (Column const& column : wide.columns) {
        if (std::optional<int> const year = year_named(column.name))
            years.emplace_back(*year, &column);
        else
            others.push_back(&column);
    }
    RowNumbers rows;
    ColumnBuilder year_cells("year");
    ColumnBuilder value_cells(std::move(value));
    for (std::uint32_t row = 0; row < wide.rows(); ++row) {
        for (auto const& [year, column] : years) {
            double const number = number_in(*column, row);
            if (std::isnan(number)) continue;
            rows.push_back(row);
            year_cells.add(std::int64_t{year});
            add_number(value_cells, number);
        }
    }
    Table tall;
    for (Column const* other : others) tall.columns.push_back(picked(*other, rows));
    tall.columns.push_back(year_cells.finish());
    tall.columns.push_back(value_cells.finish());
    return tall;
}

std::optional<Day> day_of(std::string_view word) {
    word = trimmed(word);
    if (auto const parts = three_parts(word, '-')) return plausible({(*parts)[0], (*parts)[1], (*parts)[2]});
    if (auto const parts = three_parts(word, '.')) return plausible({(*parts)[2], (*parts)[1], (*parts)[0]});
    if (auto const parts = three_parts(word, '/')) return plausible({(*parts)[2], (*parts)[0], (*parts)[1]});
    // 20000 … 60000 are days of 1954 to 2064: a year or a code is never that large.
    if (auto const count = parsed<int>(word); count && *count >= 20000 && *count <= 60000)
        return spreadsheet_day(*count);
    return std::nullopt;
}

std::vector<Member> lettered_members(Table const& wide, std::string_view prefix) {
    std::vector<Column const*> columns;
    for (Column const& column : wide.columns)
        if (is_lettered(column.name, prefix)) columns.push_back(&column);
    std::vector<Member> members;
    for (std::uint32_t row = 0; row < wide.rows(); ++row) {
        for (Column const* column : columns) {
            std::string name = word_in(*column, row);
            if (!name.empty() && name != "-9") members.push_back({row, std::move(name)});
        }
    }
    return members;
}

} // namespace casus::data::sources
