#include "casus/measure/polarity.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace casus::measure {
namespace {

Polarity of(std::vector<double> const& powers, PolarityThresholds const& thresholds = {}) {
    return polarity(powers, thresholds);
}

TEST(Polarity, ConcentrationOfThreePowersIsAsWorkedByHand) {
    // Shares .6 .2 .2: Σ s² = .44, CON = √[(.44 − 1/3)/(2/3)] = .4.
    Polarity const p = of({3.0, 1.0, 1.0});
    EXPECT_EQ(p.powers, 3u);
    EXPECT_NEAR(p.herfindahl, 0.44, 1e-15);
    EXPECT_NEAR(p.concentration, 0.4, 1e-15);
    EXPECT_NEAR(p.greatest, 0.6, 1e-15);
    EXPECT_NEAR(p.second, 0.2, 1e-15);
}

TEST(Polarity, ConcentrationGoesFromEqualPowersToOneThatHasAll) {
    for (std::size_t n = 2; n < 12; ++n) {
        EXPECT_NEAR(of(std::vector<double>(n, 0.1)).concentration, 0.0, 1e-7);
        EXPECT_NEAR(of(std::vector<double>(n, 0.1)).herfindahl, 1.0 / static_cast<double>(n), 1e-15);
        std::vector<double> one(n, 0.0);
        one[n / 2] = 0.3;
        EXPECT_NEAR(of(one).concentration, 1.0, 1e-15);
        EXPECT_NEAR(of(one).herfindahl, 1.0, 1e-15);
    }
    // Deviation form: CON² = Σ (s − 1/N)² / (1 − 1/N).
    std::vector<double> const powers{5.0, 4.0, 1.0, 7.0};
    double sum = 0.0;
    for (double const power : powers) sum += std::pow(power / 17.0 - 0.25, 2);
    EXPECT_NEAR(of(powers).concentration, std::sqrt(sum / 0.75), 1e-15);
}

TEST(Polarity, ConcentrationRisesWhenPowerGoesToTheGreater) {
    EXPECT_GT(of({6.0, 3.0, 1.0}).concentration, of({5.0, 4.0, 1.0}).concentration);
    EXPECT_EQ(of({6.0, 3.0, 1.0}).concentration, of({1.0, 6.0, 3.0}).concentration);
    EXPECT_NEAR(of({6.0, 3.0, 1.0}).concentration, of({60.0, 30.0, 10.0}).concentration, 1e-15);
}

TEST(Polarity, ClassesFollowTheThresholds) {
    EXPECT_EQ(of({6.0, 3.0, 1.0}).kind, PolarityClass::Unipolar);
    EXPECT_EQ(of({5.0, 5.0}).kind, PolarityClass::Bipolar);
    EXPECT_EQ(of({40.0, 30.0, 15.0, 15.0}).kind, PolarityClass::Bipolar);
    EXPECT_EQ(of({40.0, 20.0, 20.0, 20.0}).kind, PolarityClass::Multipolar); // the second is too small
    EXPECT_EQ(of({22.0, 21.0, 20.0, 19.0, 18.0}).kind, PolarityClass::Multipolar);
    EXPECT_EQ(of({1.0}).kind, PolarityClass::Unipolar);
    EXPECT_EQ(of({40.0, 20.0, 20.0, 20.0}, {.one = 0.4}).kind, PolarityClass::Unipolar);
    EXPECT_EQ(of({40.0, 20.0, 20.0, 20.0}, {.each_of_two = 0.2}).kind, PolarityClass::Bipolar);
    EXPECT_EQ(of({40.0, 30.0, 15.0, 15.0}, {.two_together = 0.75}).kind, PolarityClass::Multipolar);
}

TEST(Polarity, IsMissingWhereAPowerIs) {
    double const nan = std::numeric_limits<double>::quiet_NaN();
    for (auto const& powers : {std::vector{1.0, nan, 2.0}, std::vector{0.0, 0.0}, std::vector<double>{}}) {
        Polarity const p = of(powers);
        for (double const x : {p.concentration, p.herfindahl, p.greatest, p.second}) EXPECT_TRUE(std::isnan(x));
        EXPECT_FALSE(p.kind.has_value());
    }
    EXPECT_TRUE(std::isnan(of({1.0}).concentration)); // 0/0: one power has nobody to be unequal to
    EXPECT_EQ(of({1.0}).herfindahl, 1.0);
}

} // namespace
} // namespace casus::measure
