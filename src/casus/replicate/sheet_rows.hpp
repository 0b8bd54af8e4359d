// The sheets beside the paper's cases: CSV with a header row, whose columns are all required, in any order.
#pragma once

#include "casus/base/error.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace casus::replicate {

struct SheetCell {
    std::string text;
    Place place;
};

/// Column name to cell.
using SheetRow = std::map<std::string, SheetCell>;

/// Every row of the file. An Error names a file that is not there, a column that is missing or not among `columns`, and a
/// row of another length.
[[nodiscard]] std::vector<SheetRow> read_rows(std::filesystem::path const& path,
                                              std::vector<std::string> const& columns);

/// The number in a cell. An Error names a cell with anything else.
[[nodiscard]] double number_in(SheetCell const& cell);

} // namespace casus::replicate
