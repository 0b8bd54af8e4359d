// Linear regression by least squares, with errors by cluster.
#pragma once

#include "casus/estimate/design.hpp"
#include "casus/estimate/fit.hpp"

namespace casus::estimate {

/// y = Xβ + ε. The design has its own column of ones where an intercept is wanted. Errors by cluster are CR1 (Stata's
/// and sandwich's default for lm: G/(G−1) · (n−1)/(n−k)). Collinear columns are dropped, last first, and noted.
[[nodiscard]] Fit linear(Design const& design, std::span<double const> y, Options const& options = {});

} // namespace casus::estimate
