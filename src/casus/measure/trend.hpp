// A straight line through a yearly series whose years resemble their neighbours.
#pragma once

#include "casus/base/result.hpp"

#include <span>

namespace casus::measure {

struct Trend {
    double slope = 0.0; ///< least squares, per unit of x; NaN with fewer than three points
    Interval interval;  ///< 90 %; NaN where fewer than five independent points are left
};

/// The interval counts n(1 − ρ)/(1 + ρ) independent points, ρ being the lag-one autocorrelation of the residuals where
/// it is positive (Santer et al. 2000), with Student's t. x ascending, as long as y, all finite.
[[nodiscard]] Trend trend_of(std::span<double const> x, std::span<double const> y);

} // namespace casus::measure
