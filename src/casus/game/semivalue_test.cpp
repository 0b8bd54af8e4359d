#include "casus/game/semivalue.hpp"

#include "casus/game/constructions.hpp"
#include "casus/game/random_game.hpp"
#include "casus/game/tau_value.hpp"
#include "casus/game/union_value.hpp"
#include "casus/game/weighted_sums.hpp"

#include <boost/multiprecision/cpp_int.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace casus::game {
namespace {

using Rational = boost::multiprecision::cpp_rational;

/// Marginal contributions in every order of arrival that `allowed` admits, averaged in exact rationals.
template <class Allowed> std::vector<Rational> over_orders(DenseGame const& game, Allowed&& allowed) {
    std::size_t const n = game.players();
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<Rational> sum(n);
    long count = 0;
    do {
        if (!allowed(order)) continue;
        ++count;
        Coalition before = 0;
        for (std::size_t const i : order) {
            sum[i] += Rational(game[before | single(i)]) - Rational(game[before]);
            before |= single(i);
        }
    } while (std::ranges::next_permutation(order).found);
    for (Rational& value : sum) value /= count;
    return sum;
}

void expect_near(Allocation const& found, std::vector<Rational> const& exact, double tolerance) {
    ASSERT_EQ(found.size(), exact.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        EXPECT_NEAR(found[i], exact[i].convert_to<double>(), tolerance) << "player " << i;
}

TEST(Shapley, IsTheMeanOverAllOrders) {
    for (Distribution const d : all_distributions)
        for (std::size_t n = 1; n <= 7; ++n) {
            DenseGame const game = random_game(d, n, 11 + n);
            expect_near(shapley(game), over_orders(game, [](auto const&) { return true; }), 1e-12 * game.scale());
        }
}

TEST(Semivalue, IsTheWeightedSumOfMarginalContributions) {
    for (std::size_t n = 1; n <= 8; ++n) {
        DenseGame const game = random_game(Distribution::Signed, n, n);
        std::vector<double> const weights = binomial_weights(n, 0.3);
        std::vector<Rational> exact(n);
        for (std::size_t i = 0; i < n; ++i)
            for (Coalition s = 0; s < single(n); ++s)
                if (!contains(s, i))
                    exact[i] += Rational(weights[size_of(s)]) * (Rational(game[s | single(i)]) - Rational(game[s]));
        expect_near(semivalue(game, weights), exact, 1e-13);
    }
}

// Above nine players the pass goes by blocks; the sums are compared with the plain definition.
TEST(WeightedSums, BlocksAgreeWithTheDefinitionWhateverTheThreads) {
    for (std::size_t const n : {10U, 13U, 17U}) {
        DenseGame const game = random_game(Distribution::Signed, n, 3);
        std::vector<double> a(n + 1);
        std::vector<double> b(n + 1);
        for (std::size_t s = 0; s <= n; ++s) a[s] = 1.0 + static_cast<double>(s * s % 7), b[s] = static_cast<double>(s);
        std::vector<double> plain(n, 0.0);
        double all = 0.0;
        for (Coalition s = 0; s < single(n); ++s) {
            for_each_member(s, [&](std::size_t i) { plain[i] += a[size_of(s)] * game[s]; });
            all += b[size_of(s)] * game[s];
        }
        WeightedSums const one = weighted_sums(game.values(), a, b, 1);
        for (std::size_t i = 0; i < n; ++i) EXPECT_NEAR(one.containing[i], plain[i], 1e-8);
        EXPECT_NEAR(one.all, all, 1e-8);
        for (std::size_t const threads : {2U, 8U}) {
            WeightedSums const more = weighted_sums(game.values(), a, b, threads);
            EXPECT_EQ(more.containing, one.containing);
            EXPECT_EQ(more.all, one.all);
        }
    }
}

TEST(Shapley, KeepsItsAxiomsOnRandomGames) {
    for (Distribution const d : all_distributions) {
        std::size_t const n = 11;
        DenseGame const game = random_game(d, n, 5);
        DenseGame const other = random_game(Distribution::Signed, n, 6);
        Allocation const phi = shapley(game);
        double const tolerance = 1e-11 * (game.scale() + 1.0);
        EXPECT_NEAR(std::accumulate(phi.begin(), phi.end(), 0.0), game.total(), tolerance) << "efficiency";
        Allocation const of_sum = shapley(sum(game, other));
        Allocation const of_other = shapley(other);
        Allocation const of_dual = shapley(dual(game));
        for (std::size_t i = 0; i < n; ++i) {
            EXPECT_NEAR(of_sum[i], phi[i] + of_other[i], tolerance) << "additivity";
            EXPECT_NEAR(of_dual[i], phi[i], tolerance) << "self-duality";
        }
        // Player 2 made a dummy, players 0 and 1 made alike.
        auto alike = [](Coalition s) { return contains(s, 1) && !contains(s, 0) ? (s & ~Coalition{2}) | 1U : s; };
        DenseGame const shaped = DenseGame::tabulate(n, [&](Coalition s) {
            Coalition const without = alike(s & ~Coalition{4});
            return game[without] + (contains(s, 2) ? 7.0 : 0.0);
        });
        Allocation const told = shapley(shaped);
        EXPECT_NEAR(told[2], 7.0, tolerance + 1e-10) << "dummy";
        EXPECT_NEAR(told[0], told[1], tolerance + 1e-10) << "symmetry";
    }
}

// Shapley and Shubik 1969; glove market with one left and two right gloves: (2/3, 1/6, 1/6).
TEST(Shapley, GloveMarket) {
    Allocation const phi = shapley(glove_game(3, 0b001));
    EXPECT_NEAR(phi[0], 2.0 / 3.0, 1e-15);
    EXPECT_NEAR(phi[1], 1.0 / 6.0, 1e-15);
}

// Littlechild and Owen 1973, airport game: runway costs 1, 2, 3 are shared 1/3, 1/3 + 1/2, 1/3 + 1/2 + 1.
TEST(Shapley, AirportGame) {
    DenseGame const cost = DenseGame::tabulate(3, [](Coalition s) { return static_cast<double>(std::bit_width(s)); });
    Allocation const phi = shapley(cost);
    EXPECT_NEAR(phi[0], 1.0 / 3.0, 1e-15);
    EXPECT_NEAR(phi[1], 5.0 / 6.0, 1e-15);
    EXPECT_NEAR(phi[2], 11.0 / 6.0, 1e-15);
}

TEST(Shapley, DegenerateGames) {
    Allocation const zero = shapley(DenseGame(4, std::vector<double>(16, 0.0)));
    for (double const x : zero) EXPECT_EQ(x, 0.0);
    DenseGame const additive = DenseGame::tabulate(12, [](Coalition s) { return static_cast<double>(s); });
    Allocation const own = shapley(additive);
    for (std::size_t i = 0; i < 12; ++i) EXPECT_NEAR(own[i], static_cast<double>(single(i)), 1e-9);
    for (double const magnitude : {1e-200, 1e200}) {
        Allocation const scaled = shapley(
            DenseGame::tabulate(3, [&](Coalition s) { return magnitude * static_cast<double>(size_of(s) / 2); }));
        for (double const x : scaled) EXPECT_NEAR(x / magnitude, 1.0 / 3.0, 1e-14);
    }
    DenseGame const veto =
        DenseGame::tabulate(4, [](Coalition s) { return contains(s, 0) && size_of(s) > 1 ? 1.0 : 0.0; });
    EXPECT_NEAR(shapley(veto)[0], 0.75, 1e-15);
}

// Straffin 1977: in [51; 50, 49, 1] the normalised Banzhaf index is (3/5, 1/5, 1/5).
TEST(Banzhaf, RawAndNormalised) {
    std::vector<VotingRule> const rule{{51, {50, 49, 1}}};
    DenseGame const game = voting_game(rule);
    EXPECT_EQ(banzhaf(game), (Allocation{0.75, 0.25, 0.25}));
    Allocation const normalised = normalised_banzhaf(game).value();
    EXPECT_NEAR(normalised[0], 0.6, 1e-15);
    EXPECT_NEAR(normalised[1], 0.2, 1e-15);
    EXPECT_EQ(normalised_banzhaf(DenseGame(3, std::vector<double>(8, 0.0))), (Allocation{0, 0, 0}));
}

TEST(Interaction, IsItsDefinition) {
    for (std::size_t const n : {2U, 5U, 8U}) {
        DenseGame const game = random_game(Distribution::Signed, n, 77);
        std::vector<double> const found = shapley_interaction(game);
        std::vector<double> const w = shapley_weights(n - 1);
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j) {
                double exact = 0.0;
                Coalition const pair = single(i) | single(j);
                for (Coalition s = 0; s < single(n) && i != j; ++s)
                    if ((s & pair) == 0)
                        exact += w[size_of(s)] * (game[s | pair] - game[s | single(i)] - game[s | single(j)] + game[s]);
                EXPECT_NEAR(found[i * n + j], exact, 1e-12);
            }
    }
}

TEST(Owen, IsTheMeanOverOrdersThatKeepUnionsTogether) {
    Partition const unions{0b000101, 0b001010, 0b110000};
    auto together = [&](std::vector<std::size_t> const& order) {
        for (Coalition const block : unions) {
            std::size_t changes = contains(block, order[0]) ? 1 : 0;
            for (std::size_t k = 1; k < order.size(); ++k)
                changes += !contains(block, order[k - 1]) && contains(block, order[k]);
            if (changes != 1) return false;
        }
        return true;
    };
    for (Distribution const d : all_distributions) {
        DenseGame const game = random_game(d, 6, 21);
        expect_near(owen(game, unions), over_orders(game, together), 1e-12 * game.scale());
    }
}

TEST(Owen, IsShapleyForSingletonsAndForOneUnion) {
    DenseGame const game = random_game(Distribution::Uniform, 5, 2);
    Allocation const phi = shapley(game);
    Allocation const alone = owen(game, {1, 2, 4, 8, 16});
    Allocation const one = owen(game, {31});
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_NEAR(alone[i], phi[i], 1e-13);
        EXPECT_NEAR(one[i], phi[i], 1e-13);
    }
}

