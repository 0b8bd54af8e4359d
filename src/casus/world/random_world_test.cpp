#include "casus/world/random_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <ostream>

namespace casus {

void PrintTo(RandomWorldPlan const& plan, std::ostream* out) {
    *out << "seed " << plan.seed << ", actors " << plan.actors << ", challengers " << plan.challengers << ", partners "
         << plan.partners << ", issues " << plan.issues << ", goods " << plan.goods << ", recipes " << plan.recipes
         << (plan.direct_matches ? ", direct" : "");
}

namespace {

class RandomWorld : public testing::TestWithParam<RandomWorldPlan> {};

TEST_P(RandomWorld, IsBuiltAsPlanned) {
    RandomWorldPlan const& plan = GetParam();
    World const world = random_world(plan);
    EXPECT_EQ(world.size().actors, plan.actors);
    EXPECT_EQ(world.size().issues, plan.issues);
    EXPECT_EQ(world.challengers().size(), plan.challengers);
    EXPECT_EQ(world.size().assessed, plan.actors - 1 - plan.challengers);
    EXPECT_EQ(world.size().assessed - world.size().allies, plan.partners);
    for (Issue const& issue : world.issues()) {
        EXPECT_EQ(issue.match == MatchRule::Goods, !issue.recipes.empty());
        if (plan.direct_matches) { EXPECT_EQ(issue.match, MatchRule::Given); }
    }
    for (QuantityInfo const& q : all_quantities())
        for (double const x : world.values(q.quantity))
            ASSERT_TRUE(std::isnan(x) || (q.low <= x && x <= q.high)) << q.key;
}

TEST_P(RandomWorld, LeavesOnlyRulesAndUnknownTradeOpen) {
    World const world = random_world(GetParam());
    std::size_t const regroup = world.size().sides - 1;
    for (QuantityInfo const& q : all_quantities()) {
        if (q.quantity == Quantity::Match || q.quantity == Quantity::Allegiance || q.extent == Extent::Dyad) continue;
        for (double const x : world.values(q.quantity)) ASSERT_FALSE(std::isnan(x)) << q.key;
    }
    for (std::size_t side = 0; side < world.size().sides; ++side)
        for (std::size_t n = 0; n < world.size().assessed; ++n)
            for (std::size_t k = 0; k < world.size().issues; ++k) {
                double const match = world.value(Quantity::Match, world.side_cell(side, world.cell(n, IssueId{k})));
                bool const given = side == regroup || world.issue(IssueId{k}).match == MatchRule::Given;
                ASSERT_EQ(std::isnan(match), !given);
            }
    for (std::size_t i = 0; i < world.size().actors; ++i)
        for (ActorId const sender : world.environment(ActorId{i}))
            ASSERT_FALSE(std::isnan(world.value(Quantity::Distance, world.dyad(ActorId{i}, sender))));
}

INSTANTIATE_TEST_SUITE_P(Plans, RandomWorld,
                         testing::Values(RandomWorldPlan{}, RandomWorldPlan{.seed = 2, .partners = 0},
                                         RandomWorldPlan{.seed = 3, .challengers = 1},
                                         RandomWorldPlan{.seed = 4, .challengers = 0},
                                         RandomWorldPlan{.seed = 5, .actors = 3, .challengers = 1, .partners = 0},
                                         RandomWorldPlan{.seed = 6, .actors = 200, .issues = 10},
                                         RandomWorldPlan{.seed = 7, .direct_matches = true},
                                         RandomWorldPlan{.seed = 8, .issues = 1},
                                         RandomWorldPlan{.seed = 9, .goods = 1, .recipes = 4},
                                         RandomWorldPlan{.seed = 10, .goods = 6, .recipes = 1}));

TEST(RandomWorlds, IsAFunctionOfItsSeed) {
    auto const power = [](std::uint64_t seed) {
        World const world = random_world({.seed = seed});
        auto const values = world.values(Quantity::Power);
        return std::vector(values.begin(), values.end());
    };
    EXPECT_EQ(power(1), power(1));
    EXPECT_NE(power(1), power(2));
}

TEST(RandomWorlds, NeverFailsToBuild) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) ASSERT_NO_THROW((void)random_world({.seed = seed})) << seed;
}

TEST(RandomParameters, LieInRangeWithASpreadEach) {
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        Parameters const p = random_parameters(seed);
        for (ParameterInfo const& each : all_parameters()) {
            ASSERT_LE(each.low, p[each.parameter]) << each.key;
            ASSERT_GE(each.high, p[each.parameter]) << each.key;
            ASSERT_GT(p.sd(each.parameter), 0.0) << each.key;
        }
    }
    EXPECT_NE(random_parameters(1)[Parameter::Temperature], random_parameters(2)[Parameter::Temperature]);
}

} // namespace
} // namespace casus
