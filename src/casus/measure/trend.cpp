#include "casus/measure/trend.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <vector>

namespace casus::measure {

namespace {

/// 95 % quantile of Student's t, by its expansion in 1/degrees (Abramowitz and Stegun 26.7.5); within half a percent
/// from three degrees on.
double student_quantile(double degrees) {
    constexpr double z = 1.6448536269514722;
    constexpr double z2 = z * z;
    double const g1 = z * (z2 + 1) / 4;
    double const g2 = z * ((5 * z2 + 16) * z2 + 3) / 96;
    double const g3 = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    double const g4 = z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
    return z + (g1 + (g2 + (g3 + g4 / degrees) / degrees) / degrees) / degrees;
}

} // namespace

Trend trend_of(std::span<double const> x, std::span<double const> y) {
    assert(x.size() == y.size());
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    auto const n = static_cast<double>(x.size());
    if (x.size() < 3) return {nan, {nan, nan}};
    double mean_x = 0.0, mean_y = 0.0, xx = 0.0, xy = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        mean_x += x[i] / n;
        mean_y += y[i] / n;
    }
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - mean_x) * (x[i] - mean_x);
        xy += (x[i] - mean_x) * (y[i] - mean_y);
    }
    double const slope = xy / xx;
    double squares = 0.0, neighbours = 0.0, before = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        double const residual = y[i] - mean_y - slope * (x[i] - mean_x);
        squares += residual * residual;
        neighbours += i > 0 ? residual * before : 0.0;
        before = residual;
    }
    double const correlation = squares > 0 ? std::max(0.0, neighbours / squares) : 0.0;
    double const points = n * (1 - correlation) / (1 + correlation);
    if (points < 5) return {slope, {nan, nan}};
    double const reach = student_quantile(points - 2) * std::sqrt(squares / (points - 2) / xx);
    return {slope, {slope - reach, slope + reach}};
}

} // namespace casus::measure
