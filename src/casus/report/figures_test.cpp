#include "casus/report/figures.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace casus::report {

namespace {
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
}

TEST(Figures, HaveARealMinusAndNoNegativeZero) {
    EXPECT_EQ(figure(-0.42, 2), "−0.42");
    EXPECT_EQ(figure(-0.001, 2), "0.00");
    EXPECT_EQ(figure(0.0, 0), "0");
}

TEST(Figures, SetThousandsApart) {
    EXPECT_EQ(figure(23315081, 0), "23,315,081");
    EXPECT_EQ(figure(-1234.5, 1), "−1,234.5");
    EXPECT_EQ(figure(999, 0), "999");
}

TEST(Figures, ShowADashForWhatIsMissing) {
    EXPECT_EQ(figure(nan, 2), "–");
    EXPECT_EQ(cell_figure(nan, 0, 1), "–");
    EXPECT_EQ(figure(std::numeric_limits<double>::infinity(), 1), "–");
}

TEST(Figures, OfSharesDropTheZero) {
    EXPECT_EQ(cell_figure(0.724, 0, 1), ".72");
    EXPECT_EQ(cell_figure(1, 0, 1), "1.00");
    EXPECT_EQ(cell_figure(0.999, 0, 1), "1.00");
    EXPECT_EQ(cell_figure(-0.5, -1, 1), "−.50");
    EXPECT_EQ(cell_figure(0.5, 0, 10), "0.5");
    EXPECT_EQ(cell_figure(10.04, 0, 100), "10");
}

TEST(Figures, OfLedgersKeepTheDigitsThatCount) {
    EXPECT_EQ(ledger_figure(0.0412), "0.041");
    EXPECT_EQ(ledger_figure(-12.345), "−12.35");
    EXPECT_EQ(ledger_figure(116.79), "116.8");
    EXPECT_EQ(ledger_figure(23315081.2), "23,315,081");
    EXPECT_EQ(ledger_figure(-0.00021), "−0.00021");
    EXPECT_EQ(ledger_figure(0.0), "0.000");
}

TEST(Figures, OfScalesAreShort) {
    EXPECT_EQ(short_figure(0), "0");
    EXPECT_EQ(short_figure(-1), "−1");
    EXPECT_EQ(short_figure(0.25), "0.25");
    EXPECT_EQ(short_figure(nan), "–");
}

TEST(Figures, OfIntervals) { EXPECT_EQ(figure(Interval{-0.1, 0.5}, 1), "[−0.1, 0.5]"); }

} // namespace casus::report
