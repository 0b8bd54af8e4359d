// Optimal coalition structures: the partition whose blocks are worth most together, or the best few, under side
// constraints. Prices come first (the linear relaxation's dual, rows from one scan of all coalitions); a partition's value
// is Σp less the summed slack p(C) − v(C) of its blocks, so only coalitions of small slack matter, and a depth-first search
// among them ends it. Where too many matter, dynamic programming does (structure_program.hpp).
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
    Allocation prices;           ///< p(C) ≥ v(C) for every allowed C, on a binary grid: exact (see refute_structure)
    double bound = 0.0;          ///< Σp: no partition is worth more
    std::size_t scans = 0;
    std::size_t candidates = 0; ///< coalitions searched
    bool by_dynamic_program = false;
};

/// The `count` best partitions; nothing when the rules allow none.
[[nodiscard]] std::optional<StructureAnswer> optimal_structure(DenseGame const& game, std::size_t count = 1,
                                                               BlockRules const& rules = {}, std::size_t threads = 1);

/// Nothing when the prices prove that no allowed partition is worth more than `claimed`; else what is wrong. Exact: prices
/// lie on a binary grid, so that sums of them carry no rounding, and worths are rounded against the claim. Where Σp is
/// above the value, all partitions of coalitions with little slack are gone through, by another search than the one that
/// found the answer, or, where they are too many, all splits of all coalitions (3^n steps). A better partition counts when it is better by more than 1e-9 of the largest worth.
[[nodiscard]] std::optional<Text> refute_structure(DenseGame const& game, Structure const& claimed,
                                                   Allocation const& prices, BlockRules const& rules = {});

} // namespace casus::game
