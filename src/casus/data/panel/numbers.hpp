// Columns of an import that must hold numbers, as a file that somebody edited may not.
#pragma once

#include "casus/data/column.hpp"

#include <string_view>

namespace casus::data {

/// The cells of a column of `table`. Errors: it holds words, or (for whole_in) numbers that are not whole.
[[nodiscard]] Values<std::int32_t> whole_in(Table const& table, std::string_view column, std::string_view dataset);
[[nodiscard]] Values<double> real_in(Table const& table, std::string_view column, std::string_view dataset);

} // namespace casus::data
