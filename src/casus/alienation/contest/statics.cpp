#include "casus/alienation/contest/statics.hpp"

#include "casus/alienation/contest/prices.hpp"
#include "casus/alienation/evaluate.hpp"
#include "casus/alienation/stance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <limits>

namespace casus::contest {

namespace {

constexpr Rule tight{.tolerance = 1e-12};

/// Lays the ground for a level of what is moved.
using Lay = std::function<void(double level, Ground& ground)>;

/// The steps at `levels`, in that order, each from where the last one ended.
std::vector<Step> walk(World const& world, Equilibrium const& centre, std::vector<double> const& levels,
                       Lay const& lay) {
    Ground ground(world);
    Solver solver(ground.contest);
    Equilibrium at = centre;
    std::vector<Step> steps;
    for (double const level : levels) {
        lay(level, ground);
        Equilibrium const before = at;
        solver.solve(ground.contest, at, tight);
        steps.push_back(
            {level, position_of(world, ground, at), distance(ground.contest, before, at), at.residual, at.converged});
    }
    return steps;
}

Branch along_budget(World const& world, Parameters const& parameters, Terms const& terms,
                    alienation::Buffers const& evaluated, Equilibrium const& centre, std::size_t side) {
    Actor const& actor = world.actor(world.side_actor(side));
    Branch branch{"budget/" + actor.code,
                  {fmt::format("budget of {}", actor.name.en), fmt::format("{}的预算", actor.name.zh)},
                  {"times its budget", "为其预算的倍数"},
                  {}};
    Lay const lay = [&](double level, Ground& ground) {
        Terms changed = terms;
        changed.budgets.resize(world.challengers().size() + 1);
        changed.budgets[side].factor *= level;
        lay_ground(world, parameters, evaluated, changed, ground);
    };
    std::vector<Step> down = walk(world, centre, {0.9, 0.8, 0.7, 0.6, 0.5}, lay);
    std::reverse(down.begin(), down.end());
    branch.steps = std::move(down);
    for (Step& step : walk(world, centre, {1.0, 1.2, 1.4, 1.6, 1.8, 2.0}, lay)) branch.steps.push_back(std::move(step));
    return branch;
}

Branch along_concession(World const& world, Parameters const& parameters, Terms const& terms,
                        Equilibrium const& centre) {
    Branch branch{"concession", {"challengers concede more", "崛起国让利增加"}, {"λ_r", "λ_r"}, {}};
    double const now = parameters[Parameter::ShareChallenger];
    std::vector<double> levels;
    for (double const up : {0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3}) levels.push_back(std::min(1.0, now + up));
    levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
    alienation::Buffers buffers(world);
    branch.steps = walk(world, centre, levels, [&](double level, Ground& ground) {
        Parameters const conceding = parameters.with(Parameter::ShareChallenger, level);
        alienation::evaluate(world, conceding, buffers);
        lay_ground(world, conceding, buffers, terms, ground);
    });
    return branch;
}

Branch along_need(World const& world, Parameters const& parameters, Terms const& terms, Equilibrium const& centre) {
    Branch branch{"need", {"every need grows", "各项需求上升"}, {"s in n + s (1 − n)", "n + s (1 − n) 中的 s"}, {}};
    alienation::Buffers buffers(world);
    branch.steps = walk(world, centre, {0.0, 0.1, 0.2, 0.3, 0.4, 0.5}, [&](double level, Ground& ground) {
        alienation::evaluate(world, parameters, buffers);
        for (double& need : buffers.need) need += level * (1.0 - need);
        alienation::take_stances(world, parameters, {}, buffers);
        lay_ground(world, parameters, buffers, terms, ground);
    });
    return branch;
}

} // namespace

Position position_of(World const& world, Ground const& ground, Equilibrium const& at) {
    Contest const& contest = ground.contest;
    std::size_t const of_allies = world.size().allies * world.size().issues;
    Position position;
    for (std::size_t s = 0; s < contest.sides; ++s) position.payoff.push_back(payoff_of(contest, at, s));
    double follow[2]{};
    double deviate[2]{};
    for (std::size_t c = 0; c < contest.cells; ++c) {
        std::size_t const group = c < of_allies ? 0 : 1;
        follow[group] += at.share(contest, 0, c);
        for (std::size_t r = 1; r < contest.sides; ++r) deviate[group] += at.share(contest, r, c);
    }
    auto const cells = static_cast<double>(contest.cells);
    double const count[2]{static_cast<double>(of_allies), static_cast<double>(contest.cells - of_allies)};
    auto const mean = [&](double sum, std::size_t group) {
        return count[group] > 0.0 ? sum / count[group] : std::numeric_limits<double>::quiet_NaN();
    };
    position.allies_follow = mean(follow[0], 0);
    position.allies_deviate = mean(deviate[0], 0);
    position.partners_follow = mean(follow[1], 1);
    position.partners_deviate = mean(deviate[1], 1);
    position.passive = 1.0 - (follow[0] + follow[1] + deviate[0] + deviate[1]) / cells;
    for (Bought const& b : bought(ground, at, alienation::option_count(world)))
        ++(b.after == 0 ? position.bought_by_leader : position.bought_by_challengers);
    for (std::size_t s = 0; s < contest.sides; ++s) {
        double partners = 0.0;
        for (std::size_t c = of_allies; c < contest.cells; ++c) partners += at.spending(contest, s, c);
        double const all = at.spent(contest, s);
        position.on_partners.push_back(all > 0.0 ? partners / all : 0.0);
    }
    return position;
}

std::vector<Branch> follow_branches(World const& world, Parameters const& parameters, Terms const& terms,
                                    Equilibrium const& centre) {
    alienation::Buffers evaluated(world);
    alienation::evaluate(world, parameters, evaluated);
    std::vector<Branch> branches;
    for (std::size_t s = 0; s <= world.challengers().size(); ++s)
        branches.push_back(along_budget(world, parameters, terms, evaluated, centre, s));
    branches.push_back(along_concession(world, parameters, terms, centre));
    branches.push_back(along_need(world, parameters, terms, centre));
    return branches;
}

} // namespace casus::contest
