#include "casus/alienation/contest/ground.hpp"

#include "casus/alienation/contest/solver.hpp"
#include "casus/alienation/evaluate.hpp"
#include "casus/world/random_world.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace casus::contest {
namespace {

/// A random world's builder with every figure of these quantities at a value.
WorldBuilder with(WorldBuilder builder, std::vector<Quantity> const& quantities, double value, int layer = 1) {
    for (auto const& entry : std::vector<WorldBuilder::Entry>(builder.entries()))
        for (Quantity const quantity : quantities)
            if (entry.layer == 0 && entry.address.quantity == quantity) {
                Figure figure = entry.figure;
                figure.value = value;
                figure.sd = 0.0;
                builder.set(entry.address, figure, layer);
            }
    return builder;
}

struct Laid {
    World world;
    Parameters parameters;
    alienation::Buffers evaluated;
    Ground ground;

    explicit Laid(World of, Terms const& terms = {}, std::uint64_t seed = 3)
        : world(std::move(of)), parameters(random_parameters(seed)), evaluated(world), ground(world) {
        alienation::evaluate(world, parameters, evaluated);
        lay_ground(world, parameters, evaluated, terms, ground);
    }
};

std::vector<Quantity> const spending{Quantity::Reward, Quantity::Pressure, Quantity::Offer};

TEST(Ground, IsTheLensWithoutRewardPressureAndOffer) {
    WorldBuilder const builder = random_builder({.seed = 3});
    Laid const full(WorldBuilder(builder).build());
    Laid const bare(with(builder, spending, 0.0).build());
    for (std::size_t n = 0; n < bare.evaluated.share.size(); ++n)
        EXPECT_NEAR(full.ground.share[n], bare.evaluated.share[n], 1e-12);
}

TEST(Ground, WhatIsClosedInTheLensIsClosedHere) {
    Laid const laid(random_world({.seed = 3}));
    std::size_t closed = 0;
    for (std::size_t n = 0; n < laid.ground.share.size(); ++n)
        if (laid.evaluated.share[n] == 0.0) {
            ++closed;
            EXPECT_EQ(laid.ground.share[n], 0.0);
        }
    EXPECT_GT(closed, 0U) << "some actor belongs to no group";
}

TEST(Ground, GainIsTheLensToFirstOrder) {
    constexpr double small = 1e-6;
    WorldBuilder const builder = random_builder({.seed = 5});
    Laid const bare(with(builder, spending, 0.0).build());
    Laid const offered(with(with(builder, spending, 0.0), {Quantity::Offer}, small, 2).build());
    Laid const rewarded(with(with(builder, spending, 0.0), {Quantity::Reward}, small, 2).build());
    Laid const pressed(with(with(builder, spending, 0.0), {Quantity::Pressure}, small, 2).build());
    Contest const& contest = bare.ground.contest;
    std::size_t pressures = 0;
    for (std::size_t c = 0; c < contest.cells; ++c) {
        auto const slope = [&](Laid const& moved) {
            return (moved.evaluated.share[c] - bare.evaluated.share[c]) / small;
        };
        double const here = contest.gain[c] * (1.0 - contest.ground[c]);
        bool const by_pressure = bare.ground.by_pressure[c] == 1;
        pressures += by_pressure ? 1 : 0;
        EXPECT_NEAR(slope(by_pressure ? pressed : rewarded), here, 1e-4 * (1.0 + here));
        EXPECT_LE(slope(by_pressure ? rewarded : pressed), here + 1e-4) << "the other means does no more";
        // All challengers offer the same: each wins from the rest, and they lose to each other.
        double expected = 0.0;
        for (std::size_t r = 1; r < contest.sides; ++r) expected -= contest.gain[contest.at(r, c)] * contest.ground[c];
        EXPECT_NEAR(slope(offered), expected, 1e-4 * (1.0 - expected));
    }
    EXPECT_GT(pressures, 0U);
    EXPECT_LT(pressures, contest.cells);
}

TEST(Ground, WithoutNeedOffersArePowerless) {
    WorldBuilder const builder = random_builder({.seed = 7, .direct_matches = true});
    Laid laid(with(builder, {Quantity::Sensitivity, Quantity::Vulnerability}, 0.0).build());
    Contest const& contest = laid.ground.contest;
    for (std::size_t r = 1; r < contest.sides; ++r)
        for (std::size_t c = 0; c < contest.cells; ++c) EXPECT_EQ(contest.gain[contest.at(r, c)], 0.0);
    Solver solver(contest);
    Equilibrium at(contest);
    solver.solve(contest, at);
    EXPECT_TRUE(at.converged);
    EXPECT_GT(contest.budget[1], 0.0);
    EXPECT_EQ(at.spent(contest, 1), 0.0);
    EXPECT_NEAR(at.spent(contest, 0), contest.budget[0], 1e-9);
}

TEST(Ground, WorthsSumToOneAndFollowPowerOrNot) {
    World const world = random_world({.seed = 9});
    for (Worth const worth : {Worth::Power, Worth::Equal}) {
        Laid const laid(world, {.worth = worth});
        EXPECT_NEAR(std::accumulate(laid.ground.weight.begin(), laid.ground.weight.end(), 0.0), 1.0, 1e-12);
        std::vector<double> of_actor(world.size().assessed);
        for (std::size_t c = 0; c < laid.ground.weight.size(); ++c)
            of_actor[c / world.size().issues] += laid.ground.weight[c];
        auto const power = [&](std::size_t n) {
            return worth == Worth::Power ? world.value(Quantity::Power, world.assessed()[n].index()) : 1.0;
        };
        for (std::size_t n = 1; n < of_actor.size(); ++n)
            EXPECT_NEAR(of_actor[n] / of_actor[0], power(n) / power(0), 1e-9);
    }
}

TEST(Ground, BudgetsAreTodaysSpendingAndWhatTheLeaderCanAdd) {
    World const world = random_world({.seed = 9});
    Laid const laid(world);
    std::vector<double> const today = spent_today(world);
    double offers = 0.0;
    for (std::size_t c = 0; c < world.size().cells(); ++c)
        offers += world.value(Quantity::Offer, world.side_cell(2, c));
    EXPECT_NEAR(today[2], offers, 1e-12);
    auto const& hegemon = laid.evaluated.hegemon;
    EXPECT_NEAR(laid.ground.further,
                std::min(hegemon.will, hegemon.capacity) *
                    static_cast<double>(world.size().allies * world.size().issues),
                1e-12);
    EXPECT_NEAR(laid.ground.contest.budget[0], today[0] + laid.ground.further, 1e-12);
    Terms terms;
    terms.budgets = {{.factor = 0.5}, {.factor = 1.0, .level = 0.2}, {}};
    Laid const changed(world, terms);
    EXPECT_NEAR(changed.ground.contest.budget[0], 0.5 * laid.ground.contest.budget[0], 1e-12);
    EXPECT_NEAR(changed.ground.contest.budget[1], 0.2 * static_cast<double>(world.size().cells()), 1e-12);
    EXPECT_EQ(changed.ground.contest.budget[2], laid.ground.contest.budget[2]);
}

TEST(Ground, SharesOfAllOptionsSumToOneWhateverIsSpent) {
    Laid laid(random_world({.seed = 10}));
    Solver solver(laid.ground.contest);
    Equilibrium at(laid.ground.contest);
    solver.solve(laid.ground.contest, at);
    for (std::size_t c = 0; c < laid.ground.contest.cells; ++c) {
        double sum = 0.0;
        for (std::size_t o = 0; o < alienation::option_count(laid.world); ++o) sum += share_of(laid.ground, at, o, c);
        EXPECT_NEAR(sum, 1.0, 1e-12);
    }
}

} // namespace
} // namespace casus::contest
