#include "casus/dilemma/links/bounded_search.hpp"

#include "casus/base/random.hpp"
#include "casus/dilemma/links/enumeration.hpp"
#include "casus/dilemma/links/member_bound.hpp"
#include "casus/dilemma/links/test_problem.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace casus::dilemma {
namespace {

double best_of_all(LinkProblem const& problem, LinkObjective objective) {
    Enumeration const all = enumerate_links(problem, {.best = 1, .frontier = false, .threads = 1});
    return objective == LinkObjective::Reliability ? all.most_reliable.front().reliability
                                                   : std::log(all.strongest.front().weakest);
}

TEST(MemberBounds, AreNowhereBelowTheValue) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        LinkProblem const problem =
            random_link_problem({.seed = seed, .members = 8, .rivals = 1 + seed % 3, .branches = 2}, 5, 1.0);
        Inputs const& in = problem.inputs;
        MemberBounds const bounds(in);
        std::vector<double> q(in.rivals, 0.3);
        for (Bounded const& what : {Bounded{.of = Bounded::Of::Reliability, .leader_conflict = q},
                                    Bounded{.of = Bounded::Of::Reliability, .leader_conflict = q, .spared_weight = q},
                                    Bounded{.of = Bounded::Of::Spared}, Bounded{.of = Bounded::Of::Dragged},
                                    Bounded{.of = Bounded::Of::Strength, .forces_tangent = 0.4}})
            for (std::uint32_t n = 0; n < 20; ++n) {
                auto const [x, y, z, w] = uniforms({.seed = seed, .purpose = Purpose::Test}, n);
                std::size_t const i = n % in.members;
                double const wide = n % 2 == 0 ? 0.1 : 1.5;
                std::vector<BoundPiece> cell{{x, x + wide * y, 0.1 * z, 0.1 * z + 0.2 * wide * w}};
                bounds.bound(i, what, cell);
                for (double const s : {0.0, 0.3, 0.7, 1.0})
                    for (double const f : {0.0, 0.5, 1.0}) {
                        BoundPiece const& p = cell.front();
                        double const linked = p.linked_low + s * (p.linked_high - p.linked_low);
                        double const forces = p.forces_low + f * (p.forces_high - p.forces_low);
                        std::vector<BoundPiece> point{{linked, linked, forces, forces}};
                        bounds.bound(i, what, point);
                        ASSERT_LE(point.front().value, p.value + p.by_linked * (linked - p.linked_low) +
                                                           p.by_forces * (forces - p.forces_low) + 1e-12)
                            << seed;
                    }
            }
    }
}

TEST(BoundedSearch, BoundsTheOptimumFromBothSidesHoweverFewItsNodes) {
    for (std::uint64_t seed = 1; seed <= 24; ++seed)
        for (LinkObjective const objective : {LinkObjective::Reliability, LinkObjective::Strength}) {
            LinkProblem const problem =
                random_link_problem({.seed = seed, .members = 10, .rivals = 1 + seed % 3, .branches = 3},
                                    seed % 2 == 0 ? 12 : 7, seed % 3 == 0 ? 1.0 : 0.3, seed % 2 == 0 ? 1 : 2);
            double const best = best_of_all(problem, objective);
            for (std::uint64_t const nodes : {0U, 3U, 20U}) {
                BoundedSearch const found =
                    search_links(problem, objective, {.seconds = 100.0, .nodes = nodes, .leaf_sets = 1});
                EXPECT_LE(found.value, best + 1e-12) << seed;
                EXPECT_GE(found.bound, best - 1e-9) << seed;
                EXPECT_GE(found.first_bound, best - 1e-9) << seed;
                EXPECT_NEAR(found.value, value_of(problem, found.best, objective), 1e-15);
                EXPECT_LE(problem.cost_of(found.best), problem.budget + 1e-12);
                EXPECT_GE(found.value, found.without);
            }
        }
}

TEST(BoundedSearch, ProvesSmallSystems) {
    for (std::uint64_t seed = 1; seed <= 8; ++seed)
        for (LinkObjective const objective : {LinkObjective::Reliability, LinkObjective::Strength}) {
            LinkProblem const problem =
                random_link_problem({.seed = seed, .members = 10, .rivals = 2, .branches = 3}, 10, 0.4);
            BoundedSearch const found = search_links(problem, objective, {.seconds = 100.0, .leaf_sets = 1});
            EXPECT_TRUE(found.proven) << seed << " " << found.gap();
            EXPECT_NEAR(found.value, best_of_all(problem, objective), 1e-9) << seed;
            BoundedSearch const whole = search_links(problem, objective, {.seconds = 100.0});
            EXPECT_TRUE(whole.proven);
            EXPECT_NEAR(whole.value, found.value, 1e-9);
        }
}

} // namespace
} // namespace casus::dilemma
