#include "casus/base/probability.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace casus {
namespace {

TEST(Logistic, IsSymmetricAndNeverLeavesTheUnitInterval) {
    EXPECT_EQ(logistic(0.0), 0.5);
    EXPECT_NEAR(logistic(2.0), 0.8807970779778823, 1e-15);
    for (double const x : {0.1, 1.0, 7.0, 40.0}) EXPECT_NEAR(logistic(x) + logistic(-x), 1.0, 1e-15);
    EXPECT_EQ(logistic(1e6), 1.0);
    EXPECT_EQ(logistic(-1e6), 0.0);
    EXPECT_EQ(logistic(std::numeric_limits<double>::infinity()), 1.0);
}

TEST(Either, ClipsFirst) {
    EXPECT_EQ(clip01(-0.2), 0.0);
    EXPECT_EQ(clip01(1.2), 1.0);
    EXPECT_NEAR(either(0.5, 0.2), 0.6, 1e-15);
    EXPECT_EQ(either(-3.0, 0.25), 0.25);
    EXPECT_EQ(either(0.3, 7.0), 1.0);
    EXPECT_EQ(either(0.0, 0.0), 0.0);
}

TEST(AnyOf, JoinsAsPairsDo) {
    EXPECT_EQ(any_of({}), 0.0);
    EXPECT_NEAR(any_of(std::vector{0.1, 0.5, 0.3}), either(either(0.1, 0.5), 0.3), 1e-15);
    EXPECT_EQ(any_of(std::vector{0.1, 1.5, -4.0}), 1.0);
}

} // namespace
} // namespace casus
