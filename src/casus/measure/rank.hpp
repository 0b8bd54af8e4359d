// Ranks and rank correlation.
#pragma once

#include <span>
#include <vector>

namespace casus::measure {

/// Rank of each value, 1 for the greatest; ties share the mean of their ranks.
[[nodiscard]] std::vector<double> ranks(std::span<double const> values);

/// Kendall's τ_b of two equally long lists; NaN when either is constant.
[[nodiscard]] double kendall_tau_b(std::span<double const> a, std::span<double const> b);

} // namespace casus::measure
