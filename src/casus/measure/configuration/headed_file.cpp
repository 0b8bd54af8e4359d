#include "casus/measure/configuration/headed_file.hpp"

#include "casus/base/file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace casus::configuration {

namespace {

constexpr std::size_t most_problems = 20;

void trim(std::string& cell) {
    auto const blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!cell.empty() && blank(cell.back())) cell.pop_back();
    cell.erase(0, static_cast<std::size_t>(std::ranges::find_if_not(cell, blank) - cell.begin()));
}

} // namespace

std::size_t HeadedFile::column(std::string const& name) const {
    std::vector<std::string> heads;
    for (std::size_t c = 0; c < header.size(); ++c) {
        if (header[c].text == name) return c;
        heads.push_back(header[c].text);
    }
    throw Error(Problem{.place = {path, header.front().line, 1},
                        .what = {"no column of that name", "没有这一列"},
                        .found = name,
                        .expected = {fmt::format("one of {}", fmt::join(heads, ", ")),
                                     fmt::format("下列之一：{}", fmt::join(heads, "、"))},
                        .nearest = nearest(name, heads)});
}

HeadedFile read_headed(std::string const& path) {
    HeadedFile file{.path = path, .header = {}, .rows = read_csv(read_file(path), path)};
    if (file.rows.empty())
        throw Error(Problem{.place = {path},
                            .what = {"the file is empty", "文件为空"},
                            .found = {},
                            .expected = {"a row of column names", "一行列名"}});
    for (CsvRow& row : file.rows)
        for (CsvField& field : row) trim(field.text);
    file.header = std::move(file.rows.front());
    file.rows.erase(file.rows.begin());
    for (CsvRow const& row : file.rows)
        if (row.size() != file.header.size())
            throw Error(Problem{
                .place = file.place(row.front()),
                .what = {"a row of another length than the header", "该行列数与表头不同"},
                .found = std::to_string(row.size()),
                .expected = {fmt::format("{} cells", file.header.size()), fmt::format("{} 列", file.header.size())}});
    return file;
}

std::optional<double> finite_number(std::string_view text) {
    if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
    double value = 0.0;
    auto const [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::optional<std::size_t> actor_named(HeadedFile const& file, CsvField const& field,
                                       std::vector<std::string> const& actors, std::vector<Problem>& problems) {
    auto const at = std::ranges::find(actors, field.text);
    if (at != actors.end()) return static_cast<std::size_t>(at - actors.begin());
    problems.push_back({.place = file.place(field),
                        .what = {"unknown actor", "未知行为体"},
                        .found = field.text,
                        .expected = {"an actor of the file of sizes", "规模文件中的行为体"},
                        .nearest = nearest(field.text, actors)});
    return std::nullopt;
}

void throw_if_any(std::vector<Problem> problems) {
    if (problems.empty()) return;
    problems.resize(std::min(problems.size(), most_problems));
    throw Error(std::move(problems));
}

} // namespace casus::configuration
