// For tests: a store of invented rows and the ground that a family of terms is computed from.
#pragma once

#include "casus/data/panel/alliance_rows.hpp"
#include "casus/data/panel/walt/walt.hpp"
#include "casus/data/panel/written_store.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::data::testing_data {

/// Parts of a text between the marks.
[[nodiscard]] inline std::vector<std::string> split_at(std::string_view text, char mark) {
    std::vector<std::string> parts(1);
    for (char const c : text) {
        if (c == mark)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

/// Without the lines in whose column the first four characters are a year after `last`.
[[nodiscard]] inline std::string known_by(int last, std::string_view column, std::string_view lines) {
    std::vector<std::string> const all = split_at(lines, '\n');
    std::vector<std::string> const names = split_at(all.front(), ',');
    auto const place = static_cast<std::size_t>(std::ranges::find(names, column) - names.begin());
    std::string result = all.front();
    for (std::size_t line = 1; line < all.size(); ++line)
        if (!all[line].empty() && std::stoi(split_at(all[line], ',').at(place).substr(0, 4)) <= last)
            result += "\n" + all[line];
    return result;
}

/// A table from lines "a,b" and "1,word"; an empty cell is missing.
[[nodiscard]] inline Table table_of_lines(std::string_view lines) {
    std::vector<std::string> const all = split_at(lines, '\n');
    std::vector<ColumnBuilder> builders;
    for (std::string const& name : split_at(all.front(), ',')) builders.emplace_back(name);
    for (std::size_t line = 1; line < all.size(); ++line) {
        if (all[line].empty()) continue;
        std::vector<std::string> const cells = split_at(all[line], ',');
        for (std::size_t c = 0; c < builders.size(); ++c) {
            std::string const& cell = cells.at(c);
            double number = 0.0;
            auto const [end, fault] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
            if (cell.empty())
                builders[c].add_missing();
            else if (fault != std::errc() || end != cell.data() + cell.size())
                builders[c].add(std::string_view(cell));
            else if (number == std::floor(number))
                builders[c].add(static_cast<std::int64_t>(number));
            else
                builders[c].add(number);
        }
    }
    Table table;
    for (ColumnBuilder& builder : builders) table.columns.push_back(builder.finish());
    return table;
}

/// A store that `fill` has written, with the rows of its treaties. The file goes with it.
class InventedGround {
public:
    explicit InventedGround(std::function<void(Store&)> const& fill)
        : path_(written(fill)), store_(path_, Store::Access::Read), system_(store_, System::Cow),
          treaties_(read_treaties(store_, "atop")), rows_(alliance_rows(treaties_, treaties_.coverage)) {}
    ~InventedGround() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    InventedGround(InventedGround const&) = delete;
    InventedGround& operator=(InventedGround const&) = delete;

    [[nodiscard]] walt::Ground ground() const { return {&store_, &system_, &treaties_, rows_}; }
    [[nodiscard]] std::vector<AllianceYear> const& rows() const { return rows_; }

private:
    std::filesystem::path path_;
    Store store_;
    StateSystem system_;
    Treaties treaties_;
    std::vector<AllianceYear> rows_;

    static std::filesystem::path written(std::function<void(Store&)> const& fill) {
        static int count = 0;
        std::filesystem::path path =
            std::filesystem::temp_directory_path() /
            ("casus-invented-" + std::to_string(getpid()) + "-" + std::to_string(++count) + ".sqlite");
        Store writing(path, Store::Access::Write);
        fill(writing);
        return path;
    }
};

/// The cells of a term over the years of an alliance, "NA" where not known.
[[nodiscard]] inline std::vector<std::string> cells_of(InventedGround const& ground,
                                                       std::vector<walt::TermColumn> const& terms,
                                                       std::string_view name, int alliance) {
    std::vector<std::string> result;
    auto const term = std::ranges::find(terms, name, &walt::TermColumn::name);
    if (term == terms.end()) return result;
    for (std::size_t row = 0; row < ground.rows().size(); ++row) {
        if (ground.rows()[row].treaty->id != alliance) continue;
        if (!term->words.empty())
            result.push_back(term->words[row].empty() ? "NA" : term->words[row]);
        else
            result.push_back(std::isnan(term->values[row]) ? "NA" : fmt::format("{:.6g}", term->values[row]));
    }
    return result;
}

/// Rows of year t of terms computed from all that is ever known, against those from what was known by the end of t − 1:
/// the cells that differ. `fill` writes what is known by a year.
[[nodiscard]] inline std::vector<std::string> peeking(std::function<void(Store&, int)> const& fill,
                                                      std::vector<walt::TermColumn> (*terms)(walt::Ground const&),
                                                      int first_year, int last_year) {
    std::vector<std::string> differing;
    InventedGround const whole([&](Store& store) { fill(store, 9999); });
    std::vector<walt::TermColumn> const expected = terms(whole.ground());
    for (int year = first_year; year <= last_year; ++year) {
        InventedGround const then([&](Store& store) { fill(store, year - 1); });
        std::vector<walt::TermColumn> const found = terms(then.ground());
        for (std::size_t t = 0; t < expected.size(); ++t)
            for (std::size_t row = 0; row < whole.rows().size(); ++row) {
                double const a = expected[t].values[row];
                double const b = found[t].values[row];
                if (whole.rows()[row].year == year && a != b && !(std::isnan(a) && std::isnan(b)))
                    differing.push_back(fmt::format("{} {}: {} {}", expected[t].name, year, a, b));
            }
    }
    return differing;
}

} // namespace casus::data::testing_data
