#include "casus/ensemble/paired.hpp"

#include "casus/world/random_world.hpp"
#include "casus/world/scenario.hpp"

#include <gtest/gtest.h>

namespace casus::ensemble {
namespace {

/// Two figures with spreads, a parameter, and a product of them.
Evaluate read_three(World const&) {
    return [](World const& world, Parameters const& parameters, std::span<double> row) {
        row[0] = world.value(Quantity::Reward);
        row[1] = parameters[Parameter::Temperature];
        row[2] = world.value(Quantity::Reward) * world.value(Quantity::Sensitivity);
    };
}

class PairedDraws : public testing::Test {
protected:
    WorldBuilder const builder = random_builder({.seed = 4});
    World const base = WorldBuilder(builder).build();
    Parameters const parameters = random_parameters(4);
    Altered const altered =
        apply({.code = "test", .name = {}, .changes = {{"issue.reward", "+0.05"}, {"parameter.temperature", "+0.1"}}},
              builder, parameters);
    std::vector<Setting> const settings{{base, parameters}, {altered.world, altered.parameters}};

    Paired draw(std::size_t threads, std::uint64_t seed = 1) {
        return sample_paired(settings, {.seed = seed, .draws = 500, .threads = threads}, 3, read_three);
    }
};

TEST_F(PairedDraws, EachSettingIsDrawnAsItWouldBeAlone) {
    Paired const paired = draw(2);
    ASSERT_EQ(paired.own.size(), 2u);
    ASSERT_EQ(paired.difference.size(), 1u);
    for (std::size_t s = 0; s < 2; ++s) {
        Spread const alone = sample(settings[s].world, settings[s].parameters, {.seed = 1, .draws = 500, .threads = 1},
                                    3, [&] { return read_three(base); });
        for (std::size_t o = 0; o < 3; ++o) {
            EXPECT_EQ(paired.own[s].mean[o], alone.mean[o]);
            EXPECT_EQ(paired.own[s].interval[o].low, alone.interval[o].low);
            EXPECT_EQ(paired.own[s].interval[o].high, alone.interval[o].high);
        }
    }
}

TEST_F(PairedDraws, WhatIsUncertainInBothAlikeFallsOutOfTheDifference) {
    Paired const paired = draw(1);
    double const spread = paired.own[0].interval[0].high - paired.own[0].interval[0].low;
    EXPECT_GT(spread, 0.0);
    // Where clipping at 0 does not bite both alike, the difference varies a little; the middle is the shift itself.
    EXPECT_NEAR(paired.difference[0].interval[0].high, 0.05, 1e-12);
    EXPECT_LT(paired.difference[0].interval[0].high - paired.difference[0].interval[0].low, spread);
    EXPECT_NEAR(paired.difference[0].interval[1].high, 0.1, 1e-12);
    EXPECT_GT(paired.difference[0].interval[2].low, 0.0);
}

TEST_F(PairedDraws, DoesNotDependOnThreads) {
    Paired const one = draw(1);
    Paired const three = draw(3);
    Paired const other = draw(1, 2);
    for (std::size_t o = 0; o < 3; ++o) {
        EXPECT_EQ(one.difference[0].mean[o], three.difference[0].mean[o]);
        EXPECT_EQ(one.difference[0].interval[o].low, three.difference[0].interval[o].low);
        EXPECT_EQ(one.own[1].interval[o].high, three.own[1].interval[o].high);
    }
    EXPECT_NE(one.own[0].mean[0], other.own[0].mean[0]);
}

} // namespace
} // namespace casus::ensemble
