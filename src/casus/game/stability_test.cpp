#include "casus/game/stability.hpp"

#include "casus/game/core.hpp"
#include "casus/game/random_game.hpp"
#include "casus/game/structure.hpp"

#include <gtest/gtest.h>

namespace casus::game {
namespace {

TEST(PartitionCore, PaysEveryBlockItsWorthAndLeavesNoObjection) {
    std::size_t stable = 0;
    for (Distribution const d : all_distributions)
        for (std::uint64_t seed = 1; seed <= 6; ++seed) {
            DenseGame const game = random_game(d, 6, seed);
            Partition const best = optimal_structure(game)->best[0].blocks;
            auto const [point, proof] = partition_core(game, best);
            EXPECT_EQ(point.has_value(), proof.empty());
            if (!point) continue;
            ++stable;
            for (Coalition const block : best) EXPECT_NEAR(sum_over(block, *point), game[block], 1e-12 * game.scale());
            for (Coalition s = 1; s < 64; ++s) EXPECT_GE(sum_over(s, *point) - game[s], -1e-9 * game.scale());
        }
    EXPECT_GT(stable, 10U);
    EXPECT_LT(stable, 60U);
}

// Excesses of 5e-8 are objections: the three pairs want 2 + 1e-7 of 3 in all.
TEST(PartitionCore, IsAsNarrowAsTheCore) {
    DenseGame const game(3, {0, 0, 0, 2 + 1e-7, 0, 2 + 1e-7, 2 + 1e-7, 3});
    EXPECT_TRUE(core(game).empty);
    EXPECT_FALSE(partition_core(game, {7}).point);
    EXPECT_FALSE(partition_core(game, {1, 2, 4}).proof.empty()) << "everybody objects";
}

// The grand coalition's partition core is the core.
TEST(PartitionCore, OfEverybodyIsTheCore) {
    for (Distribution const d : all_distributions) {
        DenseGame const game = random_game(d, 6, 3);
        EXPECT_EQ(partition_core(game, {everyone(6)}).point.has_value(), !core(game).empty) << name_of(d);
    }
}

// Banerjee, Konishi and Sönmez 2001, example 1 in kind: three players in a ring, each pair pleasing one more than the
// other; Drèze and Greenberg's roommates: 1 likes 2, 2 likes 3, 3 likes 1; no partition is in the core.
TEST(Hedonic, RoommatesInARingHaveNoCorePartition) {
    Liking const ring{[](std::size_t player, Coalition block) {
        if (size_of(block) == 1) return 0.0;
        if (size_of(block) == 3) return -1.0;
        return contains(block, (player + 1) % 3) ? 2.0 : 1.0;
    }};
    EXPECT_FALSE(stable_partition(3, ring, Stability::Core));
    EXPECT_EQ(blocking_coalition(3, {0b011, 0b100}, ring), Coalition{0b110});
    auto const move = nash_move({0b011, 0b100}, ring);
    ASSERT_TRUE(move);
    EXPECT_EQ(move->player, 1U);
    EXPECT_EQ(move->to, Coalition{0b100});
}

TEST(Hedonic, NashStableIsIndividuallyStable) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        DenseGame const game = random_game(Distribution::Uniform, 5, seed);
        Liking const liking = shapley_shares(game);
        if (auto const found = stable_partition(5, liking, Stability::Nash)) {
            EXPECT_FALSE(nash_move(*found, liking));
            EXPECT_FALSE(individual_move(*found, liking));
        }
        auto const in_core = stable_partition(5, equal_shares(game), Stability::Core);
        ASSERT_TRUE(in_core) << "equal shares always leave one: form the best per head, go on with the rest";
        EXPECT_FALSE(blocking_coalition(5, *in_core, equal_shares(game)));
    }
}

TEST(Hedonic, AnUnwelcomeNewcomerStaysOut) {
    // Player 2 would join {0,1}, who would lose by it.
    Liking const liking{[](std::size_t player, Coalition block) {
        if (block == 0b011) return 2.0;
        if (block == 0b111) return player == 2 ? 5.0 : 1.0;
        return 0.0;
    }};
    Partition const partition{0b011, 0b100};
    EXPECT_EQ(nash_move(partition, liking)->player, 2U);
    EXPECT_FALSE(individual_move(partition, liking));
}

TEST(Hedonic, SharesAddUpToTheBlocksWorth) {
    DenseGame const game = random_game(Distribution::Signed, 5, 2);
    Liking const shapley_like = shapley_shares(game);
    Liking const equal = equal_shares(game);
    for (Coalition block = 1; block < 32; ++block) {
        double a = 0.0;
        double b = 0.0;
        for_each_member(block, [&](std::size_t i) {
            a += shapley_like(i, block);
            b += equal(i, block);
        });
        EXPECT_NEAR(a, game[block], 1e-12);
        EXPECT_NEAR(b, game[block], 1e-12);
    }
}

} // namespace
} // namespace casus::game
