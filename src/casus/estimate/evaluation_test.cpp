#include "casus/estimate/evaluation.hpp"

#include "casus/base/random.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace casus::estimate {
namespace {

TEST(Evaluation, RmseIsTheRootOfTheMeanSquare) {
    std::vector<double> const forecast{0.0, 0.5};
    std::vector<double> const outcome{0.3, 0.1};
    EXPECT_DOUBLE_EQ(rmse(forecast, outcome), std::sqrt((0.09 + 0.16) / 2.0));
    EXPECT_TRUE(std::isnan(rmse({}, {})));
}

TEST(Evaluation, AucIsTheShareOfPairsInOrder) {
    for (std::uint32_t run = 0; run < 20; ++run) {
        std::vector<double> score;
        std::vector<std::uint8_t> outcome;
        for (std::uint32_t n = 0; n < 15; ++n) {
            auto const u = uniforms({.seed = 1, .run = run, .purpose = Purpose::Test}, n);
            score.push_back(std::floor(6.0 * u[0])); // many ties
            outcome.push_back(u[1] < 0.4 ? 1 : 0);
        }
        double won = 0.0;
        double pairs = 0.0;
        for (std::size_t a = 0; a < score.size(); ++a)
            for (std::size_t b = 0; b < score.size(); ++b)
                if (outcome[a] == 1 && outcome[b] == 0) {
                    pairs += 1.0;
                    won += score[a] > score[b] ? 1.0 : score[a] == score[b] ? 0.5 : 0.0;
                }
        ASSERT_GT(pairs, 0.0);
        EXPECT_NEAR(roc_auc(score, outcome), won / pairs, 1e-12) << run;
    }
    std::vector<double> const score{1.0, 2.0};
    std::vector<std::uint8_t> const all{1, 1};
    EXPECT_TRUE(std::isnan(roc_auc(score, all)));
}

TEST(Evaluation, CalibrationCountsEveryRowOnce) {
    std::vector<double> const probability{0.0, 0.05, 0.55, 0.59, 1.0};
    std::vector<std::uint8_t> const outcome{0, 1, 1, 0, 1};
    auto const table = calibration(probability, outcome, 10);
    ASSERT_EQ(table.size(), 10U);
    EXPECT_EQ(table[0].rows, 2U);
    EXPECT_DOUBLE_EQ(table[0].forecast, 0.025);
    EXPECT_DOUBLE_EQ(table[0].observed, 0.5);
    EXPECT_EQ(table[5].rows, 2U);
    EXPECT_EQ(table[9].rows, 1U); // the last bin is closed
    EXPECT_TRUE(std::isnan(table[3].observed));
    EXPECT_DOUBLE_EQ(brier(probability, outcome), (0.0 + 0.95 * 0.95 + 0.45 * 0.45 + 0.59 * 0.59 + 0.0) / 5.0);
}

TEST(Evaluation, TheShareForecastIsADistributionOverTheUnitInterval) {
    for (ShareForecast const forecast :
         {ShareForecast{0.3, 0.2}, ShareForecast{0.95, 0.1}, ShareForecast{0.02, 0.01}}) {
        constexpr int steps = 20000;
        double mass = 0.0;
        double below = 0.0; // 0.7
        for (int n = 0; n < steps; ++n) {
            double const x = (n + 0.5) / steps;
            double const density = std::exp(log_density(forecast, x)) / steps;
            mass += density;
            if (x < 0.7) below += density;
        }
        EXPECT_NEAR(mass, 1.0, 1e-6);
        EXPECT_NEAR(probability_below(forecast, 0.7), below, 1e-4);
        EXPECT_EQ(probability_below(forecast, 1.0), 1.0);
    }
    // Far from both ends nothing is cut off.
    EXPECT_NEAR(log_density({0.5, 0.01}, 0.5), -std::log(0.01 * std::sqrt(2.0 * std::numbers::pi)), 1e-9);
}

} // namespace
} // namespace casus::estimate
