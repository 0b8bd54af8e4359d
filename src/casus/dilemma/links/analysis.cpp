#include "casus/dilemma/links/analysis.hpp"

#include "casus/base/probability.hpp"
#include "casus/dilemma/risks.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace casus::dilemma {

namespace {

std::vector<LinkWorth> worth_of_links(LinkProblem const& problem, LinkLevels const& best, LinkObjective objective) {
    LinkLevels const none(problem.candidates.size(), 0);
    double const without = value_of(problem, none, objective);
    auto const full = static_cast<std::uint8_t>(problem.levels);
    std::vector<LinkWorth> worth;
    for (std::size_t k = 0; k < problem.candidates.size(); ++k) {
        LinkLevels alone = none;
        LinkLevels with = best;
        LinkLevels less = best;
        alone[k] = with[k] = full;
        less[k] = 0;
        worth.push_back({value_of(problem, alone, objective) - without,
                         value_of(problem, with, objective) - value_of(problem, less, objective), 0.0});
    }
    return worth;
}

void enumerate_all(LinkAnalysis& analysis, std::size_t threads) {
    Enumeration all = enumerate_links(analysis.problem, {.best = 5, .frontier = true, .threads = threads});
    analysis.sets = all.sets;
    analysis.allowed = all.allowed;
    analysis.frontier = std::move(all.frontier);
    auto const& best = analysis.objective == LinkObjective::Reliability ? all.most_reliable : all.strongest;
    for (LinkPoint const& point : best)
        analysis.best.push_back(assessed_set(analysis.problem, levels_of(analysis.problem, point.code)));
}

} // namespace

double LinkSet::weakest() const { return *std::min_element(strength.begin(), strength.end()); }

double LinkSet::value(LinkObjective objective) const {
    return objective == LinkObjective::Reliability ? reliability : weakest();
}

double LinkAnalysis::best_known() const {
    double const shown = best.front().value(objective);
    return search ? std::max(shown, search->value) : shown;
}

bool enumerable(LinkProblem const& problem) {
    return problem.inputs.rivals <= most_enumerated_rivals && number_of_sets(problem) <= most_sets_for_all;
}

LinkSet assessed_set(LinkProblem const& problem, LinkLevels levels) {
    Inputs const inputs = problem.with(levels);
    Risks risks(inputs);
    assess(inputs, risks);
    double const cost = problem.cost_of(levels);
    return {std::move(levels), cost, risks.system_reliability, risks.strength};
}

std::vector<Lynchpin> lynchpins_of(LinkProblem const& problem, LinkSet const& best, LinkObjective objective) {
    Inputs const inputs = problem.with(best.levels);
    Risks risks(inputs);
    assess(inputs, risks);
    double const power = std::accumulate(inputs.member_power.begin(), inputs.member_power.end(), 0.0);
    double const value = best.value(objective);
    double const gain = value - value_of(problem, LinkLevels(best.levels.size(), 0), objective);
    std::vector<Lynchpin> lynchpins;
    for (std::size_t i = 0; i < inputs.members && gain > 1e-12; ++i) {
        LinkLevels less = best.levels;
        for (std::size_t k = 0; k < less.size(); ++k)
            if (problem.candidates[k].a == i || problem.candidates[k].b == i) less[k] = 0;
        if (less == best.levels) continue;
        double const lost = clip01((value - value_of(problem, less, objective)) / gain);
        double const share = power > 0.0 ? inputs.member_power[i] / power : 0.0;
        lynchpins.push_back({i, either(risks.leader_entrapment[i], share), risks.member[i].allegiance, lost});
    }
    std::stable_sort(lynchpins.begin(), lynchpins.end(),
                     [](Lynchpin const& x, Lynchpin const& y) { return x.score() > y.score(); });
    return lynchpins;
}

LinkProblem narrowed(LinkProblem problem, LinkObjective objective, std::size_t most) {
    if (problem.candidates.size() <= most) return problem;
    auto const worth = worth_of_links(problem, LinkLevels(problem.candidates.size(), 0), objective);
    std::vector<std::size_t> order(problem.candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    auto const bargain = [&](std::size_t k) { return worth[k].alone / (problem.candidates[k].cost + 1e-6); };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t k, std::size_t l) { return bargain(k) > bargain(l); });
    order.resize(most);
    std::sort(order.begin(), order.end());
    std::vector<LinkCandidate> kept;
    for (std::size_t const k : order) kept.push_back(problem.candidates[k]);
    problem.candidates = std::move(kept);
    return problem;
}

LinkAnalysis analyse_links(LinkProblem problem, LinkObjective objective, SearchLimits const& limits,
                           std::size_t threads) {
    LinkAnalysis analysis{.problem = std::move(problem),
                          .objective = objective,
                          .without = {},
                          .best = {},
                          .frontier = {},
                          .worth = {},
                          .lynchpins = {}};
    LinkProblem const& p = analysis.problem;
    analysis.without = assessed_set(p, LinkLevels(p.candidates.size(), 0));
    if (enumerable(p)) {
        enumerate_all(analysis, threads);
    } else {
        analysis.search = search_links(p, objective, limits);
        analysis.searched = p.candidates;
        analysis.best.push_back(assessed_set(p, analysis.search->best));
    }
    analysis.worth = worth_of_links(p, analysis.best.front().levels, objective);
    analysis.lynchpins = lynchpins_of(p, analysis.best.front(), objective);
    return analysis;
}

} // namespace casus::dilemma
