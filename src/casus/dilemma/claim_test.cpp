// The central must-hold of the dilemma. `casus dilemma claim` prints the table; the numbers here are the same by seed.
#include "casus/dilemma/claim.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <cmath>

namespace casus::dilemma {
namespace {

Claim const& tested_claim() {
    static Claim const claim = test_claim({.seed = 1, .worlds = 1000, .threads = 2});
    return claim;
}

TEST(CentralClaim, IsZeroWithoutFightCostWithOneRivalAndOneDomainAndASlackBudget) {
    ASSERT_EQ(tested_claim().results[0].key, "no-fight-cost/one-domain");
    EXPECT_EQ(tested_claim().results[0].dilemma[0], 0.0);
}

TEST(CentralClaim, GrowsWithRivals) {
    for (std::size_t v = 0; v < 4; ++v) {
        ClaimResult const& result = tested_claim().results[v];
        fmt::print("{:28} {::6.3f}  links {::5.2f}\n", result.key, result.dilemma, result.linked_out);
        for (std::size_t r = 1; r < most_rivals; ++r) EXPECT_GT(result.dilemma[r], result.dilemma[r - 1]) << result.key;
    }
}

TEST(CentralClaim, GrowsWithDomainsAndWithTheCostOfAFight) {
    auto const& results = tested_claim().results;
    for (std::size_t r = 0; r < most_rivals; ++r) {
        EXPECT_GT(results[1].dilemma[r], results[0].dilemma[r]);
        EXPECT_GT(results[3].dilemma[r], results[2].dilemma[r]);
        EXPECT_GE(results[2].dilemma[r], results[0].dilemma[r]);
        EXPECT_GE(results[3].dilemma[r], results[1].dilemma[r]);
    }
}

TEST(CentralClaim, LinksAreOftenTheWayOut) {
    for (std::size_t r = 1; r < most_rivals; ++r) EXPECT_GT(tested_claim().results[3].linked_out[r], 0.4);
}

TEST(CentralClaim, DoesNotDependOnThreads) {
    Claim const one = test_claim({.seed = 5, .worlds = 30, .threads = 1});
    Claim const two = test_claim({.seed = 5, .worlds = 30, .threads = 2});
    for (std::size_t v = 0; v < one.results.size(); ++v) {
        EXPECT_EQ(one.results[v].dilemma, two.results[v].dilemma);
        EXPECT_EQ(one.results[v].reliability, two.results[v].reliability);
    }
}

} // namespace
} // namespace casus::dilemma
