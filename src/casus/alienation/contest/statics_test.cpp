#include "casus/alienation/contest/statics.hpp"

#include "casus/alienation/contest/sampled.hpp"
#include "casus/world/random_world.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace casus::contest {
namespace {

struct Followed {
    World world;
    Parameters parameters;
    Play game;
    std::vector<Branch> branches;

    explicit Followed(std::uint64_t seed)
        : world(random_world({.seed = seed, .actors = 12})), parameters(random_parameters(seed)), game(world) {
        play(world, parameters, {}, game.at, game, {.tolerance = 1e-12});
        branches = follow_branches(world, parameters, {}, game.at);
    }
};

TEST(Statics, EveryBranchPassesThroughTheCase) {
    Followed const f(31);
    ASSERT_EQ(f.branches.size(), 5U);
    Position const here = position_of(f.world, f.game.ground, f.game.at);
    for (Branch const& branch : f.branches) {
        std::size_t through = 0;
        for (Step const& step : branch.steps) {
            EXPECT_TRUE(step.converged) << branch.key << step.level;
            EXPECT_LE(step.residual, 1e-12);
            if (step.moved > 1e-4) continue;
            ++through;
            for (std::size_t s = 0; s < 3; ++s)
                EXPECT_NEAR(step.position.payoff[s], here.payoff[s], 1e-5) << branch.key << step.level;
        }
        EXPECT_GE(through, 1U) << branch.key;
        for (std::size_t n = 1; n < branch.steps.size(); ++n)
            EXPECT_GT(branch.steps[n].level, branch.steps[n - 1].level);
    }
}

// In equilibrium the others answer, so that this is no theorem; it holds in all worlds tried.
TEST(Statics, ASideGainsByItsOwnBudget) {
    for (std::uint64_t seed = 31; seed < 61; ++seed) {
        Followed const f(seed);
        for (std::size_t side = 0; side < 3; ++side)
            for (std::size_t n = 1; n < f.branches[side].steps.size(); ++n)
                EXPECT_GE(f.branches[side].steps[n].position.payoff[side],
                          f.branches[side].steps[n - 1].position.payoff[side] - 1e-9)
                    << seed << " " << f.branches[side].key;
    }
}

// With the others' spending held, more budget can only add: this must hold.
TEST(Statics, MoreBudgetRaisesThePayoffAgainstUnmovedRivals) {
    for (std::uint64_t seed = 31; seed < 51; ++seed) {
        Followed f(seed);
        Contest contest = f.game.ground.contest;
        std::vector<double> best(contest.cells);
        for (std::size_t side = 0; side < contest.sides; ++side) {
            double before = 0.0;
            for (double const factor : {0.0, 0.5, 1.0, 2.0, 4.0}) {
                contest.budget[side] = factor * f.game.ground.contest.budget[side];
                double const payoff = f.game.solver.respond(contest, f.game.at, side, best);
                EXPECT_GE(payoff, before - 1e-12) << seed;
                before = payoff;
            }
        }
    }
}

TEST(Statics, GroupsAndOptionsAddUp) {
    Followed const f(33);
    auto const allies = static_cast<double>(f.world.size().allies * f.world.size().issues);
    auto const cells = static_cast<double>(f.world.size().cells());
    for (Branch const& branch : f.branches)
        for (Step const& step : branch.steps) {
            Position const& p = step.position;
            double const sided = allies * (p.allies_follow + p.allies_deviate) +
                                 (cells - allies) * (p.partners_follow + p.partners_deviate);
            EXPECT_LE(static_cast<double>(p.bought_by_leader + p.bought_by_challengers), cells);
            EXPECT_NEAR(sided / cells + p.passive, 1.0, 1e-12);
            for (double const part : p.on_partners) {
                EXPECT_GE(part, 0.0);
                EXPECT_LE(part, 1.0 + 1e-12);
            }
        }
}

} // namespace
} // namespace casus::contest
