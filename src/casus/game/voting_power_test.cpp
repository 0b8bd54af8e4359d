#include "casus/game/voting_power.hpp"

#include "casus/base/random.hpp"
#include "casus/game/constructions.hpp"
#include "casus/game/semivalue.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace casus::game {
namespace {

VotingPower power_of(std::uint64_t quota, std::vector<std::uint64_t> weights) {
    VotingRule const rule{quota, std::move(weights)};
    return voting_power(std::span(&rule, 1));
}

// UN Security Council of 1946: five permanent members with veto, six others, seven votes of eleven. As a weighted game
// [27; 5,5,5,5,5, 1×6]. Shapley and Shubik 1954: 76/77 of the power lies with the five.
TEST(SecurityCouncil, Of1946) {
    VotingPower const power = power_of(27, {5, 5, 5, 5, 5, 1, 1, 1, 1, 1, 1});
    EXPECT_NEAR(power.shapley_shubik[0], 76.0 / 77.0 / 5.0, 1e-15);
    EXPECT_NEAR(power.shapley_shubik[5], 1.0 / 77.0 / 6.0, 1e-15);
    EXPECT_EQ(power.swings[0], 57); // two or more of six
    EXPECT_EQ(power.swings[5], 5);  // exactly one of the other five
}

// UN Security Council since 1965: ten others, nine votes of fifteen, [39; 7×5, 1×10]. Straffin 1993, page 199:
// Shapley–Shubik .1963 and .00186; Banzhaf swings 848 and 84.
TEST(SecurityCouncil, Of1965) {
    VotingPower const power = power_of(39, {7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
    EXPECT_NEAR(power.shapley_shubik[0], 421.0 / 2145.0, 1e-15);
    EXPECT_NEAR(power.shapley_shubik[5], 4.0 / 2145.0, 1e-15);
    EXPECT_EQ(power.swings[0], 848);
    EXPECT_EQ(power.swings[5], 84);
    EXPECT_EQ(power.winning, 848);
}

// Council of the European Union under the Treaty of Nice, 27 members: 255 of 345 votes, 14 members, 62 % of the
// population (per mille, rounded). Votes, quota and the figures of Felsenthal and Machover 2001 ("The Treaty of Nice and
// qualified majority voting", rule N27: 2.02 % of the coalitions win; normalised Banzhaf 7.78 % for Germany to 0.94 % for
// Malta) are from memory: neither the treaty nor the paper was at hand. What holds them together is checked: the votes add
// up to 345, the blocking minority is 91, the shares of population to a thousand but for rounding, and the counts give the
// published figures.
TEST(EuropeanUnion, CouncilUnderNice) {
    std::vector<std::uint64_t> const votes{29, 29, 29, 29, 27, 27, 14, 13, 12, 12, 12, 12, 12, 10,
                                           10, 10, 7,  7,  7,  7,  7,  4,  4,  4,  4,  4,  3};
    std::vector<std::uint64_t> const population{170, 123, 123, 120, 82, 80, 47, 33, 22, 21, 21, 21, 21, 18,
                                                17,  17,  11,  11,  11, 8,  8,  5,  4,  3,  2,  1,  1};
    std::vector<VotingRule> rules{{255, votes}, {620, population}, {14, std::vector<std::uint64_t>(27, 1)}};
    ASSERT_EQ(rules[0].total(), 345U);
    ASSERT_EQ(rules[0].total() - rules[0].quota + 1, 91U);
    ASSERT_NEAR(static_cast<double>(rules[1].total()), 1000.0, 27.0 / 2.0);
    rules[1].quota = (rules[1].total() * 62 + 99) / 100;
    VotingPower const power = voting_power(rules);
    EXPECT_NEAR(power.winning.convert_to<double>() / 134217728.0, 0.0202, 1e-4);
    EXPECT_NEAR(power.normalised_banzhaf[0], 0.0778, 2e-4);
    EXPECT_NEAR(power.normalised_banzhaf[4], 0.0742, 2e-4);
    EXPECT_NEAR(power.normalised_banzhaf[26], 0.0094, 2e-4);
    EXPECT_NEAR(std::accumulate(power.shapley_shubik.begin(), power.shapley_shubik.end(), 0.0), 1.0, 1e-12);
}

TEST(VotingPower, CountsWhatTheListOfAllCoalitionsHolds) {
    for (std::uint32_t run = 0; run < 120; ++run) {
        std::uint32_t block = 0;
        auto next = [&] { return uniforms({.seed = 5, .run = run, .purpose = Purpose::Test}, block++)[0]; };
        std::size_t const n = 1 + run % 9;
        std::vector<VotingRule> rules(1 + run % 3);
        for (VotingRule& rule : rules) {
            for (std::size_t i = 0; i < n; ++i) rule.weights.push_back(static_cast<std::uint64_t>(8.0 * next()));
            rule.weights[0] += 1;
            rule.quota = 1 + static_cast<std::uint64_t>(next() * static_cast<double>(rule.total()));
        }
        if (run % 5 == 0) rules.push_back({(2 * n + 2) / 3, std::vector<std::uint64_t>(n, 1)});
        VotingPower const power = voting_power(rules);
        DenseGame const game = voting_game(rules);
        Allocation const phi = shapley(game);
        Allocation const beta = banzhaf(game);
        for (std::size_t i = 0; i < n; ++i) {
            EXPECT_NEAR(power.shapley_shubik[i], phi[i], 1e-13) << "run " << run << " player " << i;
            EXPECT_NEAR(power.banzhaf[i], beta[i], 1e-13) << "run " << run << " player " << i;
        }
        EXPECT_EQ(power.winning.convert_to<double>(), std::accumulate(game.values().begin(), game.values().end(), 0.0));
    }
}

// Five hundred voters of equal weight and a simple majority: swings C(499, 250), a number of 495 bits.
TEST(VotingPower, DoesNotOverflowAtFiveHundredVoters) {
    std::vector<std::uint64_t> weights(500, 2);
    weights[0] = 1; // so that the rule is not one of size alone
    VotingPower const power = power_of(502, weights);
    // Others reach 502 with 251 votes of two; voter 0 adds one to an even sum and never turns it.
    EXPECT_EQ(power.swings[0], 0);
    BigInteger of_others = 1;
    for (int k = 1; k <= 250; ++k) of_others = of_others * (498 - 250 + k) / k;
    EXPECT_EQ(power.swings[1], 2 * of_others); // exactly 250 of the other 498, with or without voter 0
    BigInteger factorial = 1;
    for (int k = 2; k <= 500; ++k) factorial *= k;
    BigInteger pivots = 0;
    for (BigInteger const& p : power.pivots) pivots += p;
    EXPECT_EQ(pivots, factorial) << "every order has one pivot";
}

TEST(VotingPower, SaysWhenTheTableIsTooLarge) {
    VotingRule const rule{500'000'000, {400'000'000, 300'000'000, 299'999'999}};
    EXPECT_THROW((void)voting_power(std::span(&rule, 1)), Error);
}

} // namespace
} // namespace casus::game
