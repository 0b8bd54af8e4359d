#include "casus/base/great_circle.hpp"

#include <gtest/gtest.h>

#include <numbers>

namespace casus {
namespace {

constexpr Kilometres radius{6371.0};
constexpr Coordinates paris{Degrees{48.8566}, Degrees{2.3522}};
constexpr Coordinates london{Degrees{51.5074}, Degrees{-0.1278}};
constexpr Coordinates washington{Degrees{38.9072}, Degrees{-77.0369}};
constexpr Coordinates tokyo{Degrees{35.6762}, Degrees{139.6503}};
constexpr Coordinates canberra{Degrees{-35.2809}, Degrees{149.1300}};

void expect_within_one_percent(Coordinates a, Coordinates b, double kilometres) {
    EXPECT_NEAR(great_circle(a, b, radius).value, kilometres, 0.01 * kilometres);
    EXPECT_NEAR(great_circle(b, a, radius).value, great_circle(a, b, radius).value, 1e-9);
}

TEST(GreatCircle, KnownDistances) {
    expect_within_one_percent(paris, london, 344.0);
    expect_within_one_percent(washington, tokyo, 10910.0); // across the date line
    expect_within_one_percent(tokyo, canberra, 7950.0);    // across the equator
    EXPECT_EQ(great_circle(paris, paris, radius).value, 0.0);
}

TEST(GreatCircle, HoldsAtPolesAndAntipodes) {
    double const half_way_round = std::numbers::pi * radius.value;
    EXPECT_NEAR(great_circle({Degrees{90}, Degrees{0}}, {Degrees{-90}, Degrees{77}}, radius).value, half_way_round,
                1e-6);
    EXPECT_NEAR(great_circle({Degrees{12.3}, Degrees{45.6}}, {Degrees{-12.3}, Degrees{-134.4}}, radius).value,
                half_way_round, 1e-3);
    EXPECT_NEAR(great_circle({Degrees{0}, Degrees{180}}, {Degrees{0}, Degrees{-180}}, radius).value, 0.0, 1e-9);
    EXPECT_LT(half_way_round, 20100.0); // the greatest distance that a case may give
}

} // namespace
} // namespace casus
