#include "estimate_verbs.hpp"

#include "casus/base/error.hpp"
#include "casus/data/files/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_map>

namespace casus::app {

namespace {

using estimate::Frame;
using estimate::Variable;

bool is_missing(std::string_view cell) { return cell.empty() || cell == "NA"; }

std::string_view trimmed(std::string_view cell) {
    while (!cell.empty() && (cell.front() == ' ' || cell.front() == '\t')) cell.remove_prefix(1);
    while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\t')) cell.remove_suffix(1);
    return cell;
}

std::optional<double> number_in(std::string_view cell) {
    if (cell.starts_with('+')) cell.remove_prefix(1);
    double value = 0.0;
    auto const [end, fault] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (fault != std::errc{} || end != cell.data() + cell.size()) return std::nullopt;
    return value;
}

/// Calls take(column among `places`, cell) for every row; returns the number of rows.
template <class Take>
std::size_t each_cell(data::Content const& content, std::vector<std::size_t> const& places, Take const& take) {
    auto const rows = data::open_rows(content);
    std::size_t count = 0;
    while (rows->next()) {
        if (rows->cells().size() != rows->header().size())
            throw Error(Problem{.place = rows->place(0),
                                .what = {"a row of another length than the header", "该行列数与表头不同"},
                                .found = fmt::format("{}", rows->cells().size()),
                                .expected = {fmt::format("{} cells", rows->header().size()),
                                             fmt::format("{} 列", rows->header().size())}});
        for (std::size_t v = 0; v < places.size(); ++v) take(v, trimmed(rows->cells()[places[v]]));
        ++count;
    }
    return count;
}

/// Reads again, as words, the columns that turned out to hold some.
void read_words(data::Content const& content, Frame& frame, std::vector<std::size_t> const& places,
                std::vector<bool> const& of_words) {
    std::vector<std::unordered_map<std::string, std::int32_t>> numbers(frame.variables.size());
    (void)each_cell(content, places, [&](std::size_t v, std::string_view cell) {
        if (!of_words[v]) return;
        Variable& variable = frame.variables[v];
        if (is_missing(cell)) {
            variable.words.push_back(-1);
            return;
        }
        auto const [found, fresh] =
            numbers[v].try_emplace(std::string(cell), static_cast<std::int32_t>(variable.dictionary.size()));
        if (fresh) variable.dictionary.emplace_back(cell);
        variable.words.push_back(found->second);
    });
}

} // namespace

estimate::Frame read_frame(std::string const& path, std::vector<std::string> const& columns) {
    data::Content const content = data::read_content(path);
    Frame frame{.name = content.name};
    frame.names = data::open_rows(content)->header();
    std::vector<std::size_t> places;
    for (std::size_t c = 0; c < frame.names.size(); ++c) {
        if (frame.names[c].empty() || std::ranges::find(columns, frame.names[c]) == columns.end()) continue;
        places.push_back(c);
        frame.variables.push_back({.name = frame.names[c]});
    }
    std::erase(frame.names, "");
    std::vector<bool> of_words(places.size(), false);
    frame.rows = each_cell(content, places, [&](std::size_t v, std::string_view cell) {
        if (of_words[v]) return;
        auto const value = is_missing(cell) ? std::optional<double>(estimate::none) : number_in(cell);
        if (value)
            frame.variables[v].numbers.push_back(*value);
        else
            of_words[v] = true;
    });
    for (std::size_t v = 0; v < places.size(); ++v)
        if (of_words[v]) frame.variables[v].numbers.clear();
    if (std::ranges::find(of_words, true) != of_words.end()) read_words(content, frame, places, of_words);
    return frame;
}

} // namespace casus::app
