// From a world to its contest: the ledger without rewards, pressure and offers is the ground, and those are what the
// sides spend (docs/contest.md).
//
//   β_a  = e^{U°_a/τ} / Σ_b e^{U°_b/τ} ,  U° the utilities with reward, pressure and offers taken out
//   g_h  = β_h · max(credibility, q) / τ ,  q = Σ_r β_r / (1 − β_h): pressure where it does more than reward
//   g_r  = β_r · need / τ
//   v    = worth of the ally × weight of the issue for it, the same for all sides, summing to one
//
// To first order in spending this is the lens itself: β_a e^{e m/τ} ≈ β_a (1 + e m/τ).
#pragma once

#include "casus/alienation/buffers.hpp"
#include "casus/alienation/contest/contest.hpp"
#include "casus/world/parameters.hpp"
#include "casus/world/world.hpp"

#include <optional>
#include <vector>

namespace casus::contest {

/// What an actor that is courted counts for.
enum class Worth {
    Power, ///< its power
    Equal, ///< as much as any other
};

/// A side's budget: its own by `factor`, or `level` a stance.
struct BudgetChange {
    double factor = 1.0;
    std::optional<double> level{}; ///< mean per stance, in the unit of rewards and offers
};

struct Terms {
    Worth worth = Worth::Power;
    double keep = 0.0;
    std::vector<BudgetChange> budgets{}; ///< [side], or empty
    std::vector<double> today{};         ///< [side] what is spent today, or empty: what the world at hand says
};

/// What a case says that each side spends today: the leader's rewards and pressure, each challenger's offers, over all
/// stances. Draws keep it: the doubt of hundreds of judgements cancels in their sum, while cutting each draw off at zero
/// would raise it.
[[nodiscard]] std::vector<double> spent_today(World const& world);

/// A world's contest, with what the game itself need not know.
struct Ground {
    explicit Ground(World const& world);

    Contest contest;
    std::vector<double> share;              ///< [option][cell] at zero effort
    std::vector<double> weight;             ///< [cell] v: worth of the actor × weight of the issue, sums to one
    std::vector<unsigned char> by_pressure; ///< [cell] 1 where the leader's cheaper means is pressure
    std::vector<double> stated;             ///< [side] budget before any change
    double further = 0.0; ///< part of the leader's: rewards beyond today's that it is willing and able to pay
};

/// Overwrites `ground` from an evaluation of the world. Allocates nothing.
void lay_ground(World const& world, Parameters const& parameters, alienation::Buffers const& evaluated,
                Terms const& terms, Ground& ground);

/// Share of an option in a cell once all have spent.
[[nodiscard]] double share_of(Ground const& ground, Equilibrium const& at, std::size_t option, std::size_t cell);

/// The option that most lean to, at zero effort or once all have spent.
[[nodiscard]] std::size_t leading_at_ground(Ground const& ground, std::size_t options, std::size_t cell);
[[nodiscard]] std::size_t leading(Ground const& ground, Equilibrium const& at, std::size_t options, std::size_t cell);

} // namespace casus::contest
