// Optimal coalition structures by dynamic programming over all coalitions: f(S) = max { v(T) + f(S∖T) }. Pushed from each
// essential T (one that is worth more than any split of it) to all S ∋ T whose highest player T holds: half of 3^n steps
// at worst, eight neighbours at a time.
#pragma once

#include "casus/game/constructions.hpp"

#include <optional>
#include <vector>

namespace casus::game {

struct BestSplit {
    Partition blocks;
    double value = 0.0;
};

/// The best partition; needs as much memory again as the game. Nothing when every partition holds a coalition of −∞.
/// Whole worths are added exactly.
[[nodiscard]] std::optional<BestSplit> best_split(DenseGame const& game);

/// The `count` best partitions, the best first, fewer where there are fewer; keeps that many values per coalition. 3^n/2
/// looks, and what is kept besides.
[[nodiscard]] std::vector<BestSplit> best_splits(DenseGame const& game, std::size_t count);

/// Bytes that best_splits() takes beside the game.
[[nodiscard]] double best_splits_bytes(std::size_t players, std::size_t count);

} // namespace casus::game
