#include "casus/alienation/contest/search.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace casus::contest {
namespace {

/// Two sides and two cells with more than one equilibrium. Either the second side keeps all its money where most is at
/// stake for it, and the first attacks it there; or the second also fights for the other cell, which then takes all that
/// the first has, so that nothing threatens it at home. Found by searching random contests, then rounded.
Contest two_answers() {
    Contest contest(2, 2);
    contest.ground = {0.12, 0.001, 0.39, 0.002};
    contest.gain = {20.0, 52.0, 57.0, 5.0};
    contest.worth = {0.068, 0.142, 2.18, 0.064};
    contest.budget = {3.4, 18.1};
    return contest;
}

TEST(Search, FindsBothEquilibria) {
    Found const found = find_equilibria(two_answers(), {.starts = 32});
    EXPECT_EQ(found.unsolved, 0U);
    ASSERT_EQ(found.equilibria.size(), 2U);
    EXPECT_EQ(std::accumulate(found.reached.begin(), found.reached.end(), std::size_t{0}), 32U);
    for (Equilibrium const& at : found.equilibria) EXPECT_LE(at.residual, 1e-12);
    EXPECT_GT(distance(two_answers(), found.equilibria[0], found.equilibria[1]), 0.1);
}

TEST(Search, DoesNotDependOnThreads) {
    Found const one = find_equilibria(two_answers(), {.starts = 12, .threads = 1});
    Found const four = find_equilibria(two_answers(), {.starts = 12, .threads = 4});
    ASSERT_EQ(one.equilibria.size(), four.equilibria.size());
    EXPECT_EQ(one.reached, four.reached);
    for (std::size_t n = 0; n < one.equilibria.size(); ++n) EXPECT_EQ(one.equilibria[n].pull, four.equilibria[n].pull);
}

TEST(Search, StartsSpendTheBudgetsAndDiffer) {
    Contest contest(2, 9);
    for (std::size_t n = 0; n < 18; ++n) {
        contest.ground[n] = 0.4;
        contest.gain[n] = n == 4 ? 0.0 : 2.0;
        contest.worth[n] = 1.0;
    }
    contest.budget = {1.0, 3.0};
    EXPECT_EQ(start_at(contest, 1, 0).spent(contest, 1), 0.0);
    Equilibrium const first = start_at(contest, 1, 1);
    EXPECT_NEAR(first.spent(contest, 0), 1.0, 1e-12);
    EXPECT_NEAR(first.spent(contest, 1), 3.0, 1e-12);
    EXPECT_EQ(first.pull[4], 0.0) << "closed";
    EXPECT_NE(first.pull, start_at(contest, 1, 2).pull);
    EXPECT_NE(first.pull, start_at(contest, 2, 1).pull);
    EXPECT_EQ(first.pull, start_at(contest, 1, 1).pull);
}

} // namespace
} // namespace casus::contest
