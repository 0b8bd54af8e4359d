// All strategies under both stances of the rivals, over draws of figures and parameters: every draw gives all of them the
// same random numbers, so that what is uncertain in all alike falls out of gains and of who is on the frontier.
#pragma once

#include "casus/dilemma/conditions.hpp"
#include "casus/dilemma/strategy_score.hpp"
#include "casus/ensemble/spread.hpp"

#include <functional>
#include <span>
#include <vector>

namespace casus::dilemma {

/// Numbers of one strategy under one stance of the rivals, beside the gains against each rival.
enum class Scored { Weakest, Reliability, ReliabilityGain, Cost, CostGain, Dominance, Alignment, Frontier, Count };

/// Numbers of all strategies together under one stance of the rivals; the last three are 1 or 0: D > 0; no traditional
/// strategy is good; a linking one is (index.hpp).
enum class Whole { Index, Room, LinksRoom, Costly, Dilemma, LinkedOut, Count };

/// Where they stand in a row of draws.
class StrategyPlan {
public:
    StrategyPlan(std::size_t strategies, std::size_t rivals) : strategies_(strategies), rivals_(rivals) {}

    [[nodiscard]] std::size_t scored(Rivals stance, std::size_t strategy, Scored what) const {
        return start(stance) + strategy * width() + static_cast<std::size_t>(what);
    }
    [[nodiscard]] std::size_t gain(Rivals stance, std::size_t strategy, std::size_t rival) const {
        return scored(stance, strategy, Scored::Count) + rival;
    }
    /// Index is bounded (index.hpp); LinksRoom is what links add to the hypervolume.
    [[nodiscard]] std::size_t whole(Rivals stance, Whole what) const {
        return start(stance) + strategies_ * width() + static_cast<std::size_t>(what);
    }
    /// 1 where the rivals chose this answer to the strategy.
    [[nodiscard]] std::size_t answer(std::size_t strategy, Answer answer) const {
        return 2 * block() + strategy * all_answers.size() + static_cast<std::size_t>(answer);
    }
    [[nodiscard]] std::size_t count() const { return 2 * block() + strategies_ * all_answers.size(); }

    /// Allocates nothing.
    void write(StrategyOutcomes const& outcomes, std::span<double> row) const;

private:
    void write(Rivals stance, Standing const& standing, std::span<double> row) const;
    [[nodiscard]] std::size_t width() const { return static_cast<std::size_t>(Scored::Count) + rivals_; }
    [[nodiscard]] std::size_t block() const { return strategies_ * width() + static_cast<std::size_t>(Whole::Count); }
    [[nodiscard]] std::size_t start(Rivals stance) const { return stance == Rivals::Still ? 0 : block(); }

    std::size_t strategies_;
    std::size_t rivals_;
};

struct StrategiesSampled {
    World const& world;
    Reading reading; ///< at the central values
    std::vector<Strategy> strategies;
    StrategyOutcomes centre;
    StrategyPlan plan;
    ensemble::Spread spread; ///< over draws, per output of the plan
    std::size_t draws = 0;
    Conditions conditions;
    std::vector<double>
        brokered; ///< [strategy] leader's share in the brokered game (myerson_share.hpp); empty where members are many
};

/// Writes ĉ_i of every member in place of what read_inputs() has read; made once for a thread.
using WriteAllegiance = std::function<void(World const&, Parameters const&, std::span<double>)>;

/// The world must outlive the answer. `given`: links to be scored as a strategy of their own; errors as strategies_of().
/// `assessed` makes a writer of allegiance; empty: the case's figures and the rule.
[[nodiscard]] StrategiesSampled strategy_sampled(World const& world, Parameters const& parameters,
                                                 ensemble::Sampling const& sampling,
                                                 std::vector<PlannedLink> given = {},
                                                 std::function<WriteAllegiance()> const& assessed = {});

/// Strategies that no other one dominates by means over draws of weakest gain, reliability and cost, by growing strength.
[[nodiscard]] std::vector<std::size_t> frontier_of_means(StrategiesSampled const& sampled, Rivals stance);

} // namespace casus::dilemma
