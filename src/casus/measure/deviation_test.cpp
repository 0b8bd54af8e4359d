#include "casus/measure/deviation.hpp"

#include "casus/base/random.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace casus::measure {

TEST(Deviation, IsTheMeanDistance) {
    EXPECT_DOUBLE_EQ((Distances{{6, 2, 2}}.mean()), 0.3);
    EXPECT_EQ((Distances{{6, 2, 2}}.votes()), 10U);
    EXPECT_TRUE(std::isnan(Distances{}.mean()));
    EXPECT_TRUE(std::isnan(interval_of({}).low));
}

TEST(DeviationInterval, IsWilsonsWhereThereAreNoHalfSteps) {
    // Without half steps only the ½ added to each count parts it from Wilson's for a share of 30 of 100.
    Interval const interval = interval_of({{70, 0, 30}});
    EXPECT_NEAR(interval.low, 0.2309, 0.003);
    EXPECT_NEAR(interval.high, 0.3797, 0.003);
}

TEST(DeviationInterval, IsWideForFewVotesAndNeverEmptyAtTheEnds) {
    Interval const one = interval_of({{1, 0, 0}});
    EXPECT_EQ(one.low, 0.0);
    EXPECT_GT(one.high, 0.5);
    Interval const ten = interval_of({{10, 0, 0}});
    EXPECT_GT(ten.high, 0.1);
    EXPECT_LT(ten.high, one.high);
    EXPECT_EQ(interval_of({{0, 0, 10}}).high, 1.0);
    EXPECT_LT(interval_of({{0, 0, 10}}).low, 1.0);
    EXPECT_LT(interval_of({{0, 100, 0}}).high - interval_of({{0, 100, 0}}).low, 0.1);
}

/// The share of simulated series of n votes whose interval holds the truth.
double coverage(std::array<double, 3> const& shares, std::uint32_t n, std::uint32_t stream) {
    constexpr std::uint32_t series = 4000;
    double const truth = 0.5 * shares[1] + shares[2];
    std::uint32_t held = 0;
    for (std::uint32_t s = 0; s < series; ++s) {
        Distances distances;
        for (std::uint32_t vote = 0; vote < n; vote += 4) {
            auto const drawn = uniforms({.seed = 5, .run = s, .purpose = Purpose::Test, .i = stream}, vote / 4);
            for (std::uint32_t k = 0; k < 4 && vote + k < n; ++k)
                ++distances.counts[drawn[k] < shares[0] ? 0 : drawn[k] < shares[0] + shares[1] ? 1 : 2];
        }
        Interval const interval = interval_of(distances);
        if (interval.low <= truth && truth <= interval.high) ++held;
    }
    return static_cast<double>(held) / series;
}

TEST(DeviationInterval, HoldsTheTruthAboutNineTimesInTen) {
    std::vector<std::array<double, 3>> const kinds{{0.95, 0.05, 0.0}, {0.9, 0.05, 0.05}, {0.8, 0.15, 0.05},
                                                   {0.5, 0.3, 0.2},   {0.5, 0.0, 0.5},   {0.2, 0.6, 0.2},
                                                   {0.1, 0.1, 0.8}};
    std::uint32_t stream = 0;
    for (std::uint32_t const n : {5U, 10U, 20U, 50U, 150U}) {
        double sum = 0.0;
        for (auto const& shares : kinds) {
            double const held = coverage(shares, n, ++stream);
            EXPECT_GT(held, n < 20 ? 0.75 : 0.84) << n << " votes, " << shares[0] << " " << shares[1];
            sum += held;
        }
        EXPECT_GT(sum / static_cast<double>(kinds.size()), 0.88) << n;
        EXPECT_LT(sum / static_cast<double>(kinds.size()), 0.96) << n;
    }
}

} // namespace casus::measure
