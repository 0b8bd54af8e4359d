// The core and its relatives (Gillies 1959; Shapley and Shubik 1966; Davis and Maschler 1965).
#pragma once

#include "casus/game/kohlberg.hpp"
#include "casus/game/nucleolus.hpp"

#include <optional>

namespace casus::game {

struct CoreAnswer {
    bool empty = false;
    double least_epsilon = 0.0; ///< the least ε for which the strong ε-core is not empty; at most 0: the core is not
    Allocation point;           ///< of the least core; in the core unless that is empty
    BalancingWeights proof;     ///< balanced weights: of the least ε, and of the core's being empty where it is
    std::size_t scans = 0;
};

/// Emptiness is decided in exact fractions wherever the least ε is within rounding of 0; up to 16 players the linear
/// program is then solved in fractions too.
[[nodiscard]] CoreAnswer core(DenseGame const& game, std::size_t threads = 1);

/// The least core: its ε and one of its points, the multipliers in its one stage. Up to 16 players in fractions where a
/// decimal point leaves a coalition more than ε.
[[nodiscard]] Nucleolus least_core(DenseGame const& game, std::size_t threads = 1);

/// What keeps a payment out of the strong ε-core: the coalition with the largest excess above ε.
struct Objection {
    Coalition coalition = 0; ///< everyone, when the payments do not add up to v(N)
    double excess = 0.0;     ///< v(S) − x(S); for everyone the amount by which the payments miss v(N)
};

/// Nothing when x is in the strong ε-core; core membership for ε = 0. Rounding of 1e-9 of the largest worth is forgiven.
[[nodiscard]] std::optional<Objection> objection(DenseGame const& game, Allocation const& x, double epsilon = 0.0,
                                                 std::size_t threads = 1);

/// s_ij = max { v(S) − x(S) : i ∈ S, j ∉ S }, row-major; −∞ on the diagonal. n/2 · 2^n operations.
[[nodiscard]] std::vector<double> maximum_surplus(DenseGame const& game, Allocation const& x);

/// Two players of whom `strong` outweighs `weak`, who has something to lose.
struct Imbalance {
    std::size_t strong = 0;
    std::size_t weak = 0;
    double surplus = 0.0; ///< s_strong,weak − s_weak,strong > 0
};

/// Nothing when x lies in the kernel of the grand coalition: for all i, j: s_ij ≤ s_ji or x_j = v(j). With
/// `prekernel`, whatever x_j. x is to be an imputation (for the prekernel, to add up to v(N)).
[[nodiscard]] std::optional<Imbalance> kernel_imbalance(DenseGame const& game, Allocation const& x,
                                                        bool prekernel = false);

} // namespace casus::game
