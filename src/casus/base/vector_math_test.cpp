#include "casus/base/vector_math.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace casus {
namespace {

/// Distance of `value` from `exact`, in units of the last place of the double nearest to `exact`.
double units_off(double value, long double exact) {
    double const unit = std::ldexp(1.0, std::ilogb(static_cast<double>(exact)) - 52);
    return static_cast<double>(std::fabs(static_cast<long double>(value) - exact) / unit);
}

TEST(VectorMath, ExpIsWithinTwoUnitsOfTheLibrary) {
    std::vector<double> xs;
    for (int i = 0; i <= 200000; ++i) xs.push_back(-700.0 + 0.007 * i);
    for (int i = -5000; i <= 5000; ++i) xs.push_back(i * 1e-4);
    std::vector<double> ys = xs;
    exp_in_place(ys);
    for (std::size_t i = 0; i < xs.size(); ++i)
        ASSERT_LE(units_off(ys[i], std::exp(static_cast<long double>(xs[i]))), 2.0) << xs[i];
}

TEST(VectorMath, ExpIsExactAtZeroClampsAndKeepsNaN) {
    double const infinity = std::numeric_limits<double>::infinity();
    std::vector<double> xs{0.0, -0.0, 1e9, infinity, 708.0, -1e9, -infinity, -708.0, std::nan("")};
    exp_in_place(xs);
    EXPECT_EQ(xs[0], 1.0);
    EXPECT_EQ(xs[1], 1.0);
    EXPECT_EQ(xs[2], xs[4]);
    EXPECT_EQ(xs[3], xs[4]);
    EXPECT_EQ(xs[5], xs[7]);
    EXPECT_EQ(xs[6], xs[7]);
    EXPECT_TRUE(std::isfinite(xs[4]));
    EXPECT_GT(xs[7], 0.0);
    EXPECT_TRUE(std::isnan(xs[8]));
}

TEST(VectorMath, LogIsWithinTwoUnitsOfTheLibrary) {
    std::vector<double> xs{std::numeric_limits<double>::min(),
                           std::numeric_limits<double>::max(),
                           0x1p-33,
                           1.0 - 0x1p-33,
                           1.0 - 0x1p-53,
                           1.0 + 0x1p-52};
    for (int i = 1; i <= 200000; ++i) xs.push_back(i * 2e-5);
    for (int i = -1000; i <= 1000; ++i) xs.push_back(1.3 * std::ldexp(1.0, i));
    std::vector<double> ys = xs;
    log_in_place(ys);
    for (std::size_t i = 0; i < xs.size(); ++i) {
        long double const exact = std::log(static_cast<long double>(xs[i]));
        if (exact == 0.0L) continue;
        ASSERT_LE(units_off(ys[i], exact), 2.0) << xs[i];
    }
    EXPECT_EQ(lane::log(1.0), 0.0);
}

TEST(VectorMath, SineAndCosineOfTurnsAreWithinTwoUnitsOfTheLibrary) {
    constexpr long double two_pi = 6.283185307179586476925286766559L;
    for (std::uint32_t i = 0; i < 200000; ++i) {
        double const turns = (i * 2654435761u + 0.5) * 0x1p-32;
        // Reduced exactly before the library is asked, so that the reference is good where a function is near zero.
        int const quadrant = static_cast<int>(std::lround(4.0 * turns)) % 4;
        long double const x = (static_cast<long double>(turns) - std::round(4.0 * turns) / 4.0L) * two_pi;
        long double const s = std::sin(x);
        long double const c = std::cos(x);
        long double const sine = quadrant == 0 ? s : quadrant == 1 ? c : quadrant == 2 ? -s : -c;
        long double const cosine = quadrant == 0 ? c : quadrant == 1 ? -s : quadrant == 2 ? -c : s;
        auto const got = lane::sine_cosine_of_turns(turns);
        ASSERT_LE(units_off(got.sine, sine), 2.0) << turns;
        ASSERT_LE(units_off(got.cosine, cosine), 2.0) << turns;
    }
}

TEST(VectorMath, SineAndCosineAtTheQuarters) {
    double const sines[] = {0.0, 1.0, 0.0, -1.0, 0.0};
    double const cosines[] = {1.0, 0.0, -1.0, 0.0, 1.0};
    for (int quarter = 0; quarter <= 4; ++quarter) {
        auto const got = lane::sine_cosine_of_turns(0.25 * quarter);
        EXPECT_EQ(got.sine, sines[quarter]) << quarter;
        EXPECT_EQ(got.cosine, cosines[quarter]) << quarter;
    }
}

} // namespace
} // namespace casus
