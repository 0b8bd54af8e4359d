// The two functions that all formulas share (docs/alienation.md).
#pragma once

#include <algorithm>
#include <cmath>
#include <span>

namespace casus {

/// Λ(x) = 1/(1+e^{−x}).
[[nodiscard]] inline double logistic(double x) { return 1.0 / (1.0 + std::exp(-x)); }

[[nodiscard]] inline double clip01(double x) { return std::clamp(x, 0.0, 1.0); }

/// ⊕(x, y) = 1 − (1−x)(1−y), arguments clipped to [0,1] first.
[[nodiscard]] inline double either(double x, double y) { return 1.0 - (1.0 - clip01(x)) * (1.0 - clip01(y)); }

/// ⊕(x_1 … x_n); 0 for none.
[[nodiscard]] inline double any_of(std::span<double const> xs) {
    double none = 1.0;
    for (double const x : xs) none *= 1.0 - clip01(x);
    return 1.0 - none;
}

} // namespace casus
