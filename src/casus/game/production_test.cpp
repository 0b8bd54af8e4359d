#include "casus/game/production.hpp"
#include "casus/game/simplex_prices.hpp"
#include "casus/game/vertex_prices.hpp"

#include "casus/base/random.hpp"
#include "casus/game/pair.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>

namespace casus::game {
namespace {

using Endowments = std::vector<std::vector<double>>;

std::vector<double> pooled(Endowments const& e, unsigned coalition) {
    std::vector<double> sum(e.front().size(), 0.0);
    for (std::size_t i = 0; i < e.size(); ++i)
        if (coalition >> i & 1U)
            for (std::size_t g = 0; g < sum.size(); ++g) sum[g] += e[i][g];
    return sum;
}

struct RandomProduction {
    std::vector<ProductionRecipe> recipes;
    Endowments endowments;
};

RandomProduction random_production(std::uint32_t run, std::size_t recipes, std::size_t goods, std::size_t players) {
    std::uint32_t block = 0;
    auto next = [&] { return uniforms({.seed = 42, .run = run, .purpose = Purpose::Test}, block++)[0]; };
    RandomProduction made;
    for (std::size_t r = 0; r < recipes; ++r) {
        ProductionRecipe recipe{.price = next(), .uses = {}};
        for (std::size_t g = 0; g < goods; ++g) recipe.uses.push_back(next() < 0.3 ? 0.0 : next());
        recipe.uses[r % goods] += 0.1;
        made.recipes.push_back(recipe);
    }
    for (std::size_t i = 0; i < players; ++i) {
        made.endowments.emplace_back();
        for (std::size_t g = 0; g < goods; ++g) made.endowments.back().push_back(next() < 0.3 ? 0.0 : next());
    }
    return made;
}

// Calculation 2 of the paper: functions 3 and 4. L owns pears, R apples, H peaches; a salad sells for 100. The paper's
// slip: with these fruits the second salad is pear and peach.
TEST(Salad, IsTheGloveGameOfFunctions3And4) {
    std::vector<ProductionRecipe> const apple_and_pear{{100.0, {1, 1, 0}}};
    std::vector<ProductionRecipe> const pear_and_peach{{100.0, {1, 0, 1}}};
    Endowments const players{{1, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 1, 0}, {0, 1, 0}, {0, 0, 1}}; // L L R R R H
    auto const function3 = VertexPrices::list(apple_and_pear, 3);
    auto const function4 = VertexPrices::list(pear_and_peach, 3);
    ASSERT_TRUE(function3 && function4);
    for (unsigned s = 0; s < 1U << players.size(); ++s) {
        int const pears = std::popcount(s & 0b000011U);
        int const apples = std::popcount(s & 0b011100U);
        int const peaches = std::popcount(s & 0b100000U);
        EXPECT_DOUBLE_EQ(function3->value(pooled(players, s)), 100.0 * std::min(pears, apples));
        EXPECT_DOUBLE_EQ(function4->value(pooled(players, s)), 100.0 * std::min(pears, peaches));
    }
}

TEST(Salad, DemandMovesTheBestPartnerFromHegemonToRisingPower) {
    std::vector<double> const ally_and_hegemon{1, 1, 0};
    std::vector<double> const ally_and_challenger{1, 0, 1};
    auto surplus = [&](double apple_pear, double pear_peach, std::vector<double> const& pair) {
        std::vector<ProductionRecipe> const recipes{{apple_pear, {1, 1, 0}}, {pear_peach, {1, 0, 1}}};
        return VertexPrices::list(recipes, 3)->value(pair);
    };
    EXPECT_GT(surplus(100, 40, ally_and_hegemon), surplus(100, 40, ally_and_challenger));
    EXPECT_LT(surplus(40, 100, ally_and_hegemon), surplus(40, 100, ally_and_challenger));
}

TEST(CalculationOne, BothFunctionsOccur) {
    std::vector<ProductionRecipe> const recipes{{1.0, {1, 1}}};
    auto const prices = VertexPrices::list(recipes, 2);
    std::vector<double> const i{0.6, 0.1};
    std::vector<double> const a{0.1, 0.7};
    std::vector<double> const both{0.7, 0.8};
    std::vector<double> const alike{0.5, 0.5};
    std::vector<double> const unlike{0.0, 1.0};
    double const alone_i = prices->value(i);
    double const alone_a = prices->value(a);
    double const cheap = prices->value(both) - governance_cost(0.1, 0.2, alike);
    double const dear = prices->value(both) - governance_cost(0.3, 0.4, unlike);
    EXPECT_EQ(calculation_one(pair_surplus(cheap, alone_i, alone_a)), SelectiveStance::Following);
    EXPECT_EQ(calculation_one(pair_surplus(dear, alone_i, alone_a)), SelectiveStance::Deviation);
    EXPECT_NEAR(pair_surplus(cheap, alone_i, alone_a), 0.7 - 0.1 - 0.1 - 0.1, 1e-12);
}

TEST(Governance, CostsASingleMemberNothingAndGrowsWithSizeAndHeterogeneity) {
    EXPECT_EQ(governance_cost(0.3, 0.5, std::vector{0.4}), 0.0);
    EXPECT_EQ(governance_cost(0.3, 0.5, {}), 0.0);
    EXPECT_LT(governance_cost(0.3, 0.5, std::vector{0.4, 0.4}), governance_cost(0.3, 0.5, std::vector{0.4, 0.9}));
    EXPECT_LT(governance_cost(0.3, 0.5, std::vector{0.4, 0.4}), governance_cost(0.3, 0.5, std::vector{0.4, 0.4, 0.4}));
}

TEST(Production, VerticesAndSimplexAgree) {
    for (std::uint32_t run = 0; run < 200; ++run) {
        auto const made = random_production(run, 1 + run % 5, 2 + run % 4, 6);
        std::size_t const goods = made.endowments.front().size();
        auto const vertices = VertexPrices::list(made.recipes, goods);
        ASSERT_TRUE(vertices);
        SimplexPrices simplex(made.recipes, goods);
        for (unsigned s = 0; s < 64; ++s) {
            auto const e = pooled(made.endowments, s);
            double const by_simplex = simplex.value(e);
            EXPECT_NEAR(vertices->value(e), by_simplex, 1e-9) << "run " << run << " coalition " << s;
            double worth = 0.0;
            auto const u = simplex.prices();
            for (std::size_t g = 0; g < goods; ++g) worth += u[g] * e[g];
            EXPECT_NEAR(worth, by_simplex, 1e-9) << "strong duality";
        }
    }
}

TEST(Production, WithoutGovernanceIsSuperadditiveWithDualPricesInTheCore) {
    for (std::uint32_t run = 0; run < 100; ++run) {
        auto const made = random_production(run, 3, 3, 6);
        auto const vertices = VertexPrices::list(made.recipes, 3);
        ASSERT_TRUE(vertices);
        std::vector<double> v(64);
        for (unsigned s = 0; s < 64; ++s) v[s] = vertices->value(pooled(made.endowments, s));
        for (unsigned s = 0; s < 64; ++s)
            for (unsigned t = 0; t < 64; ++t)
                if ((s & t) == 0) { EXPECT_GE(v[s | t] + 1e-12, v[s] + v[t]); }
        auto const u = vertices->prices(pooled(made.endowments, 63));
        for (unsigned s = 0; s < 64; ++s) {
            auto const e = pooled(made.endowments, s);
            double paid = 0.0;
            for (std::size_t g = 0; g < 3; ++g) paid += u[g] * e[g];
            EXPECT_GE(paid + 1e-12, v[s]);
            if (s == 63) { EXPECT_NEAR(paid, v[s], 1e-12); }
        }
    }
}

TEST(Production, LearnedBasesSpareProgramsAndChangeNoValue) {
    auto const made = random_production(3, 12, 8, 3);
    SimplexPrices taught(made.recipes, 8);
    SimplexPrices untaught(made.recipes, 8);
    auto const wanted = [&](std::uint32_t run) { return random_production(1000 + run, 12, 8, 1).endowments.front(); };
    for (std::uint32_t run = 0; run < 500; ++run) taught.learn(wanted(run));
    for (std::uint32_t run = 0; run < 1000; ++run) {
        EXPECT_NEAR(taught.value(wanted(run)), untaught.value(wanted(run)), 1e-9);
        if (run == 499) { EXPECT_EQ(taught.solved_afresh(), 0U); }
    }
    EXPECT_EQ(untaught.solved_afresh(), 1000U);
    EXPECT_LT(taught.solved_afresh(), 250U);
}

TEST(Production, TooManyBasesAreLeftToTheSimplex) {
    auto const made = random_production(7, 20, 12, 3);
    EXPECT_FALSE(VertexPrices::list(made.recipes, 12));
    SimplexPrices simplex(made.recipes, 12);
    double const all = simplex.value(pooled(made.endowments, 7));
    EXPECT_GE(all + 1e-12, simplex.value(pooled(made.endowments, 1)) + simplex.value(pooled(made.endowments, 6)));
}

} // namespace
} // namespace casus::game
