// Stata's .dta as rows of text.
#pragma once

#include "casus/data/files/rows.hpp"

#include <memory>
#include <string_view>

namespace casus::data {

/// Whether bytes begin as a .dta file of any version does (104 to 119).
[[nodiscard]] bool is_stata(std::string_view bytes);

/// Rows of a .dta file: numbers in the fewest digits that name them (floats as floats), whole ones without a point,
/// codes rather than their labels, dates as the numbers that they are, and every kind of missing as an empty cell.
/// Errors: damaged or cut off, a version that nobody knows, no columns.
[[nodiscard]] std::unique_ptr<Rows> open_stata_rows(Content const& content);

} // namespace casus::data
