// Regression with coefficients drawn to zero, for forecasts from many covariates and few events.
#pragma once

#include "casus/estimate/design.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace casus::estimate {

/// P(y = 1) = 1 − exp(−exp(Xβ)): the β that maximises log-likelihood − penalty/2 · Σ β² over the columns from `free` on
/// (Hoerl and Kennard 1970; le Cessie and van Houwelingen 1992), by scoring with halved steps. Penalised columns should be
/// on one scale; the first `free` ones must not be collinear. `penalty` > 0. Errors: the outcome does not vary.
[[nodiscard]] std::vector<double> ridge_cloglog(Design const& design, std::span<std::uint8_t const> y, std::size_t free,
                                                double penalty);

} // namespace casus::estimate
