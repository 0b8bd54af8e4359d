// Tests of hypotheses: a statistic, its degrees of freedom and how often chance exceeds it.
#pragma once

#include <cstddef>

namespace casus::estimate {

struct ChiSquare {
    double statistic = 0.0;
    std::size_t degrees = 0;
    double p = 1.0;
};

[[nodiscard]] ChiSquare chi_square(double statistic, std::size_t degrees);

/// Such that a standard normal lies within ±z with this probability; 1.96 for 0.95.
[[nodiscard]] double normal_band(double level);

} // namespace casus::estimate
