// Tijs's (1981) τ-value: the compromise between what a player can hope for at most, M_i = v(N) − v(N∖i), and what it can
// claim at least, m_i = max_{S∋i} [v(S) − Σ_{j∈S∖i} M_j].
#pragma once

#include "casus/game/semivalue.hpp"

#include <optional>

namespace casus::game {

struct TauValue {
    Allocation utopia;  ///< M
    Allocation minimal; ///< m
    Allocation value;   ///< m + α (M − m) with Σ = v(N)
};

/// Nothing unless the game is quasi-balanced, m ≤ M and Σm ≤ v(N) ≤ ΣM, to tau_tolerance().
[[nodiscard]] std::optional<TauValue> tau_value(DenseGame const& game);

/// What is forgiven: nothing for whole worths, else rounding (0.1 + 0.2 against 0.3).
[[nodiscard]] double tau_tolerance(DenseGame const& game);

} // namespace casus::game
