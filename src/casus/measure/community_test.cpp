#include "casus/measure/community.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace casus::measure {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Two actors (0, 1) with common enemies 2 and 3; 3 is in the environment of 1 alone until a test says otherwise.
struct Sample {
    std::vector<double> threat{0.0, 0.1, 0.3, 0.0, //
                               0.2, 0.0, 0.3, 0.0, //
                               0.9, 0.4, 0.0, 0.0, //
                               0.5, 0.5, 0.0, 0.0};
    std::vector<std::uint8_t> environments{0, 1, 1, 0, //
                                           1, 0, 1, 1, //
                                           1, 1, 0, 0, //
                                           0, 0, 0, 0};

    [[nodiscard]] double security() const { return security_community({4, threat, environments}, 0, 1); }
};

TEST(Community, OfSecurityIsAsWorkedByHand) {
    Sample sample;
    EXPECT_NEAR(sample.security(), 0.6 * 0.8, 1e-15); // √(.9 · .4) and the greater mutual threat, .2
    sample.environments[3] = 1;
    EXPECT_NEAR(sample.security(), (1.0 - 0.4 * 0.5) * 0.8, 1e-15);
    EXPECT_EQ(security_community({4, sample.threat, sample.environments}, 1, 0), sample.security());
}

TEST(Community, OfSecurityNeedsACommonThreatAndNoMutualOne) {
    Sample sample;
    double const before = sample.security();
    sample.threat[8] = 1.0;
    EXPECT_GT(sample.security(), before);
    sample.threat[1] = 0.6;
    EXPECT_LT(sample.security(), before);
    sample.threat[4] = 1.0;
    EXPECT_EQ(sample.security(), 0.0);
    Sample apart;
    apart.environments[2] = 0;
    EXPECT_EQ(apart.security(), 0.0);
}

TEST(Community, OfPoliticsIsASharedStake) {
    EXPECT_EQ(political_community({.domino = 1.0, .status = 0.0}, {.domino = 0.0, .status = 1.0}), 0.0);
    EXPECT_NEAR(political_community({.domino = 0.9, .status = 0.5}, {.domino = 0.4, .status = 0.5}), 0.8, 1e-15);
    EXPECT_GT(political_community({.domino = 0.9, .status = 0.5}, {.domino = 0.5, .status = 0.5}), 0.8);
}

TEST(Community, OfEconomiesHasSuezInIt) {
    // √(20/100 · 20/400) = .1 of mutual trade; √(4/100 · 36/400) = .06 in one contested place.
    std::vector<double> const i{4.0}, j{36.0};
    EXPECT_NEAR(economic_community(20.0, {}, {}, 100.0, 400.0, 0.1), 0.5, 1e-15);
    EXPECT_NEAR(economic_community(20.0, i, j, 100.0, 400.0, 0.1), 0.16 / 0.26, 1e-15);
    EXPECT_NEAR(economic_community(0.0, i, j, 100.0, 400.0, 0.06), 0.5, 1e-15); // no mutual trade at all
    EXPECT_EQ(economic_community(0.0, {}, {}, 100.0, 400.0, 0.1), 0.0);
    EXPECT_LT(economic_community(1e9, i, j, 100.0, 400.0, 0.1), 1.0);
}

TEST(Community, OfMindsAndValuesFallWithDistance) {
    EXPECT_EQ(cognitive_community(0.7, 0.7), 1.0);
    EXPECT_NEAR(cognitive_community(-1.0, 1.0), std::exp(-2.0), 1e-15);
    EXPECT_NEAR(cognitive_community(1.0, -1.0, 2.0), std::exp(-1.0), 1e-15);
    EXPECT_NEAR(value_community(0.9, 0.4, 0.0), 0.5, 1e-15);
    EXPECT_NEAR(value_community(0.9, 0.4, 1.0), 0.75, 1e-15);
    EXPECT_EQ(value_community(0.4, 0.4, 0.0), 1.0);
}

TEST(Community, IsMissingWhereAnInputIs) {
    for (std::size_t const missing : {std::size_t{8}, std::size_t{9}, std::size_t{1}, std::size_t{4}}) {
        Sample sample;
        sample.threat[missing] = nan;
        EXPECT_TRUE(std::isnan(sample.security())) << missing;
    }
    std::vector<double> const trade{nan}, known{1.0};
    EXPECT_TRUE(std::isnan(political_community({.domino = nan, .status = 0.5}, {.domino = 0.4, .status = 0.5})));
    EXPECT_TRUE(std::isnan(economic_community(nan, {}, {}, 1.0, 1.0, 0.1)));
    EXPECT_TRUE(std::isnan(economic_community(1.0, trade, known, 1.0, 1.0, 0.1)));
    EXPECT_TRUE(std::isnan(economic_community(1.0, {}, {}, nan, 1.0, 0.1)));
    EXPECT_TRUE(std::isnan(cognitive_community(nan, 0.0)));
    EXPECT_TRUE(std::isnan(value_community(0.5, 0.5, nan)));
}

} // namespace
} // namespace casus::measure
