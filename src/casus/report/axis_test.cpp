#include "casus/report/axis.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace casus::report {

using testing::DoubleNear;
using testing::Pointwise;

TEST(Axis, PlacesValuesBetweenItsEnds) {
    Axis const axis{-1, 3};
    EXPECT_DOUBLE_EQ(axis.position(0), 0.25);
    EXPECT_DOUBLE_EQ(axis.position(9), 1.0);
    EXPECT_DOUBLE_EQ(axis.position(-9), 0.0);
    EXPECT_DOUBLE_EQ((Axis{2, 2}.position(2)), 0.5);
}

TEST(Axis, SortsValuesIntoClasses) {
    Axis const axis{0, 1};
    EXPECT_EQ(axis.step(0.0, 11), 0);
    EXPECT_EQ(axis.step(0.5, 11), 5);
    EXPECT_EQ(axis.step(1.0, 11), 10);
}

TEST(Axis, TicksAreRound) {
    EXPECT_THAT((Axis{0, 1}.ticks(6)), Pointwise(DoubleNear(1e-12), {0.0, 0.2, 0.4, 0.6, 0.8, 1.0}));
    EXPECT_THAT((Axis{-0.3, 0.72}.ticks(6)), Pointwise(DoubleNear(1e-12), {-0.2, 0.0, 0.2, 0.4, 0.6}));
    EXPECT_THAT((Axis{0, 1000}.ticks(3)), Pointwise(DoubleNear(1e-9), {0.0, 500.0, 1000.0}));
    EXPECT_THAT((Axis{2, 2}.ticks(3)), testing::ElementsAre(2.0));
}

TEST(Axis, TicksSayHowManyDecimalsTheyNeed) {
    EXPECT_EQ((Axis{0, 1}.tick_decimals(6)), 1);
    EXPECT_EQ((Axis{0, 0.1}.tick_decimals(6)), 2);
    EXPECT_EQ((Axis{0, 1000}.tick_decimals(3)), 0);
}

} // namespace casus::report
