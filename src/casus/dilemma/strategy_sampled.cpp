#include "casus/dilemma/strategy_sampled.hpp"

#include "casus/dilemma/index.hpp"
#include "casus/dilemma/myerson_share.hpp"

#include <algorithm>
#include <memory>

namespace casus::dilemma {

namespace {

/// What one thread needs to score draws.
struct StrategyWorker {
    StrategyWorker(World const& world, std::size_t strategies, WriteAllegiance a_writer)
        : reading(world), outcomes(reading.inputs, strategies), write_allegiance(std::move(a_writer)) {}
    Reading reading;
    StrategyOutcomes outcomes;
    WriteAllegiance write_allegiance;
};

std::vector<double> brokered_shares(StrategiesSampled& s, Moves const& moves) {
    std::vector<double> shares;
    if (s.reading.inputs.members > most_myerson_members) return shares;
    for (Strategy const& strategy : s.strategies) {
        s.centre.changed = s.reading.inputs;
        apply(strategy, s.reading.system, moves, s.centre.changed);
        assess(s.centre.changed, s.centre.risks);
        shares.push_back(myerson_share(SystemGame::Brokered, s.centre.changed, s.centre.risks));
    }
    return shares;
}

} // namespace

void StrategyPlan::write(Rivals stance, Standing const& standing, std::span<double> row) const {
    double const hold_cost = standing.outcomes.front().cost;
    for (std::size_t s = 0; s < strategies_; ++s) {
        Outcome const& outcome = standing.outcomes[s];
        auto const put = [&](Scored what, double value) { row[scored(stance, s, what)] = value; };
        put(Scored::Weakest, outcome.weakest);
        put(Scored::Reliability, outcome.reliability);
        put(Scored::ReliabilityGain, outcome.reliability_gain);
        put(Scored::Cost, outcome.cost);
        put(Scored::CostGain, outcome.cost - hold_cost);
        put(Scored::Dominance, outcome.dominance);
        put(Scored::Alignment, outcome.alignment);
        put(Scored::Frontier, outcome.on_frontier);
        for (std::size_t m = 0; m < rivals_; ++m) row[gain(stance, s, m)] = outcome.gain[m];
    }
    row[whole(stance, Whole::Index)] = bounded_index(standing.index);
    row[whole(stance, Whole::Room)] = standing.room;
    row[whole(stance, Whole::LinksRoom)] = standing.room - standing.room_without_links;
    row[whole(stance, Whole::Costly)] = standing.index > 0.0 ? 1.0 : 0.0;
    row[whole(stance, Whole::Dilemma)] = standing.dilemma ? 1.0 : 0.0;
    row[whole(stance, Whole::LinkedOut)] = standing.linked_out ? 1.0 : 0.0;
}

void StrategyPlan::write(StrategyOutcomes const& outcomes, std::span<double> row) const {
    write(Rivals::Still, outcomes.still, row);
    write(Rivals::Answering, outcomes.answered, row);
    for (std::size_t s = 0; s < strategies_; ++s)
        for (Answer const each : all_answers) row[answer(s, each)] = outcomes.answers[s] == each ? 1.0 : 0.0;
}

StrategiesSampled strategy_sampled(World const& world, Parameters const& parameters, ensemble::Sampling const& sampling,
                                   std::vector<PlannedLink> given, std::function<WriteAllegiance()> const& assessed) {
    auto const writer = [&] { return assessed ? assessed() : WriteAllegiance{}; };
    Reading reading(world);
    read_inputs(world, parameters, reading);
    if (WriteAllegiance const write = writer()) write(world, parameters, reading.inputs.allegiance);
    std::vector<Strategy> strategies = strategies_of(world, reading.system, reading.inputs, std::move(given));
    StrategyOutcomes centre(reading.inputs, strategies.size());
    score(strategies, reading.system, reading.inputs, moves_of(parameters), Rivals::Answering, centre);
    StrategyPlan const plan(strategies.size(), reading.inputs.rivals);
    ensemble::Spread spread = ensemble::sample(world, parameters, sampling, plan.count(), [&]() -> ensemble::Evaluate {
        auto mine = std::make_shared<StrategyWorker>(world, strategies.size(), writer());
        return [mine, &strategies, &plan](World const& drawn, Parameters const& of_draw, std::span<double> row) {
            read_inputs(drawn, of_draw, mine->reading);
            if (mine->write_allegiance) mine->write_allegiance(drawn, of_draw, mine->reading.inputs.allegiance);
            score(strategies, mine->reading.system, mine->reading.inputs, moves_of(of_draw), Rivals::Answering,
                  mine->outcomes);
            plan.write(mine->outcomes, row);
        };
    });
    Conditions conditions = conditions_of(reading.inputs);
    StrategiesSampled sampled{world, std::move(reading), std::move(strategies), std::move(centre),
                              plan,  std::move(spread),  sampling.draws,        std::move(conditions),
                              {}};
    sampled.brokered = brokered_shares(sampled, moves_of(parameters));
    return sampled;
}

std::vector<std::size_t> frontier_of_means(StrategiesSampled const& sampled, Rivals stance) {
    std::vector<Objectives> means;
    for (std::size_t s = 0; s < sampled.strategies.size(); ++s) {
        auto const mean = [&](Scored what) { return sampled.spread.mean[sampled.plan.scored(stance, s, what)]; };
        means.push_back({mean(Scored::Weakest), mean(Scored::ReliabilityGain), mean(Scored::CostGain)});
    }
    std::vector<char> on(means.size());
    mark_frontier(means, on);
    std::vector<std::size_t> frontier;
    for (std::size_t s = 0; s < means.size(); ++s)
        if (on[s]) frontier.push_back(s);
    std::ranges::stable_sort(frontier, {}, [&](std::size_t s) { return means[s].strength; });
    return frontier;
}

} // namespace casus::dilemma
