// The central must-hold of the dilemma. `casus dilemma claim` prints the table; the numbers here are the same by seed.
#include "casus/dilemma/claim.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace casus::dilemma {
namespace {

Claim const& tested_claim() {
    static Claim const claim = test_claim({.seed = 1, .worlds = 1000, .threads = 2});
    return claim;
}

ByRivals const& dilemma_in(std::string const& key) {
    auto const& results = tested_claim().results;
    return std::ranges::find(results, key, &ClaimResult::key)->dilemma;
}

TEST(CentralClaim, IsZeroWithoutFightCostWithOneRivalAndOneDomainAndASlackBudget) {
    EXPECT_EQ(dilemma_in("no-fight-cost/no-trade")[0], 0.0);
    EXPECT_EQ(dilemma_in("no-fight-cost/harm-uncounted")[0], 0.0);
}

TEST(CentralClaim, GrowsWithRivals) {
    for (std::size_t v = 0; v < Claim::main_settings + 2; ++v) {
        ClaimResult const& result = tested_claim().results[v];
        fmt::print("{:28} {::6.3f}  links {::5.2f}\n", result.key, result.dilemma, result.linked_out);
        for (std::size_t r = 1; r < most_rivals; ++r) EXPECT_GT(result.dilemma[r], result.dilemma[r - 1]) << result.key;
    }
}

TEST(CentralClaim, GrowsWithDomainsAndWithTheCostOfAFight) {
    for (std::size_t r = 0; r < most_rivals; ++r) {
        EXPECT_GT(dilemma_in("no-fight-cost/two-domains")[r], dilemma_in("no-fight-cost/no-trade")[r]) << r;
        EXPECT_GT(dilemma_in("fight-cost/two-domains")[r], dilemma_in("fight-cost/no-trade")[r]) << r;
        EXPECT_GE(dilemma_in("fight-cost/no-trade")[r], dilemma_in("no-fight-cost/no-trade")[r]) << r;
        EXPECT_GE(dilemma_in("fight-cost/two-domains")[r], dilemma_in("no-fight-cost/two-domains")[r]) << r;
    }
}

// Where economic harm is left uncounted, security takes over its weight in what members lose (loss_im is a mean), so that the
// second domain adds little with two rivals: not a must-hold there, and docs/dilemma-strategies.md says so.
TEST(CentralClaim, GrowsWithDomainsOnTheWholeWhereWeightsShift) {
    double grown = 0.0;
    for (std::size_t r = 0; r < most_rivals; ++r)
        grown += dilemma_in("fight-cost/two-domains")[r] - dilemma_in("fight-cost/harm-uncounted")[r];
    EXPECT_GT(grown, 0.0);
    EXPECT_GT(dilemma_in("fight-cost/two-domains")[0], dilemma_in("fight-cost/harm-uncounted")[0]);
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
