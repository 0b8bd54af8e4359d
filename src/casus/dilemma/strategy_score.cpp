#include "casus/dilemma/strategy_score.hpp"

#include "casus/dilemma/index.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace casus::dilemma {

namespace {

void keep_outcome(Risks const& risks, Outcome& outcome) {
    std::ranges::copy(risks.strength, outcome.strength.begin());
    outcome.reliability = risks.system_reliability;
    outcome.cost = risks.cost;
    outcome.dominance = risks.dominance;
    outcome.alignment = risks.alignment;
}

void compare_with_hold(std::span<Strategy const> strategies, StrategyOutcomes& out, Standing& standing) {
    Outcome const& hold = standing.outcomes.front();
    for (std::size_t s = 0; s < strategies.size(); ++s) {
        Outcome& outcome = standing.outcomes[s];
        outcome.weakest = std::numeric_limits<double>::infinity();
        for (std::size_t m = 0; m < outcome.strength.size(); ++m) {
            outcome.gain[m] = outcome.strength[m] - hold.strength[m];
            outcome.weakest = std::min(outcome.weakest, outcome.gain[m]);
        }
        outcome.reliability_gain = outcome.reliability - hold.reliability;
        out.objectives[s] = {outcome.weakest, outcome.reliability, outcome.cost};
    }
    mark_frontier(out.objectives, out.on_frontier);
    for (std::size_t s = 0; s < strategies.size(); ++s) standing.outcomes[s].on_frontier = out.on_frontier[s];
    summarise(strategies, out.gains, standing);
}

double total_strength(std::span<double const> strength) {
    return std::accumulate(strength.begin(), strength.end(), 0.0);
}

/// Tries the answers on the strategy's inputs, whose unanswered risks stand in out.risks.
void answer_best(Strategy const& strategy, std::size_t s, System const& system, Inputs const& inputs,
                 Moves const& moves, StrategyOutcomes& out) {
    out.answers[s] = Answer::None;
    keep_outcome(out.risks, out.answered.outcomes[s]);
    for (Answer const answer : {Answer::Align, Answer::Wedge}) {
        out.changed = inputs;
        apply(strategy, system, moves, out.changed);
        give(answer, moves, out.risks, out.changed, out.lent);
        assess(out.changed, out.answered_risks);
        if (total_strength(out.answered_risks.strength) >= total_strength(out.answered.outcomes[s].strength)) continue;
        keep_outcome(out.answered_risks, out.answered.outcomes[s]);
        out.answered.outcomes[s].alignment = out.risks.alignment; // as close as the strategy brought them
        out.answers[s] = answer;
    }
}

} // namespace

StrategyOutcomes::StrategyOutcomes(Inputs const& inputs, std::size_t strategies)
    : answers(strategies, Answer::None), changed(inputs), risks(inputs), answered_risks(inputs), lent(inputs.rivals),
      objectives(strategies), on_frontier(strategies, 0), gains(strategies) {
    Outcome blank;
    blank.strength.assign(inputs.rivals, 0.0);
    blank.gain.assign(inputs.rivals, 0.0);
    still.outcomes.assign(strategies, blank);
    answered.outcomes.assign(strategies, blank);
}

void score(std::span<Strategy const> strategies, System const& system, Inputs const& inputs, Moves const& moves,
           Rivals rivals, StrategyOutcomes& out) {
    for (std::size_t s = 0; s < strategies.size(); ++s) {
        out.changed = inputs;
        apply(strategies[s], system, moves, out.changed);
        assess(out.changed, out.risks);
        keep_outcome(out.risks, out.still.outcomes[s]);
        if (rivals == Rivals::Answering) answer_best(strategies[s], s, system, inputs, moves, out);
    }
    compare_with_hold(strategies, out, out.still);
    if (rivals == Rivals::Answering) compare_with_hold(strategies, out, out.answered);
}

} // namespace casus::dilemma
