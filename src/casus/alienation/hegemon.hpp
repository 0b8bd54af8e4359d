// The hegemon's own ledger (table 2 of the paper): maintain, remould or weaken the alliance.
//
// Per average ally and summed over issues, F_k the mean following weighted by membership:
//   maintain = Σ [ν_k + (1−ν_k)] G_k F_k − alliance cost − Σ governance_k
//   remould  = Σ [ν'_k + (1−ν'_k)] G_k F'_k − alliance cost − Σ governance_k − balancing − rewards,
//              ν' repairs part of the erosion, F' with a further reward ρ = min(φ·need to balance, capacity) on every cell
//   weaken   = Σ (1−ν_k) G_k F_k − Σ (1−ν_k) G_k (F_k − F°_k),   F° with credibility down by credibility_loss
// Need to balance is the challengers' share of the power of leader and challengers (the paper's 平衡权力: it fears for its
// superiority, not for its territory).
// In each, the part with ν is rent and the part with 1−ν spills over. Table 2 names what spills over for weakening alone;
// what is "still enjoyed" afterwards was enjoyed before, so all three count it, and remoulding bears the governance cost
// that maintaining bears. See docs/alienation.md.
// Balancing is what allies that follow bring to it (Quantity::Balancing), matched one to one: a case
// gives the hegemon no figure of its own.
// A reward moves one utility by a known amount, so F' and F° follow from F without evaluating the cells again.
#pragma once

#include "casus/alienation/buffers.hpp"
#include "casus/world/parameters.hpp"

namespace casus::alienation {

/// Fills buffers.hegemon. Stances must stand.
void weigh_hegemon(World const& world, Parameters const& parameters, Buffers& buffers);

} // namespace casus::alienation
