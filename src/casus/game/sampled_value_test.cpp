#include "casus/game/sampled_value.hpp"

#include "casus/base/error.hpp"
#include "casus/game/random_game.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace casus::game {
namespace {

Worth worth_of(DenseGame const& game) {
    return [&game](Coalition s) { return game[s]; };
}

// The bound is claimed jointly at 95 %: of 60 games at most a few may break it; Bernstein's is loose, so none does.
TEST(SampledOrders, BoundHoldsAndErrorsAreOfTheRightSize) {
    double squared = 0.0;
    double counted = 0.0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        DenseGame const game = random_game(Distribution::Signed, 9, seed);
        Allocation const exact = shapley(game);
        SampledValue const found =
            sample_orders(9, worth_of(game), {.seed = seed, .most_evaluations = 20'000, .range = 4.0});
        for (std::size_t i = 0; i < 9; ++i) {
            EXPECT_LE(std::abs(found.value[i] - exact[i]), found.bound[i]);
            double const z = (found.value[i] - exact[i]) / found.standard_error[i];
            squared += z * z;
            counted += 1.0;
        }
    }
    EXPECT_NEAR(squared / counted, 1.0, 0.25) << "mean squared standardised error";
}

TEST(SampledOrders, StopsAtTheErrorAskedFor) {
    DenseGame const game = random_game(Distribution::Bankruptcy, 10, 4);
    SampledValue const found =
        sample_orders(10, worth_of(game), {.seed = 3, .most_evaluations = 100'000'000, .error = 0.002 * game.total()});
    for (double const error : found.standard_error) EXPECT_LE(error, 0.002 * game.total());
    EXPECT_LT(found.evaluations, 1'000'000U);
    EXPECT_TRUE(found.bound.empty());
}

TEST(SampledOrders, StopsInTime) {
    DenseGame const game = random_game(Distribution::Signed, 10, 4);
    SampledValue const found =
        sample_orders(10, worth_of(game), {.seed = 3, .most_evaluations = std::size_t{1} << 60, .seconds = 0.02});
    EXPECT_GT(found.evaluations, 20U);
}

TEST(SampledCoalitions, IsExactWhenEverythingIsEvaluated) {
    for (std::size_t n = 2; n <= 9; ++n) {
        DenseGame const game = random_game(Distribution::Signed, n, n);
        Allocation const exact = shapley(game);
        SampledValue const found = sample_coalitions(n, worth_of(game), {.most_evaluations = 4096});
        for (std::size_t i = 0; i < n; ++i) EXPECT_NEAR(found.value[i], exact[i], 1e-9) << n;
        EXPECT_LE(found.evaluations, (std::size_t{1} << n) + 1);
        EXPECT_EQ(found.standard_error[0], 0.0);
    }
}

TEST(SampledCoalitions, ErrorsAreOfTheRightSize) {
    double squared = 0.0;
    double counted = 0.0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        DenseGame const game = random_game(Distribution::Uniform, 13, seed);
        Allocation const exact = shapley(game);
        SampledValue const found = sample_coalitions(13, worth_of(game), {.seed = seed, .most_evaluations = 1500});
        for (std::size_t i = 0; i < 13; ++i) {
            double const z = (found.value[i] - exact[i]) / found.standard_error[i];
            squared += z * z;
            counted += 1.0;
        }
    }
    EXPECT_GT(squared / counted, 0.3);
    EXPECT_LT(squared / counted, 1.5);
}

TEST(Sampling, ServesSixtyPlayersByFunction) {
    auto const additive = [](Coalition s) { return static_cast<double>(size_of(s)) + (contains(s, 59) ? 2.0 : 0.0); };
    SampledValue const orders = sample_orders(60, additive, {.most_evaluations = 1200});
    SampledValue const regressed = sample_coalitions(60, additive, {.most_evaluations = 2000});
    for (std::size_t i = 0; i < 60; ++i) {
        EXPECT_NEAR(orders.value[i], i == 59 ? 3.0 : 1.0, 1e-12);
        EXPECT_NEAR(regressed.value[i], i == 59 ? 3.0 : 1.0, 1e-8);
    }
}

TEST(Sampling, KeepsToItsEvaluations) {
    DenseGame const game = random_game(Distribution::Signed, 9, 4);
    for (std::size_t const most : {38U, 39U, 50U, 100U, 777U}) {
        EXPECT_LE(sample_orders(9, worth_of(game), {.most_evaluations = most}).evaluations, most);
        EXPECT_LE(sample_coalitions(9, worth_of(game), {.most_evaluations = most}).evaluations, most);
    }
    EXPECT_THROW((void)sample_orders(9, worth_of(game), {.most_evaluations = 37}), Error);
    EXPECT_THROW((void)sample_coalitions(9, worth_of(game), {.most_evaluations = 37}), Error);
}

TEST(SampledOrders, NoticesThatTheRangeIsTooNarrow) {
    DenseGame const game = random_game(Distribution::Signed, 6, 4);
    EXPECT_THROW((void)sample_orders(6, worth_of(game), {.most_evaluations = 1000, .range = 0.5}), Error);
    EXPECT_NO_THROW((void)sample_orders(6, worth_of(game), {.most_evaluations = 1000, .range = 4.0}));
}

} // namespace
} // namespace casus::game
