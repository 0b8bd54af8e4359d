#include "casus/dilemma/links/enumeration.hpp"

#include "casus/dilemma/links/test_problem.hpp"
#include "casus/dilemma/risks.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace casus::dilemma {
namespace {

/// From scratch, by the formulas of the risks.
LinkPoint assessed_point(LinkProblem const& problem, std::uint64_t code) {
    LinkLevels const levels = levels_of(problem, code);
    Inputs const inputs = problem.with(levels);
    Risks risks(inputs);
    assess(inputs, risks);
    double const weakest = *std::min_element(risks.strength.begin(), risks.strength.end());
    return {problem.cost_of(levels), risks.system_reliability, std::exp(weakest), code};
}

void expect_near(LinkPoint const& a, LinkPoint const& b) {
    EXPECT_NEAR(a.cost, b.cost, 1e-12);
    EXPECT_NEAR(a.reliability, b.reliability, 1e-12) << a.code;
    EXPECT_NEAR(a.weakest, b.weakest, 1e-11 * b.weakest) << a.code;
}

std::vector<LinkPoint> brute(LinkProblem const& problem) {
    std::vector<LinkPoint> all;
    for (std::uint64_t code = 0; code < number_of_sets(problem); ++code)
        if (problem.cost_of(levels_of(problem, code)) <= problem.budget + 1e-12)
            all.push_back(assessed_point(problem, code));
    return all;
}

/// Whether some point of `by` is as good on all scales, but for rounding.
bool covered(LinkPoint const& point, std::vector<LinkPoint> const& by) {
    return std::any_of(by.begin(), by.end(), [&](LinkPoint const& other) {
        return other.cost <= point.cost + 1e-11 && other.reliability >= point.reliability - 1e-11 &&
               other.weakest >= point.weakest * (1.0 - 1e-10);
    });
}

TEST(Enumeration, MatchesTheFormulasSetBySetAndTheFrontierByBruteForce) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed)
        for (std::size_t const levels : {1U, 2U}) {
            LinkProblem const problem = random_link_problem(
                {.seed = seed, .members = 7, .rivals = 1 + seed % 4, .branches = 3}, levels == 1 ? 10 : 6, 0.5, levels);
            Enumeration const found = enumerate_links(problem, {.best = 5, .frontier = true, .threads = 1});
            std::vector<LinkPoint> const all = brute(problem);
            ASSERT_EQ(found.sets, number_of_sets(problem));
            ASSERT_EQ(found.allowed, all.size()) << seed;
            for (LinkPoint const& point : found.frontier) expect_near(point, assessed_point(problem, point.code));
            for (LinkPoint const& point : all) ASSERT_TRUE(covered(point, found.frontier)) << seed << " " << point.code;
            for (LinkPoint const& point : found.frontier)
                for (LinkPoint const& other : found.frontier)
                    ASSERT_TRUE(&point == &other || other.cost > point.cost || other.reliability < point.reliability ||
                                other.weakest < point.weakest);
            double reliability = 0.0;
            double weakest = 0.0;
            for (LinkPoint const& point : all) {
                reliability = std::max(reliability, point.reliability);
                weakest = std::max(weakest, point.weakest);
            }
            EXPECT_NEAR(found.most_reliable.front().reliability, reliability, 1e-12);
            EXPECT_NEAR(found.strongest.front().weakest, weakest, 1e-11 * weakest);
            for (LinkPoint const& point : found.most_reliable) expect_near(point, assessed_point(problem, point.code));
        }
}

TEST(Enumeration, MatchesTheFormulasAcrossBlocks) {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        LinkProblem problem = random_link_problem({.seed = seed, .members = 12, .rivals = 3, .branches = 4}, 17, 1.0);
        ASSERT_EQ(problem.candidates.size(), 17U);
        Enumeration const found = enumerate_links(problem, {.best = 200, .frontier = true, .threads = 2});
        EXPECT_EQ(found.allowed, found.sets);
        ASSERT_EQ(found.most_reliable.size(), 200U);
        for (LinkPoint const& point : found.most_reliable) expect_near(point, assessed_point(problem, point.code));
        for (LinkPoint const& point : found.strongest) expect_near(point, assessed_point(problem, point.code));
        for (LinkPoint const& point : found.frontier) expect_near(point, assessed_point(problem, point.code));
        for (std::uint64_t n = 0; n < 400; ++n) {
            std::uint64_t const code = (n * 0x9E3779B97F4A7C15ULL) >> 47;
            ASSERT_TRUE(covered(assessed_point(problem, code), found.frontier)) << code;
        }
    }
}

TEST(Enumeration, DependsNotOnThreads) {
    LinkProblem const problem = random_link_problem({.seed = 5, .members = 12, .rivals = 2, .branches = 3}, 18, 0.4);
    Enumeration const one = enumerate_links(problem, {.best = 9, .frontier = true, .threads = 1});
    Enumeration const three = enumerate_links(problem, {.best = 9, .frontier = true, .threads = 3});
    auto const same = [](std::vector<LinkPoint> const& a, std::vector<LinkPoint> const& b) {
        ASSERT_EQ(a.size(), b.size());
        for (std::size_t n = 0; n < a.size(); ++n) {
            EXPECT_EQ(a[n].code, b[n].code);
            EXPECT_EQ(a[n].cost, b[n].cost);
            EXPECT_EQ(a[n].reliability, b[n].reliability);
            EXPECT_EQ(a[n].weakest, b[n].weakest);
        }
    };
    same(one.frontier, three.frontier);
    same(one.most_reliable, three.most_reliable);
    same(one.strongest, three.strongest);
    EXPECT_EQ(one.allowed, three.allowed);
    EXPECT_LT(one.allowed, one.sets);
}

TEST(Enumeration, TakesAMemberWithManyCandidates) {
    LinkProblem problem = random_link_problem({.seed = 2, .members = 18, .rivals = 2, .branches = 3}, 1000, 1.0);
    std::vector<LinkCandidate> of_first;
    for (LinkCandidate const& link : problem.candidates)
        if (link.a == 0 || link.b == 0) of_first.push_back(link);
    ASSERT_GE(of_first.size(), 10U);
    problem.candidates = of_first;
    Enumeration const found = enumerate_links(problem, {.best = 20, .frontier = false, .threads = 1});
    for (LinkPoint const& point : found.most_reliable) expect_near(point, assessed_point(problem, point.code));
    EXPECT_TRUE(found.frontier.empty());
}

} // namespace
} // namespace casus::dilemma
