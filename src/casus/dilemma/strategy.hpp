// What the leader can do with its alliance system, as changes of the columns that the risks read (theory of the dilemma;
// Wei Bing 2025, 联盟体系困境; docs/dilemma-strategies.md):
//
//   hold               nothing changes
//   reinforce all      c_i ← c_i + r(1 − c_i) for every member                                   r reinforcement
//   reinforce branch b the same for b's members; c_i ← c_i(1 − n) for the others                 n neglect
//   link lynchpins     s_ab ← max(s_ab, l) for every two lynchpins of different branches         l link_level
//   link all           s_ab ← max(s_ab, l) for every member and the lynchpin of each branch that it shares none with
//   given links        s_ab ← max(s_ab, level) for the links given
//   divide rivals at m g_{m→·}, g_{·→m} fall by the factor 1 − a, and T_{m→·}, T_{h→m} with them; c_i ← c_i(1 − d) for
//                      whom m threatens most                                       a accommodation, d division
//   divide labour at m the leader turns to m alone: c_i ← c_i + r(1 − c_i) for whom m threatens most; the others carry
//                      theirs: c_i ← c_i(1 − d), 1 − a_i ← (1 − a_i)(1 − d), ĉ_i ← ĉ_i(1 − d)
//   balance alone      the leader balances all, c_i ← c_i + r(1 − c_i), while branch b helps politically and
//                      economically only, as far as its trade allows: ĉ_i ← ĉ_i(1 − max_m x_im) in b
//
// A branch's lynchpin is its member with the greatest ĉ_i p_i (willing and able), the first of equals. Where threats
// change, T' = min(1, 2Λ(ln[T/(2 − T)] + α4 ln(1 − a))): a threat beyond the reference counts as at the reference [choice].
#pragma once

#include "casus/dilemma/inputs.hpp"

#include <span>
#include <string>
#include <vector>

namespace casus::dilemma {

enum class StrategyKind {
    Hold,
    ReinforceAll,
    ReinforceBranch,
    LinkLynchpins,
    LinkAll,
    LinkGiven,
    DivideRivals,
    DivideLabour,
    BalanceAlone
};

/// A link between two members at a level in [0,1]; a level of NaN stands for link_level.
struct PlannedLink {
    std::size_t a = 0;
    std::size_t b = 0;
    double level = 0.0;
};

struct Strategy {
    StrategyKind kind = StrategyKind::Hold;
    std::size_t subject = 0; ///< a branch or a rival, where the kind has one
    std::string key;         ///< "reinforce:NATO": for machines
    Text name;
    std::vector<PlannedLink> links{};

    /// Reinforcing all or one branch: what the paper calls the traditional strategies.
    [[nodiscard]] bool traditional() const {
        return kind == StrategyKind::ReinforceAll || kind == StrategyKind::ReinforceBranch;
    }
    [[nodiscard]] bool linking() const { return !links.empty(); }
};

/// Sizes of moves, from the parameters of the same names.
struct Moves {
    double reinforcement, neglect, accommodation, division, wedge, link_level;
};

[[nodiscard]] Moves moves_of(Parameters const& parameters);

/// One per branch, a position in System::members.
[[nodiscard]] std::vector<std::size_t> lynchpins(System const& system, Inputs const& inputs);

/// All strategies that the system has: hold first; one branch alone is not reinforced apart, one rival not divided; links
/// need two branches. `given` adds the strategy of these links where it is not empty; an Error where one of them joins
/// a member to itself or to a member of a branch of its own.
[[nodiscard]] std::vector<Strategy> strategies_of(World const& world, System const& system, Inputs const& inputs,
                                                  std::vector<PlannedLink> given = {});

/// Changes the inputs as the strategy does. Allocates nothing.
void apply(Strategy const& strategy, System const& system, Moves const& moves, Inputs& inputs);

/// Which rival threatens the member most, the first of equals.
[[nodiscard]] std::size_t main_threat(Inputs const& inputs, std::size_t member);

/// dep_i = Σ_m T_{m→i} p_m δ_mi / (p_i + the same), anew after threats or powers have changed.
void renew_dependence(Inputs& inputs);

} // namespace casus::dilemma
