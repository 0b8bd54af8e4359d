#include "casus/alienation/contest/sampled.hpp"

#include "casus/alienation/contest/prices.hpp"
#include "casus/alienation/evaluate.hpp"

namespace casus::contest {

Play::Play(World const& world) : evaluated(world), ground(world), solver(ground.contest), at(ground.contest) {}

void play(World const& world, Parameters const& parameters, Terms const& terms, Equilibrium const& from, Play& into,
          Rule const& rule) {
    alienation::evaluate(world, parameters, into.evaluated);
    lay_ground(world, parameters, into.evaluated, terms, into.ground);
    into.at.pull = from.pull;
    into.solver.solve(into.ground.contest, into.at, rule);
}

OutputPlan::OutputPlan(World const& world)
    : cells_(world.size().cells()), assessed_(world.size().assessed), sides_(world.challengers().size() + 1),
      count_(2 * cells_ + (sides_ + 2) * assessed_ + 2 * sides_ + 1) {}

void OutputPlan::write(World const& world, Parameters const& parameters, Play const& play,
                       std::span<double> row) const {
    Contest const& contest = play.ground.contest;
    std::size_t const issues = world.size().issues;
    for (std::size_t c = 0; c < cells_; ++c) {
        row[follow(c)] = play.at.share(contest, 0, c);
        row[change(c)] = row[follow(c)] - contest.ground[c];
    }
    for (std::size_t n = 0; n < assessed_; ++n) {
        for (std::size_t s = 0; s < sides_; ++s) {
            double& sum = row[received(s, n)] = 0.0;
            for (std::size_t c = n * issues; c < (n + 1) * issues; ++c) sum += play.at.spending(contest, s, c);
        }
        row[gained(n)] = gained_by(play.ground, play.at, play.evaluated, parameters[Parameter::Temperature], n, issues);
        row[paid(n)] = row[received(0, n)] > 0.0 ? 1.0 : 0.0;
    }
    for (std::size_t s = 0; s < sides_; ++s) {
        row[payoff(s)] = play.at.payoff[s];
        row[budget(s)] = contest.budget[s];
    }
    row[solved()] = play.at.converged ? 1.0 : 0.0;
}

} // namespace casus::contest
