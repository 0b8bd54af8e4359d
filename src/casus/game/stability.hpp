// Would a partition hold? With side payments: the core of the partition (Aumann and Drèze 1974). Without: each block shares
// by a fixed rule, players like or dislike blocks (hedonic games, Bogomolnaia and Jackson 2002), and the question is who
// would move.
#pragma once

#include "casus/game/constructions.hpp"
#include "casus/game/core.hpp"

#include <functional>
#include <optional>

namespace casus::game {

struct PartitionCore {
    std::optional<Allocation> point; ///< x(B) = v(B) in every block, no excess above 1e-9 of the largest worth
    BalancingWeights proof;          ///< without a point: balanced weights that make more than Σ v(B)
};

/// Payments with x(B) = v(B) in every block and x(S) ≥ v(S) for all S, or the proof that there are none: some fractional
/// partition is worth more than this one. It is the core of the game in which everybody together makes Σ v(B), and is
/// decided as precisely.
[[nodiscard]] PartitionCore partition_core(DenseGame const& game, Partition const& partition, std::size_t threads = 1);

/// What player i has from being in `block` (which contains i), and below which difference two such numbers are taken for
/// equal.
struct Liking {
    std::function<double(std::size_t player, Coalition block)> of;
    double noise = 0.0;

    double operator()(std::size_t player, Coalition block) const { return of(player, block); }
};

/// v(B)/|B| to each; the Shapley value of the game inside the block. Both keep a reference to the game; differences of
/// 1e-12 of the largest worth are noise.
[[nodiscard]] Liking equal_shares(DenseGame const& game);
[[nodiscard]] Liking shapley_shares(DenseGame const& game);

/// A player who would leave its block for another one, or to be alone (∅).
struct Move {
    std::size_t player = 0;
    Coalition to = 0; ///< the block joined, without the player
    double gain = 0.0;
};

/// The move with the largest gain; nothing when the partition is Nash stable.
[[nodiscard]] std::optional<Move> nash_move(Partition const& partition, Liking const& liking);

/// The same among moves that nobody in the joined block loses by; nothing when it is individually stable.
[[nodiscard]] std::optional<Move> individual_move(Partition const& partition, Liking const& liking);

/// A coalition all of whose members prefer it to their blocks; nothing when the partition is in the hedonic core.
[[nodiscard]] std::optional<Coalition> blocking_coalition(std::size_t players, Partition const& partition,
                                                          Liking const& liking);

enum class Stability { Nash, Individual, Core };

/// Goes through all partitions (at most 12 players: 4,213,597 of them) for one that is stable; nothing when none is.
[[nodiscard]] std::optional<Partition> stable_partition(std::size_t players, Liking const& liking, Stability stability);

inline constexpr std::size_t most_players_for_stable_partition = 12;

} // namespace casus::game
