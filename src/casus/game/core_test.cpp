#include "casus/game/core.hpp"

#include "casus/game/coalition_space.hpp"
#include "casus/game/constructions.hpp"
#include "casus/game/excess_scan.hpp"
#include "casus/game/random_game.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace casus::game {
namespace {

/// Exactly; production games carry rounding in their worths, which is told apart.
void expect_proven(DenseGame const& game, Nucleolus const& found, std::string const& of) {
    double const tolerance = of.starts_with("production") ? 1e-9 * game.scale() : 0.0;
    auto const proof = prove(game, found);
    ASSERT_TRUE(proof) << of;
    auto const wrong = refute(game, *proof, tolerance);
    EXPECT_FALSE(wrong) << of << ": " << (wrong ? wrong->en : "");
    for (std::size_t i = 0; i < found.point.size(); ++i)
        EXPECT_NEAR(found.point[i], proof->point[i].convert_to<double>(), 1e-7 * game.scale()) << of;
}

TEST(CoalitionSpace, KnowsSpansAndLabelsThem) {
    CoalitionSpace space(5);
    EXPECT_TRUE(space.add(0b11111));
    EXPECT_TRUE(space.add(0b00011));
    EXPECT_FALSE(space.add(0b11100));
    EXPECT_TRUE(space.holds(0));
    EXPECT_FALSE(space.holds(0b00001));
    auto const labels = space.labels();
    for (Coalition s = 0; s < 32; ++s) {
        std::int64_t sum = 0;
        for_each_member(s, [&](std::size_t i) { sum = (sum + labels[i]) % CoalitionSpace::prime; });
        EXPECT_EQ(sum == 0, space.holds(s)) << s;
    }
}

TEST(ExcessScan, FindsTheLargestOutsideTheSpanWhateverTheThreads) {
    for (std::size_t const n : {1U, 2U, 3U, 9U, 12U, 15U}) {
        DenseGame const game = random_game(Distribution::Signed, n, 8);
        std::vector<double> x(n);
        for (std::size_t i = 0; i < n; ++i) x[i] = 0.1 * static_cast<double>(i % 3);
        CoalitionSpace space(n);
        space.add(everyone(n));
        if (n > 3) space.add(0b0110);
        double best = -1e300;
        for (Coalition s = 1; s < single(n); ++s)
            if (!space.holds(s)) best = std::max(best, game[s] - sum_over(s, x));
        auto const found = ExcessScan(game, 1).largest(x, space.labels(), -1e300, 20);
        if (n == 1) {
            EXPECT_TRUE(found.empty());
            continue;
        }
        EXPECT_NEAR(found[0].excess, best, 1e-12) << n;
        for (Excess const& e : found) EXPECT_NEAR(e.excess, game[e.coalition] - sum_over(e.coalition, x), 1e-12);
        auto const threaded = ExcessScan(game, 4).largest(x, space.labels(), -1e300, 20);
        ASSERT_EQ(threaded.size(), found.size());
        for (std::size_t k = 0; k < found.size(); ++k) EXPECT_EQ(threaded[k].coalition, found[k].coalition);
        std::size_t count = 0;
        for (Coalition s = 1; s < single(n); ++s) count += game[s] - sum_over(s, x) >= 0.2;
        EXPECT_EQ(ExcessScan(game, 2).all_above(x, 0.2, 1U << 20)->size(), count);
        if (count > 0) { EXPECT_FALSE(ExcessScan(game, 2).all_above(x, 0.2, count - 1)); }
    }
}

TEST(Nucleolus, IsProvenInExactFractions) {
    for (Distribution const d : all_distributions)
        for (std::size_t const n : {2U, 3U, 4U, 5U, 6U, 8U, 10U, 12U})
            for (std::uint64_t seed = 1; seed <= (n <= 6 ? 6U : 2U); ++seed) {
                DenseGame const game = random_game(d, n, seed);
                std::string const of =
                    std::string(name_of(d)) + " n=" + std::to_string(n) + " seed " + std::to_string(seed);
                expect_proven(game, prenucleolus(game), of);
                if (auto const within = nucleolus(game)) expect_proven(game, *within, of + " imputations");
            }
}

TEST(Nucleolus, IsProvenForSixteenPlayers) {
    for (Distribution const d : all_distributions) {
        DenseGame const game = random_game(d, 16, 5);
        expect_proven(game, prenucleolus(game, 2), std::string(name_of(d)));
    }
}

TEST(Nucleolus, DoesNotDependOnThreads) {
    DenseGame const game = random_game(Distribution::Uniform, 14, 3);
    EXPECT_EQ(prenucleolus(game, 1).point, prenucleolus(game, 3).point);
}

TEST(Proof, OfAWrongPaymentIsRefuted) {
    DenseGame const game = random_game(Distribution::Uniform, 5, 1);
    auto proof = prove(game, prenucleolus(game));
    ASSERT_TRUE(proof);
    NucleolusProof moved = *proof;
    moved.point[0] += Rational(1, 1000);
    moved.point[1] -= Rational(1, 1000);
    EXPECT_TRUE(refute(game, moved));
    NucleolusProof shorter = *proof;
    shorter.stages.pop_back();
    EXPECT_TRUE(refute(game, shorter));
    NucleolusProof unbalanced = *proof;
    unbalanced.stages[0].coalitions[0].weight *= 2;
    EXPECT_TRUE(refute(game, unbalanced));
}

// Aumann and Maschler 1985: the Talmud's three estates for claims 100, 200, 300.
TEST(Nucleolus, SharesTheTalmudsEstates) {
    auto shared = [](double estate) {
        std::vector<double> const claims{100, 200, 300};
        DenseGame const game = DenseGame::tabulate(
            3, [&](Coalition s) { return std::max(0.0, estate - sum_over(everyone(3) & ~s, claims)); });
        return nucleolus(game)->point;
    };
    std::vector<std::pair<double, Allocation>> const told{
        {100, {100.0 / 3, 100.0 / 3, 100.0 / 3}}, {200, {50, 75, 75}}, {300, {50, 100, 150}}};
    for (auto const& [estate, shares] : told)
        for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(shared(estate)[i], shares[i], 1e-9) << estate;
}

// Littlechild 1974: airport cost game, nucleolus by its recursion; here with costs 1, 2, 3: the savings game's nucleolus
// charges 1/2, 3/4, 7/4.
TEST(Nucleolus, OfTheAirportGame) {
    DenseGame const savings =
        DenseGame::tabulate(3, [](Coalition s) { return -static_cast<double>(std::bit_width(s)); });
    Allocation const x = prenucleolus(savings).point;
    EXPECT_NEAR(-x[0], 0.5, 1e-9);
    EXPECT_NEAR(-x[1], 0.75, 1e-9);
    EXPECT_NEAR(-x[2], 1.75, 1e-9);
}

// Schmeidler 1969; Peleg 1968: in a constant-sum weighted majority game with homogeneous weights the nucleolus is the
// normalised weights: [5; 3, 2, 2, 1, 1].
TEST(Nucleolus, OfAHomogeneousMajorityGameIsItsWeights) {
    std::vector<VotingRule> const rule{{5, {3, 2, 2, 1, 1}}};
    Allocation const x = nucleolus(voting_game(rule))->point;
    for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(x[i], static_cast<double>(rule[0].weights[i]) / 9.0, 1e-9);
}

TEST(Nucleolus, DegenerateGames) {
    for (double const x : prenucleolus(DenseGame(4, std::vector<double>(16, 0.0))).point) EXPECT_NEAR(x, 0.0, 1e-11);
    DenseGame const additive = DenseGame::tabulate(6, [](Coalition s) { return static_cast<double>(s); });
    Allocation const own = prenucleolus(additive).point;
    for (std::size_t i = 0; i < 6; ++i) EXPECT_NEAR(own[i], static_cast<double>(single(i)), 1e-9);
    DenseGame const veto =
        DenseGame::tabulate(4, [](Coalition s) { return contains(s, 0) && size_of(s) > 1 ? 1.0 : 0.0; });
    EXPECT_NEAR(nucleolus(veto)->point[0], 1.0, 1e-9);
    for (double const magnitude : {1e-120, 1e120}) {
        DenseGame const game =
            DenseGame::tabulate(3, [&](Coalition s) { return magnitude * static_cast<double>(size_of(s) * (s % 3)); });
        DenseGame const plain =
            DenseGame::tabulate(3, [&](Coalition s) { return static_cast<double>(size_of(s) * (s % 3)); });
        for (std::size_t i = 0; i < 3; ++i)
            EXPECT_NEAR(prenucleolus(game).point[i] / magnitude, prenucleolus(plain).point[i], 1e-9);
    }
    EXPECT_EQ(prenucleolus(DenseGame(1, {0, 3})).point, (Allocation{3}));
    EXPECT_FALSE(nucleolus(DenseGame(2, {0, 3, 3, 4}))) << "no imputation";
}

TEST(Core, GloveMarketPaysTheScarceSide) {
    CoreAnswer const answer = core(glove_game(3, 0b001));
    EXPECT_FALSE(answer.empty);
    EXPECT_NEAR(answer.point[0], 1.0, 1e-9);
    EXPECT_NEAR(answer.least_epsilon, 0.0, 1e-9);
    EXPECT_FALSE(objection(glove_game(3, 0b001), {1, 0, 0}));
    auto const against = objection(glove_game(3, 0b001), {0.5, 0.25, 0.25});
    ASSERT_TRUE(against);
    EXPECT_NEAR(against->excess, 0.25, 1e-12);
}

// Majority of three: the core is empty, weights 1/2 on each pair prove it; the least ε is 1/3.
TEST(Core, IsNotEmptiedByRounding) {
    DenseGame const additive(2, {0.0, 0.1, 0.2, 0.3}); // 0.1 + 0.2 > 0.3 in float64
    EXPECT_FALSE(core(additive).empty);
}

TEST(Core, OfThreeVotersIsEmpty) {
    DenseGame const game = DenseGame::tabulate(3, [](Coalition s) { return size_of(s) > 1 ? 1.0 : 0.0; });
    CoreAnswer const answer = core(game);
    EXPECT_TRUE(answer.empty);
    EXPECT_NEAR(answer.least_epsilon, 1.0 / 3.0, 1e-9);
    ASSERT_EQ(answer.proof.size(), 3U);
    for (ProofWeight const& w : answer.proof) EXPECT_EQ(w.weight, Rational(1, 2));
    EXPECT_FALSE(refute_empty_core(game, answer.proof));
    EXPECT_TRUE(objection(game, {1.0 / 3, 1.0 / 3, 1.0 / 3}));
    EXPECT_FALSE(objection(game, {1.0 / 3, 1.0 / 3, 1.0 / 3}, 1.0 / 3));
    EXPECT_EQ(objection(game, {1, 1, 1})->coalition, 7U) << "not efficient";
}

TEST(Core, EmptinessIsProvenOrThePointHolds) {
    std::size_t empty = 0;
    for (Distribution const d : all_distributions)
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            DenseGame const game = random_game(d, 7, seed);
            CoreAnswer const answer = core(game);
            if (answer.empty) {
                ++empty;
                EXPECT_FALSE(refute_empty_core(game, answer.proof));
                EXPECT_GT(answer.least_epsilon, 0.0);
            } else {
                EXPECT_FALSE(objection(game, answer.point)) << name_of(d) << seed;
            }
        }
    EXPECT_GT(empty, 20U);
    EXPECT_LT(empty, 90U);
}

