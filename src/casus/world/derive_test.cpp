#include "casus/world/derive.hpp"

#include <gtest/gtest.h>

namespace casus {
namespace {

TEST(OffenceFromSpending, RisesAtAFallingRate) {
    EXPECT_EQ(offence_from_spending(0.0), 0.0);
    EXPECT_EQ(offence_from_spending(50e9), 0.5);
    EXPECT_NEAR(offence_from_spending(800e9), 800.0 / 850.0, 1e-15);
    EXPECT_LT(offence_from_spending(1e13), 1.0);
}

TEST(Slopes, AreThoseOfTheRules) {
    for (double const x : {1e9, 50e9, 700e9})
        EXPECT_NEAR(slope_of_offence(x) * 1e9,
                    (offence_from_spending(x + 1e6) - offence_from_spending(x - 1e6)) / 2e6 * 1e9, 1e-9);
    for (double const x : {1e4, 5e5, 1e7})
        EXPECT_NEAR(slope_of_depth(x) * 1e6, (depth_from_area(x + 1.0) - depth_from_area(x - 1.0)) / 2.0 * 1e6, 1e-6);
}

TEST(DepthFromArea, IsNeverNothing) {
    EXPECT_EQ(depth_from_area(0.0), 0.001);
    EXPECT_EQ(depth_from_area(1.0), 0.001);
    EXPECT_EQ(depth_from_area(500'000.0), 0.5);
    EXPECT_LT(depth_from_area(1.7e7), 1.0);
}

} // namespace
} // namespace casus
