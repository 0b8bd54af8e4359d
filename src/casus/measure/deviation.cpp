#include "casus/measure/deviation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace casus::measure {

double Distances::mean() const { return (0.5 * counts[1] + counts[2]) / votes(); }

Interval interval_of(Distances const& distances) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double z = 1.6448536269514722; // 95 % quantile of the normal
    double const n = distances.votes();
    if (n == 0) return {nan, nan};
    double const half = (distances.counts[1] + 0.5) / (n + 1.5);
    double const whole = (distances.counts[2] + 0.5) / (n + 1.5);
    double const mu = 0.5 * half + whole;
    double const variance = 0.25 * half + whole - mu * mu;
    double const effective = n * mu * (1 - mu) / variance;
    double const mean = distances.mean();
    double const shrink = 1 + z * z / effective;
    double const middle = (mean + z * z / (2 * effective)) / shrink;
    double const reach = z / shrink * std::sqrt(mean * (1 - mean) / effective + z * z / (4 * effective * effective));
    // At the ends the two halves cancel but for rounding.
    return {mean == 0.0 ? 0.0 : std::max(0.0, middle - reach), mean == 1.0 ? 1.0 : std::min(1.0, middle + reach)};
}

} // namespace casus::measure
