// What an expression of a formula is in each row.
#pragma once

#include "casus/estimate/formula.hpp"
#include "casus/estimate/frame.hpp"

#include <vector>

namespace casus::estimate {

/// Errors with the place in the formula: words where numbers are needed; no finite number in a row.
[[nodiscard]] std::vector<double> evaluate_expression(Expression const& expression, Formula const& formula,
                                                      Frame const& frame, std::vector<std::size_t> const& rows);

} // namespace casus::estimate
