#include "casus/replicate/sheet_rows.hpp"

#include "casus/base/csv.hpp"
#include "casus/base/file.hpp"
#include "casus/world/case_file/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::replicate {

namespace {

void check_header(CsvRow const& header, std::string const& file, std::vector<std::string> const& columns) {
    std::vector<Problem> problems;
    for (CsvField const& field : header)
        if (std::ranges::find(columns, field.text) == columns.end())
            problems.push_back({{file, field.line, field.column},
                                {"unknown column", "未知的列"},
                                field.text,
                                {},
                                nearest(field.text, columns)});
    for (std::string const& column : columns)
        if (std::ranges::count(header, column, &CsvField::text) != 1)
            problems.push_back(
                {{file, 1, 0},
                 {fmt::format("column '{}' must be there once", column), fmt::format("列“{}”应有且仅有一个", column)},
                 {},
                 {},
                 {}});
    if (!problems.empty()) throw Error(std::move(problems));
}

} // namespace

std::vector<SheetRow> read_rows(std::filesystem::path const& path, std::vector<std::string> const& columns) {
    std::string const file = path.string();
    std::vector<CsvRow> const rows = read_csv(read_file(path), file);
    if (rows.empty()) throw Error(Problem{{file, 0, 0}, {"empty sheet", "空表格"}, {}, {"a header row", "标题行"}, {}});
    check_header(rows.front(), file, columns);
    std::vector<SheetRow> read;
    for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
        if (row->size() != columns.size())
            throw Error(Problem{{file, row->front().line, 0},
                                {"wrong number of fields", "字段数目不对"},
                                std::to_string(row->size()),
                                {fmt::format("{}, as in the header", columns.size()),
                                 fmt::format("{} 个，与标题行一致", columns.size())},
                                {}});
        SheetRow cells;
        for (std::size_t n = 0; n < row->size(); ++n)
            cells[rows.front()[n].text] = {(*row)[n].text, {file, (*row)[n].line, (*row)[n].column}};
        read.push_back(std::move(cells));
    }
    return read;
}

double number_in(SheetCell const& cell) {
    if (auto const number = case_file::plain_number(cell.text)) return *number;
    throw Error(Problem{cell.place, {"not a number", "不是数字"}, cell.text, {"a number", "数字"}, {}});
}

} // namespace casus::replicate
