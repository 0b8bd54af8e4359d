// What sheets of every kind have in common: a header row that says which column is which, and rows as long as it.
#pragma once

#include "casus/base/csv.hpp"
#include "casus/world/case_file/toml_reader.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace casus::case_file {

class SheetGrid {
public:
    /// `columns` are those that a sheet may have, `optional` those of them that it may do without.
    SheetGrid(TomlReader& reader, std::vector<std::string> columns, std::vector<std::string> optional)
        : reader_(reader), columns_(std::move(columns)), optional_(std::move(optional)) {}

    /// Calls `read` for every row that is whole; rows of empty fields are passed over, any other is reported, and so is
    /// a header with a column that is unknown, missing or there twice: then no row is read. `file` is named in messages.
    void each_row(std::string_view content, std::string const& file, std::function<void(CsvRow const&)> const& read);

    /// A field without the blanks around it; empty, at the row's place, where the sheet has no such column.
    [[nodiscard]] Word cell(CsvRow const& row, std::string const& column) const;

    /// The number of a cell, `fallback` (with a problem) where it is empty or no number.
    [[nodiscard]] double number(Word const& word, Text const& expected, double fallback);

private:
    void read_rows(std::vector<CsvRow> const& rows, std::function<void(CsvRow const&)> const& read);
    [[nodiscard]] bool read_header(CsvRow const& header);
    [[nodiscard]] bool is_whole(CsvRow const& row);

    TomlReader& reader_;
    std::vector<std::string> columns_;
    std::vector<std::string> optional_;
    std::string file_;
    std::map<std::string, std::size_t> column_;
};

} // namespace casus::case_file
