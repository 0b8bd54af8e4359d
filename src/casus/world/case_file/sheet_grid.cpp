#include "casus/world/case_file/sheet_grid.hpp"

#include "casus/base/encoding.hpp"
#include "casus/world/case_file/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::case_file {

namespace {

std::string trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

} // namespace

bool SheetGrid::read_header(CsvRow const& header) {
    bool fine = true;
    if (header.size() == 1 && header[0].text.find_first_of(";\t") != std::string::npos) {
        reader_.report({{file_, header[0].line, header[0].column},
                        {"columns are not separated by commas", "各列不是用逗号分隔"},
                        header[0].text,
                        {"a sheet saved as \"CSV UTF-8 (comma delimited)\"", "另存为“CSV UTF-8（逗号分隔）”的表格"},
                        {}});
        return false;
    }
    for (std::size_t n = 0; n < header.size(); ++n) {
        std::string const name = trimmed(header[n].text);
        Place const place{file_, header[n].line, header[n].column};
        if (std::ranges::find(columns_, name) == columns_.end()) {
            reader_.report(unknown(place, {"unknown column", "未知的列"}, name, columns_));
            fine = false;
        } else if (!column_.emplace(name, n).second) {
            reader_.report({place, {"column given twice", "列重复"}, name, {}, {}});
            fine = false;
        }
    }
    for (std::string const& name : columns_) {
        bool const optional = std::ranges::find(optional_, name) != optional_.end();
        if (optional || column_.contains(name)) continue;
        reader_.report({{file_, header[0].line, 0},
                        {fmt::format("missing column '{}'", name), fmt::format("缺少列“{}”", name)},
                        {},
                        {},
                        {}});
        fine = false;
    }
    return fine;
}

Word SheetGrid::cell(CsvRow const& row, std::string const& column) const {
    auto const at = column_.find(column);
    if (at == column_.end()) return {{}, {file_, row[0].line, row[0].column}};
    CsvField const& field = row[at->second];
    return {trimmed(field.text), {file_, field.line, field.column}};
}

bool SheetGrid::is_whole(CsvRow const& row) {
    if (row.size() != column_.size()) {
        reader_.report(
            {{file_, row[0].line, 0},
             {"wrong number of fields", "字段数目不对"},
             std::to_string(row.size()),
             {fmt::format("{}, as in the header", column_.size()), fmt::format("{} 个，与标题行一致", column_.size())},
             {}});
        return false;
    }
    for (CsvField const& field : row) {
        if (is_utf8(field.text)) continue;
        reader_.report({{file_, field.line, field.column},
                        {"text is not UTF-8", "文字不是 UTF-8 编码"},
                        {},
                        {"a sheet saved as \"CSV UTF-8 (comma delimited)\"", "另存为“CSV UTF-8（逗号分隔）”的表格"},
                        {}});
        return false;
    }
    return true;
}

double SheetGrid::number(Word const& word, Text const& expected, double fallback) {
    if (auto const value = plain_number(word.text)) return *value;
    if (word.text.empty())
        reader_.report({word.place, {"missing value", "缺少数值"}, {}, expected, {}});
    else
        reader_.report({word.place, {"not a number", "不是数字"}, word.text, expected, {}});
    return fallback;
}

void SheetGrid::read_rows(std::vector<CsvRow> const& rows, std::function<void(CsvRow const&)> const& read) {
    if (rows.empty()) {
        reader_.report({{file_, 0, 0}, {"empty sheet", "空表格"}, {}, {"a header row", "标题行"}, {}});
        return;
    }
    if (!read_header(rows.front())) return;
    for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
        // Spreadsheets write rows of nothing but commas below the last one in use.
        bool const blank = std::ranges::all_of(*row, [](CsvField const& f) { return trimmed(f.text).empty(); });
        if (!blank && is_whole(*row)) read(*row);
    }
}

void SheetGrid::each_row(std::string_view content, std::string const& file,
                         std::function<void(CsvRow const&)> const& read) {
    file_ = file;
    try {
        read_rows(read_csv(content, file), read);
    } catch (Error const& error) {
        for (Problem const& problem : error.problems()) reader_.report(problem);
    }
}

} // namespace casus::case_file
