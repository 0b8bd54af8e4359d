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

/// Nothing unless the game is quasi-balanced: m ≤ M and Σm ≤ v(N) ≤ ΣM.
[[nodiscard]] std::optional<TauValue> tau_value(DenseGame const& game);

} // namespace casus::game
