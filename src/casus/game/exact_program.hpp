// The linear program of the core family in exact fractions, for games whose excesses lie so close together that decimals
// cannot tell them apart. It is solved from the side of the weights,
//
//   max Σ λ_S v(S) + Σ μ_i v(i) + Σ c_F s_F   subject to  Σ λ_S 1_S + Σ μ_i 1_i + Σ c_F 1_F = 0,  Σ λ_S = 1,  λ, μ ≥ 0,
//
// by the revised simplex method with one scan of all coalitions per step for the column to enter; the multipliers of the
// equations are −x and ε. Each step costs 2^n whole-number additions: for up to 16 players.
#pragma once

#include "casus/game/coalition_space.hpp"
#include "casus/game/nucleolus.hpp"
#include "casus/game/rational.hpp"

#include <optional>
#include <vector>

namespace casus::game {

/// Nucleolus (with `individually_rational`) or prenucleolus in exact fractions: the stages, whose multipliers are rounded
/// to doubles only at the end. Up to `most_stages` of them; the point is that of the last. Nothing when the steps run out.
[[nodiscard]] std::optional<Nucleolus> exact_nucleolus(DenseGame const& game, bool individually_rational,
                                                       std::size_t most_stages);

inline constexpr std::size_t most_players_for_exact_program = 16;

} // namespace casus::game
