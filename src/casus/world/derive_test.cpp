#include "casus/world/derive.hpp"

#include <gtest/gtest.h>

#include <numbers>

namespace casus {
namespace {

constexpr Coordinates paris{Degrees{48.8566}, Degrees{2.3522}};
constexpr Coordinates london{Degrees{51.5074}, Degrees{-0.1278}};
constexpr Coordinates washington{Degrees{38.9072}, Degrees{-77.0369}};
constexpr Coordinates tokyo{Degrees{35.6762}, Degrees{139.6503}};
constexpr Coordinates canberra{Degrees{-35.2809}, Degrees{149.1300}};

void expect_within_one_percent(Coordinates a, Coordinates b, double kilometres) {
    EXPECT_NEAR(great_circle(a, b).value, kilometres, 0.01 * kilometres);
    EXPECT_NEAR(great_circle(b, a).value, great_circle(a, b).value, 1e-9);
}

TEST(GreatCircle, KnownDistances) {
    expect_within_one_percent(paris, london, 344.0);
    expect_within_one_percent(washington, tokyo, 10910.0); // across the date line
    expect_within_one_percent(tokyo, canberra, 7950.0);    // across the equator
    EXPECT_EQ(great_circle(paris, paris).value, 0.0);
}

TEST(GreatCircle, HoldsAtPolesAndAntipodes) {
    double const half_way_round = std::numbers::pi * 6371.0;
    EXPECT_NEAR(great_circle({Degrees{90}, Degrees{0}}, {Degrees{-90}, Degrees{77}}).value, half_way_round, 1e-6);
    EXPECT_NEAR(great_circle({Degrees{12.3}, Degrees{45.6}}, {Degrees{-12.3}, Degrees{-134.4}}).value, half_way_round,
                1e-3);
    EXPECT_NEAR(great_circle({Degrees{0}, Degrees{180}}, {Degrees{0}, Degrees{-180}}).value, 0.0, 1e-9);
    EXPECT_LT(half_way_round, 20100.0); // the greatest distance that a case may give
}

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
