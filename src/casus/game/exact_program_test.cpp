#include "casus/game/exact_program.hpp"

#include "casus/game/core.hpp"
#include "casus/game/kohlberg.hpp"
#include "casus/game/random_game.hpp"

#include <gtest/gtest.h>

namespace casus::game {
namespace {

TEST(ExactNucleolus, IsProvenOverEveryDistribution) {
    for (Distribution const d : all_distributions)
        for (std::size_t const n : {1U, 2U, 3U, 5U, 8U})
            for (bool const within : {false, true}) {
                DenseGame const game = random_game(d, n, 4);
                if (within && !nucleolus(game)) continue;
                auto const found = exact_nucleolus(game, within, n);
                ASSERT_TRUE(found) << name_of(d) << n;
                auto const proof = prove(game, *found);
                ASSERT_TRUE(proof) << name_of(d) << n;
                auto const wrong = refute(game, *proof);
                EXPECT_FALSE(wrong) << name_of(d) << n << ": " << wrong->en;
            }
}

// Excesses that differ by 3e-9 of the worths: decimals settle the wrong coalitions in some of these games.
TEST(ExactNucleolus, IsFoundWhereExcessesNearlyTie) {
    std::size_t beyond_decimals = 0;
    for (double const apart : {1e-8, 3e-9, 1e-9})
        for (std::uint64_t seed = 1; seed <= 30; ++seed) {
            DenseGame const coarse = random_game(Distribution::SmallWhole, 5, seed);
            DenseGame const fine = random_game(Distribution::SmallWhole, 5, seed + 100);
            DenseGame const game = DenseGame::tabulate(5, [&](Coalition s) { return coarse[s] + apart * fine[s]; });
            auto const decimal = prove(game, prenucleolus(game));
            if (!decimal || refute(game, *decimal)) ++beyond_decimals;
            auto const answer = proven_nucleolus(game, false);
            ASSERT_TRUE(answer->proof);
            EXPECT_FALSE(refute(game, *answer->proof)) << apart << " seed " << seed;
        }
    EXPECT_GT(beyond_decimals, 0U);
}

// Three pairs that want 1e-12 more than there is: no decimal program tells, the fractions do.
TEST(Core, IsEmptyByLittle) {
    DenseGame const game(3, {0, 0, 0, 2 + 1e-12, 0, 2 + 1e-12, 2 + 1e-12, 3});
    CoreAnswer const answer = core(game);
    EXPECT_TRUE(answer.empty);
    EXPECT_FALSE(refute_empty_core(game, answer.proof));
}

} // namespace
} // namespace casus::game
