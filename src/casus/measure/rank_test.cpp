#include "casus/measure/rank.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace casus::measure {
namespace {

TEST(Ranks, GreatestFirstAndTiesShare) {
    EXPECT_EQ(ranks(std::vector{0.1, 0.5, 0.5, 0.9}), (std::vector{4.0, 2.5, 2.5, 1.0}));
    EXPECT_TRUE(ranks({}).empty());
}

TEST(KendallTauB, KnownValues) {
    // No ties: 8 concordant, 2 discordant of 10 pairs.
    EXPECT_NEAR(kendall_tau_b(std::vector{1.0, 2.0, 3.0, 4.0, 5.0}, std::vector{2.0, 1.0, 4.0, 3.0, 5.0}), 0.6, 1e-12);
    EXPECT_NEAR(kendall_tau_b(std::vector{1.0, 2.0, 3.0}, std::vector{3.0, 2.0, 1.0}), -1.0, 1e-12);
    // One tie in a: (C − D)/√((n0 − n1) n0) = 2/√6.
    EXPECT_NEAR(kendall_tau_b(std::vector{1.0, 1.0, 2.0}, std::vector{1.0, 2.0, 3.0}), 2.0 / std::sqrt(6.0), 1e-12);
    EXPECT_TRUE(std::isnan(kendall_tau_b(std::vector{1.0, 1.0}, std::vector{1.0, 2.0})));
}

} // namespace
} // namespace casus::measure
