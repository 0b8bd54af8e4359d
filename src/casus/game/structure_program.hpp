// Optimal coalition structures by dynamic programming over all coalitions: f(S) = max { v(T) + f(S∖T) }. Pushed from each
// essential T (one that is worth more than any split of it) to all S ∋ T whose highest player T holds: half of 3^n steps
// at worst, eight neighbours at a time.
#pragma once

#include "casus/game/constructions.hpp"

#include <optional>

namespace casus::game {

struct BestSplit {
    Partition blocks;
    double value = 0.0;
};

/// The best partition; needs as much memory again as the game. Nothing when every partition holds a coalition of −∞.
[[nodiscard]] std::optional<BestSplit> best_split(DenseGame const& game);

} // namespace casus::game
