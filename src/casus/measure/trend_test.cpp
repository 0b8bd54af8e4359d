#include "casus/measure/trend.hpp"

#include "casus/base/random.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace casus::measure {

TEST(Trend, OfALineIsItsSlope) {
    std::vector<double> const x{1990, 1991, 1993, 1994, 1996, 1997};
    std::vector<double> y;
    for (double const year : x) y.push_back(0.25 + 0.01 * (year - 1990));
    EXPECT_NEAR(trend_of(x, y).slope, 0.01, 1e-12);
}

TEST(Trend, AgreesWithAWorkedExample) {
    // R: confint(lm(y ~ x), level = 0.9); the residuals alternate, so that every point counts.
    std::vector<double> const x{1, 2, 3, 4, 5, 6, 7};
    std::vector<double> const y{1.5, 1.5, 3.5, 3.5, 5.5, 5.5, 7.5};
    Trend const trend = trend_of(x, y);
    EXPECT_NEAR(trend.slope, 1.0, 1e-12);
    EXPECT_NEAR(trend.interval.high - 1.0, 2.015048 * std::sqrt(12.0 / 7.0 / 5.0 / 28.0), 2e-3);
}

TEST(Trend, SaysNothingOfTooFewPoints) {
    EXPECT_TRUE(std::isnan(trend_of(std::vector<double>{1, 2}, std::vector<double>{0, 1}).slope));
    Trend const four = trend_of(std::vector<double>{1, 2, 3, 4}, std::vector<double>{0, 1, 1, 2});
    EXPECT_TRUE(std::isfinite(four.slope));
    EXPECT_TRUE(std::isnan(four.interval.low));
}

TEST(Trend, HoldsTheTruthWhereYearsResembleEachOther) {
    std::vector<double> x, y(60);
    for (int i = 0; i < 60; ++i) x.push_back(i);
    for (double const memory : {0.0, 0.5}) {
        int held = 0;
        for (std::uint32_t run = 0; run < 2000; ++run) {
            double noise = 0.0;
            for (std::uint32_t i = 0; i < 60; ++i) {
                noise = memory * noise + normals({.seed = 3, .run = run, .purpose = Purpose::Test, .i = 0}, i)[0];
                y[i] = 0.02 * i + noise;
            }
            Interval const interval = trend_of(x, y).interval;
            held += interval.low <= 0.02 && 0.02 <= interval.high ? 1 : 0;
        }
        EXPECT_GT(held / 2000.0, 0.85) << memory;
        EXPECT_LT(held / 2000.0, 0.95) << memory;
    }
}

} // namespace casus::measure
