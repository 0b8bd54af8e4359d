// Ordered logistic regression: grades that stand in an order.
#pragma once

#include "casus/estimate/design.hpp"
#include "casus/estimate/fit.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace casus::estimate {

/// P(y ≤ j) = Λ(κ_j − Xβ − offset), κ rising (McCullagh 1980; MASS::polr, ordinal::clm). `y` numbers the grades from 0,
/// `grades` names them. A column of ones in the design is dropped, for the cut points stand for it. Terms: covariates, then
/// cut points "low|high". Errors by cluster are the sandwich times G/(G−1).
/// Errors: fewer than two grades, a grade without rows; separation; as of linear().
[[nodiscard]] Fit ordered(Design const& design, std::span<std::uint32_t const> y, std::span<std::string const> grades,
                          Options const& options = {});

} // namespace casus::estimate
