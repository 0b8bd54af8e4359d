// The one pass over the worths of all coalitions that every semivalue comes from.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace casus::game {

struct WeightedSums {
    std::vector<double> containing; ///< Σ_{S∋i} a_{|S|} v(S) for every player i
    double all = 0.0;               ///< Σ_S b_{|S|} v(S)
};

/// `values` in bit order, 2^n of them; a and b hold n + 1 weights by size. Reads the array once; the result does not
/// depend on the number of threads.
[[nodiscard]] WeightedSums weighted_sums(std::span<double const> values, std::span<double const> a,
                                         std::span<double const> b, std::size_t threads);

} // namespace casus::game