// Myerson 1977, theorem: component efficiency and fairness characterise the value.
TEST(Myerson, IsFairAndComponentEfficient) {
    for (Distribution const d : all_distributions) {
        DenseGame const game = random_game(d, 6, 9);
        Links const links{{0, 1}, {1, 2}, {3, 4}};
        Allocation const y = myerson(game, links);
        double const tolerance = 1e-12 * game.scale();
        EXPECT_NEAR(y[0] + y[1] + y[2], game[0b000111], tolerance);
        EXPECT_NEAR(y[3] + y[4], game[0b011000], tolerance);
        EXPECT_NEAR(y[5], game[0b100000], tolerance);
        Allocation const without = myerson(game, {{1, 2}, {3, 4}}); // the link 0–1 cut: both lose alike
        EXPECT_NEAR(y[0] - without[0], y[1] - without[1], tolerance);
    }
}

// Tijs 1981: in a bankruptcy game of two claimants the τ-value is "contested garment": claims 50 and 100, estate 100.
TEST(Tau, ContestedGarment) {
    DenseGame const game(2, {0, 0, 50, 100});
    auto const tau = tau_value(game);
    ASSERT_TRUE(tau);
    EXPECT_EQ(tau->utopia, (Allocation{50, 100}));
    EXPECT_EQ(tau->minimal, (Allocation{0, 50}));
    EXPECT_EQ(tau->value, (Allocation{25, 75}));
}

TEST(Tau, GloveMarketGivesAllToTheScarceSide) {
    auto const tau = tau_value(glove_game(3, 0b001));
    ASSERT_TRUE(tau);
    EXPECT_EQ(tau->value, (Allocation{1, 0, 0}));
}

TEST(Tau, IsAbsentWhereTheGameIsNotQuasiBalanced) {
    DenseGame const majority = DenseGame::tabulate(3, [](Coalition s) { return size_of(s) > 1 ? 1.0 : 0.0; });
    EXPECT_FALSE(tau_value(majority));
}

} // namespace
} // namespace casus::game
