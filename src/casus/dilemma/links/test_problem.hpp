// For tests and benchmarks: random systems with links to choose.
#pragma once

#include "casus/dilemma/links/problem.hpp"
#include "casus/world/random_world.hpp"

#include <algorithm>

namespace casus::dilemma {

struct RandomSystem {
    std::uint64_t seed = 1;
    std::size_t members = 9;
    std::size_t rivals = 2;
    std::size_t branches = 3;
};

/// The first `most` candidates, taken evenly from all pairs, under a budget for about a `share` of them.
inline LinkProblem random_link_problem(RandomSystem const& of, std::size_t most, double share, std::size_t levels = 1) {
    World const world = random_world({.seed = of.seed,
                                      .actors = 1 + of.rivals + of.members,
                                      .challengers = of.rivals,
                                      .partners = 0,
                                      .branches = of.branches});
    Parameters const parameters = random_parameters(of.seed);
    Reading reading(world);
    read_inputs(world, parameters, reading);
    LinkProblem problem =
        link_problem(world, reading.system, reading.inputs, parameters[Parameter::LinkLevel],
                     {.forbidden = {}, .required = {}, .among = {}, .ceilings = {}, .budget = 1.0, .levels = levels});
    auto& all = problem.candidates;
    if (all.size() > most) {
        std::vector<LinkCandidate> some;
        for (std::size_t n = 0; n < most; ++n) some.push_back(all[n * all.size() / most]);
        all = std::move(some);
    }
    problem.budget = 0.0;
    for (LinkCandidate const& link : all) problem.budget += share * link.cost;
    return problem;
}

} // namespace casus::dilemma
