// Optimal coalition structures: the partition whose blocks are worth most together, or the best few, under side
// constraints. Prices come first (structure_prices.hpp); a partition's value is Σp less the summed slack p(C) − v(C) of its
// blocks, so only coalitions of small slack matter, and a depth-first search among them ends it. Where too many matter, dynamic programming does (structure_program.hpp).
#pragma once

#include "casus/game/constructions.hpp"
#include "casus/game/semivalue.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace casus::game {

/// What a block must look like.
struct BlockRules {
    std::vector<std::pair<std::size_t, std::size_t>> apart; ///< never in one block
    std::vector<Coalition> together;                        ///< always in one block
    std::size_t least_size = 1;
    std::size_t most_size = 64;

    [[nodiscard]] bool allow(Coalition block) const;
    [[nodiscard]] bool allow_all() const;
};

struct Structure {
    Partition blocks; ///< by lowest player
    double value = 0.0;
};

struct StructureAnswer {
    std::vector<Structure> best; ///< by falling value, as many as asked for or as there are
    Allocation prices;           ///< p(C) ≥ v(C) for every allowed C; empty where none were needed (structure_prices)
    double bound = 0.0;          ///< Σp: no partition is worth more; 0 without prices
    std::size_t scans = 0;
    std::size_t candidates = 0; ///< coalitions searched
    bool by_dynamic_program = false;
};

/// The `count` best partitions; nothing when the rules allow none. Exact for whole worths up to 2^53; else none better by
/// more than structure_tolerance() is overlooked. For few players by dynamic programming outright. An Error when so many
/// partitions are nearly as good that ranking them would take too long.
[[nodiscard]] std::optional<StructureAnswer> optimal_structure(DenseGame const& game, std::size_t count = 1,
                                                               BlockRules const& rules = {}, std::size_t threads = 1);

/// What rounding leaves undecided between two partitions: nothing for whole worths, else 1e-12 of the largest worth.
[[nodiscard]] double structure_tolerance(DenseGame const& game);

/// Prices that cover every allowed coalition at least total cost, on a binary grid (structure_prices.hpp): the certificate.
[[nodiscard]] Allocation structure_prices(DenseGame const& game, BlockRules const& rules = {}, std::size_t threads = 1);

/// Nothing when no allowed partition is worth more than `claimed`, to structure_tolerance(); else what is wrong. Prices
/// and worths are compared in whole units of the prices' grid, without rounding. Where Σp is above the value, all
/// partitions of coalitions with little slack are gone through, by another search than the one that found the answer,
/// or, where they are too many, all splits of all coalitions (3^n steps).
[[nodiscard]] std::optional<Text> refute_structure(DenseGame const& game, Structure const& claimed,
                                                   Allocation const& prices, BlockRules const& rules = {});

/// The same for the best few: `claimed` by falling value, different from each other, and no other partition worth more
/// than the last of them.
[[nodiscard]] std::optional<Text> refute_ranking(DenseGame const& game, std::vector<Structure> const& claimed,
                                                 Allocation const& prices, BlockRules const& rules = {});

} // namespace casus::game