TEST(Kernel, HoldsTheNucleolus) {
    for (Distribution const d : all_distributions) {
        DenseGame const game = random_game(d, 7, 2);
        EXPECT_FALSE(kernel_imbalance(game, prenucleolus(game).point, true)) << name_of(d);
        if (auto const within = nucleolus(game)) { EXPECT_FALSE(kernel_imbalance(game, within->point)) << name_of(d); }
    }
}

TEST(Kernel, NamesWhoIsStrongerThanPaid) {
    DenseGame const glove = glove_game(3, 0b001);
    auto const found = kernel_imbalance(glove, {0.0, 0.5, 0.5});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->strong, 0U);
    EXPECT_FALSE(kernel_imbalance(glove, {1.0, 0.0, 0.0}));
}

TEST(Kernel, SurplusIsItsDefinition) {
    DenseGame const game = random_game(Distribution::Signed, 6, 4);
    Allocation const x{0.1, 0.2, -0.1, 0.0, 0.3, 0.05};
    std::vector<double> const s = maximum_surplus(game, x);
    for (std::size_t i = 0; i < 6; ++i)
        for (std::size_t j = 0; j < 6; ++j) {
            double best = -1e300;
            for (Coalition c = 1; c < 64; ++c)
                if (contains(c, i) && !contains(c, j)) best = std::max(best, game[c] - sum_over(c, x));
            if (i != j) { EXPECT_NEAR(s[i * 6 + j], best, 1e-12); }
        }
}

} // namespace
} // namespace casus::game
