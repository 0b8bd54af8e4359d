// Comparative statics: one thing is moved in small steps, and the equilibrium followed from step to step.
#pragma once

#include "casus/alienation/contest/ground.hpp"
#include "casus/alienation/contest/solver.hpp"
#include "casus/base/text.hpp"

#include <string>
#include <vector>

namespace casus::contest {

/// Where an equilibrium stands, in few numbers.
struct Position {
    std::vector<double> payoff;   ///< [side]
    double allies_follow = 0.0;   ///< mean f over allies' stances; NaN without allies
    double allies_deviate = 0.0;  ///< mean share of all challengers
    double partners_follow = 0.0; ///< the same of partners
    double partners_deviate = 0.0;
    double passive = 0.0;             ///< mean share of regrouping and abstaining, all stances
    std::size_t bought_by_leader = 0; ///< stances that it leads and did not when nobody spent
    std::size_t bought_by_challengers = 0;
    std::vector<double> on_partners; ///< [side] share of what it spends that goes to partners
};

[[nodiscard]] Position position_of(World const& world, Ground const& ground, Equilibrium const& at);

struct Step {
    double level = 0.0;
    Position position;
    double moved =
        0.0; ///< greatest change of any side's share of any cell since the step before on the way from the centre
    double residual = 0.0;
    bool converged = false;
};

struct Branch {
    std::string key; ///< "budget/USA", "concession", "need"
    Text name;
    Text level;              ///< what Step::level says
    std::vector<Step> steps; ///< by level, ascending
};

/// Budgets of every side from half to twice; the challengers' concession (λ_r) and need upwards from the case.
/// Each is followed from `centre`, the equilibrium of the case, outwards, each step starting where the last one ended.
[[nodiscard]] std::vector<Branch> follow_branches(World const& world, Parameters const& parameters, Terms const& terms,
                                                  Equilibrium const& centre);

} // namespace casus::contest
