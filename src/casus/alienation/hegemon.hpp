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
#include "casus/base/text.hpp"
#include "casus/world/parameters.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace casus::alienation {

/// Fills buffers.hegemon. Stances must stand.
void weigh_hegemon(World const& world, Parameters const& parameters, Buffers& buffers);

inline constexpr std::size_t strategies = 3; ///< 0 maintain, 1 remould, 2 weaken

/// What a strategy yields.
[[nodiscard]] double net_of(HegemonLedger const& ledger, std::size_t strategy);

/// The strategy that yields most; of equals the first.
[[nodiscard]] std::size_t best_strategy(HegemonLedger const& ledger);

/// How far a strategy leads the better of the other two; negative where it does not lead.
[[nodiscard]] double margin_of(HegemonLedger const& ledger, std::size_t strategy);

/// One line of table 2: the lines of a strategy, each with its sign, add up to what it yields.
struct HegemonLine {
    std::size_t strategy;
    std::string_view key;
    Text name;
    Text how;
    double sign;
    double HegemonLedger::*amount;
};

/// Strategy after strategy, benefits before costs.
[[nodiscard]] std::span<HegemonLine const> hegemon_lines();

} // namespace casus::alienation
