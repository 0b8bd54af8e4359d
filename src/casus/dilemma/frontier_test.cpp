#include "casus/dilemma/frontier.hpp"

#include "casus/base/random.hpp"
#include "casus/dilemma/index.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace casus::dilemma {
namespace {

std::array<double, 4> drawn(std::uint32_t trial, std::uint32_t n) {
    return uniforms({.seed = 7, .run = trial, .purpose = Purpose::Test, .i = n}, 0);
}

TEST(Frontier, IsWhatBruteForceFinds) {
    for (std::uint32_t trial = 0; trial < 200; ++trial) {
        std::vector<Objectives> outcomes;
        for (std::uint32_t n = 0; n < 25; ++n) {
            auto const u = drawn(trial, n);
            auto const coarse = [](double x) { return std::round(8.0 * x) / 8.0; }; // ties occur
            outcomes.push_back({coarse(u[0]), coarse(u[1]), coarse(u[2])});
        }
        std::vector<char> on(outcomes.size());
        mark_frontier(outcomes, on);
        for (std::size_t k = 0; k < outcomes.size(); ++k) {
            bool beaten = false;
            for (Objectives const& o : outcomes) {
                double const better[]{o.strength - outcomes[k].strength, o.reliability - outcomes[k].reliability,
                                      outcomes[k].cost - o.cost};
                beaten |= std::ranges::all_of(better, [](double d) { return d >= 0.0; }) &&
                          std::ranges::any_of(better, [](double d) { return d > 0.0; });
            }
            ASSERT_EQ(on[k] == 0, beaten);
        }
        ASSERT_TRUE(std::ranges::any_of(on, [](char c) { return c != 0; }));
    }
}

TEST(Hypervolume, IsTheAreaThatAGridCounts) {
    for (std::uint32_t trial = 0; trial < 20; ++trial) {
        std::vector<Gain> points;
        for (std::uint32_t n = 0; n < 12; ++n) {
            auto const u = drawn(1000 + trial, n);
            points.push_back({2.0 * u[0] - 0.6, 2.0 * u[1] - 0.6});
        }
        constexpr int steps = 500;
        constexpr double width = 1.4 / steps;
        double area = 0.0;
        for (int x = 0; x < steps; ++x)
            for (int y = 0; y < steps; ++y)
                if (std::ranges::any_of(
                        points, [&](Gain const& p) { return p.x >= (x + 0.5) * width && p.y >= (y + 0.5) * width; }))
                    area += width * width;
        EXPECT_NEAR(hypervolume(points), area, 0.01);
    }
}

TEST(Hypervolume, OfLossesIsNothing) {
    std::vector<Gain> losses{{-1.0, 2.0}, {3.0, -0.1}, {0.0, 0.0}};
    EXPECT_EQ(hypervolume(losses), 0.0);
    std::vector<Gain> stairs{{1.0, 3.0}, {2.0, 2.0}, {3.0, 1.0}, {1.5, 1.5}};
    EXPECT_DOUBLE_EQ(hypervolume(stairs), 6.0);
}

Outcome outcome_of(double weakest, double reliability_gain) {
    Outcome outcome;
    outcome.weakest = weakest;
    outcome.reliability_gain = reliability_gain;
    return outcome;
}

TEST(Index, IsTheCheapestLossForAUnitOfStrength) {
    std::vector<Strategy> const strategies{{StrategyKind::Hold, 0, "hold", {}},
                                           {StrategyKind::ReinforceAll, 0, "all", {}},
                                           {StrategyKind::ReinforceBranch, 0, "one", {}},
                                           {StrategyKind::LinkLynchpins, 0, "link", {}, {{0, 1, 0.5}}}};
    std::vector<Outcome> outcomes{outcome_of(0.0, 0.0), outcome_of(0.2, -0.04), outcome_of(0.1, -0.01),
                                  outcome_of(0.3, 0.1)};
    EXPECT_DOUBLE_EQ(dilemma_index(strategies, outcomes), 0.1);
    outcomes[2].weakest = 0.009; // below ε
    EXPECT_DOUBLE_EQ(dilemma_index(strategies, outcomes), 0.2);
    outcomes[1].weakest = -0.1;
    EXPECT_TRUE(std::isinf(dilemma_index(strategies, outcomes)));
    outcomes[1] = outcome_of(0.2, 0.01);
    EXPECT_EQ(dilemma_index(strategies, outcomes), 0.0);

    Standing standing;
    standing.outcomes = outcomes;
    std::vector<Gain> gains(4);
    summarise(strategies, gains, standing);
    EXPECT_FALSE(standing.dilemma);
    EXPECT_TRUE(standing.linked_out);
    EXPECT_NEAR(standing.room, 0.3 * 0.1, 1e-15);
    EXPECT_NEAR(standing.room_without_links, 0.2 * 0.01, 1e-15);
}

TEST(Index, IsBoundedAndBack) {
    for (double const d : {0.0, 0.01, 1.0, 37.0}) EXPECT_NEAR(unbounded_index(bounded_index(d)), d, 1e-12 * (1.0 + d));
    EXPECT_TRUE(std::isinf(unbounded_index(bounded_index(std::numeric_limits<double>::infinity()))));
}

} // namespace
} // namespace casus::dilemma
