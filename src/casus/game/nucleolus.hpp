// Nucleolus and prenucleolus (Schmeidler 1969) by sequential linear programs (Kopelowitz 1967; Maschler, Peleg, Shapley
// 1979): make the largest excess least, settle the coalitions that must then stand at it, go on with the rest. Rows are
// generated: a program holds few coalitions, and one scan of all finds those that it lacks.
#pragma once

#include "casus/game/dense_game.hpp"
#include "casus/game/semivalue.hpp"

#include <optional>
#include <vector>

namespace casus::game {

struct WeightedCoalition {
    Coalition coalition = 0;
    double weight = 0.0;
};

/// Coalitions settled together at one excess; the multipliers prove that it cannot be lower (see kohlberg.hpp).
struct NucleolusStage {
    double excess = 0.0;
    std::vector<WeightedCoalition> coalitions;
    std::vector<WeightedCoalition> at_bound; ///< single players held at x_i = v(i); empty for the prenucleolus
};

struct Nucleolus {
    Allocation point;
    std::vector<NucleolusStage> stages; ///< by falling excess, until everyone's payment is settled
    std::size_t scans = 0;              ///< of all 2^n coalitions
    std::size_t programs = 0;           ///< linear programs solved
};

[[nodiscard]] Nucleolus prenucleolus(DenseGame const& game, std::size_t threads = 1);

/// Over the imputations, x_i ≥ v(i); nothing when there are none: Σ v(i) > v(N).
[[nodiscard]] std::optional<Nucleolus> nucleolus(DenseGame const& game, std::size_t threads = 1);

/// The first stage alone: the least core's ε and one of its points.
[[nodiscard]] Nucleolus least_core_stage(DenseGame const& game, std::size_t threads = 1);

} // namespace casus::game
