// A table as a file that R, Stata and spreadsheets read: .csv, .csv.gz (RFC 4180, UTF-8, NA for missing) or .dta.
#pragma once

#include "casus/data/column.hpp"

#include <filesystem>
#include <string>

namespace casus::data {

/// Writes by rename, in the form that the name's ending asks for; another ending is an Error. `labels` go into .dta,
/// one per column or none. Reals are written so that they read back as the same number.
void write_table(std::filesystem::path const& path, Table const& table, std::vector<std::string> const& labels,
                 std::size_t threads);

} // namespace casus::data
