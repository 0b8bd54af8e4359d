// The leader's share of what the system is worth when members can work together along ties only (Myerson 1977): the
// graph has the leader's tie to every member of some allegiance, and the links. Two games on it:
//
//   link-additive  v(S) = Σ w over ties inside S: the leader's share is ½ Σ w_hi/Σ w, which Risks::dominance holds
//   brokered       v(S) = Σ over pairs of S, tied or not, of √(p_a p_b) (the leader's pairs times ĉ_i): whoever stands
//                  between two that have no tie of their own shares in what they do together
//
// with w_hi = ĉ_i √(p_h p_i), w_ab = s_ab √(p_a p_b).
#pragma once

#include "casus/dilemma/risks.hpp"

namespace casus::dilemma {

enum class SystemGame { LinkAdditive, Brokered };

/// Exact in 2^(members + 1) coalitions: beyond this many members nobody wants to wait.
inline constexpr std::size_t most_myerson_members = 10;

/// The leader's part of the Myerson value over v(everyone), in [0,1]; NaN where the system is worth nothing. `risks` are
/// those of `inputs`; at most most_myerson_members members.
[[nodiscard]] double myerson_share(SystemGame game, Inputs const& inputs, Risks const& risks);

} // namespace casus::dilemma
