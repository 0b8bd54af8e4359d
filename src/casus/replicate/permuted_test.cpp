#include "casus/replicate/permuted.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace casus::replicate {
namespace {

constexpr auto F = Verdict::Follow;
constexpr auto H = Verdict::Hedge;
constexpr auto D = Verdict::Deviate;

/// Deals the expected words out in every distinct order.
std::vector<double> by_brute_force(std::vector<Verdict> expected, std::vector<Verdict> const& computed) {
    std::vector<double> ways(expected.size() + 1, 0.0);
    std::ranges::sort(expected);
    do {
        std::size_t agree = 0;
        for (std::size_t n = 0; n < expected.size(); ++n) agree += expected[n] == computed[n] ? 1 : 0;
        ways[agree] += 1.0;
    } while (std::ranges::next_permutation(expected).found);
    double const all = std::reduce(ways.begin(), ways.end());
    for (double& way : ways) way /= all;
    return ways;
}

TEST(Permuted, CountsWhatDealingAnewGives) {
    std::vector<Verdict> const expected{F, D, D, H, D, F, D, H, D};
    for (std::vector<Verdict> const& computed :
         {std::vector<Verdict>{F, D, H, H, D, D, D, D, D}, std::vector<Verdict>(9, D), expected}) {
        Permuted const permuted = permute(expected, computed);
        std::vector<double> const slow = by_brute_force(expected, computed);
        ASSERT_EQ(permuted.probability.size(), slow.size());
        for (std::size_t n = 0; n < slow.size(); ++n) EXPECT_NEAR(permuted.probability[n], slow[n], 1e-12) << n;
    }
}

TEST(Permuted, GivesNoCreditForSayingOneWord) {
    std::vector<Verdict> const expected{F, D, D, H, D};
    Permuted const permuted = permute(expected, std::vector<Verdict>(5, D));
    EXPECT_NEAR(permuted.mean, 3.0, 1e-12);
    EXPECT_NEAR(permuted.at_least_observed, 1.0, 1e-12);
}

TEST(Permuted, GivesFullAgreementItsOneChance) {
    // 5!/(1!·1!·3!) = 20 distinct ways, one of which is right throughout.
    std::vector<Verdict> const expected{F, D, D, H, D};
    EXPECT_NEAR(permute(expected, expected).at_least_observed, 1.0 / 20.0, 1e-12);
}

TEST(Permuted, GivesTheSameBitsEveryTime) {
    std::vector<Verdict> const expected{F, D, D, H, D, F, F};
    std::vector<Verdict> const computed{D, D, F, H, D, F, H};
    EXPECT_EQ(permute(expected, computed).probability, permute(expected, computed).probability);
}

} // namespace
} // namespace casus::replicate
