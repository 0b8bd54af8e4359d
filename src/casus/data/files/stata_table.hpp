// A table as a .dta file of Stata 14 and later (format 118).
#pragma once

#include "casus/data/column.hpp"

#include "casus/base/file.hpp"

#include <string>
#include <vector>

namespace casus::data {

/// Writes all of it but does not finish the file; `name` is for messages. Whole numbers are as narrow as their values
/// allow (Stata keeps the upper ends of its types for missing values), words are str# or, beyond 2,045 bytes, strL.
/// Missing is Stata's system missing, and the empty word in text. Labels beyond 80 characters are cut. Errors: a column
/// name that Stata does not allow, a number beyond ±8.9e307.
void write_stata(FileWriter& file, std::string const& name, Table const& table, std::vector<std::string> const& labels);

} // namespace casus::data
