#include "casus/game/structure.hpp"

#include "casus/base/error.hpp"
#include "casus/game/random_game.hpp"
#include "casus/game/structure_program.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace casus::game {
namespace {

/// Rahwan's textbook recursion over all splits, 3^n steps, without any of the room's shortcuts.
double plain_dynamic_program(DenseGame const& game) {
    std::vector<double> best(game.values().begin(), game.values().end());
    for (Coalition s = 1; s < best.size(); ++s)
        for (Coalition t = (s - 1) & s; t != 0; t = (t - 1) & s) best[s] = std::max(best[s], best[t] + best[s & ~t]);
    return best.back();
}

double worth_of(DenseGame const& game, Partition const& blocks) {
    double value = 0.0;
    for (Coalition const block : blocks) value += game[block];
    return value;
}

TEST(Structure, IsTheDynamicProgramsOverEveryDistribution) {
    for (Distribution const d : all_distributions)
        for (std::size_t const n : {1U, 2U, 3U, 5U, 8U, 11U, 13U})
            for (std::uint64_t seed = 1; seed <= (n <= 8 ? 5U : 2U); ++seed) {
                DenseGame const game = random_game(d, n, seed);
                double const value = plain_dynamic_program(game);
                double const tolerance = 1e-9 * game.scale();
                auto const found = optimal_structure(game);
                ASSERT_TRUE(found);
                EXPECT_NEAR(found->best[0].value, value, tolerance) << name_of(d) << n << " seed " << seed;
                auto const wrong = refute_structure(game, found->best[0], structure_prices(game));
                EXPECT_FALSE(wrong) << name_of(d) << n << ": " << wrong->en;
                auto const split = best_split(game);
                EXPECT_NEAR(split->value, value, tolerance);
                EXPECT_NEAR(worth_of(game, split->blocks), value, tolerance);
            }
}

TEST(Structure, IsTheDynamicProgramsForSixteenPlayers) {
    for (Distribution const d : all_distributions) {
        DenseGame const game = random_game(d, 16, 9);
        double const value = plain_dynamic_program(game);
        for (std::size_t const count : {1U, 2U}) { // by dynamic programming; by prices and search
            auto const found = optimal_structure(game, count, {}, 2);
            EXPECT_NEAR(found->best[0].value, value, 1e-12 * game.scale()) << name_of(d);
            EXPECT_FALSE(refute_ranking(game, found->best, structure_prices(game))) << name_of(d);
        }
    }
}

TEST(Structure, DoesNotDependOnThreads) {
    DenseGame const game = random_game(Distribution::Ndcs, 14, 3);
    auto const one = optimal_structure(game, 1, {}, 1);
    auto const more = optimal_structure(game, 1, {}, 3);
    EXPECT_EQ(one->best[0].blocks, more->best[0].blocks);
    EXPECT_EQ(one->prices, more->prices);
}

/// All partitions with their values, the best first.
std::vector<Structure> all_structures(DenseGame const& game, BlockRules const& rules) {
    std::vector<Structure> all;
    Partition blocks;
    auto split = [&](auto const& self, Coalition left) -> void {
        if (left == 0) {
            all.push_back({blocks, worth_of(game, blocks)});
            return;
        }
        Coalition const low = left & (~left + 1);
        for (Coalition rest = left & ~low;; rest = (rest - 1) & (left & ~low)) {
            if (rules.allow(low | rest)) {
                blocks.push_back(low | rest);
                self(self, left & ~(low | rest));
                blocks.pop_back();
            }
            if (rest == 0) break;
        }
    };
    split(split, everyone(game.players()));
    std::ranges::stable_sort(all, std::greater<>{}, &Structure::value);
    return all;
}

TEST(Structure, BestFewUnderSideConstraints) {
    std::vector<BlockRules> const rules{{},
                                        {.apart = {{0, 1}, {2, 4}}, .together = {}, .least_size = 1, .most_size = 64},
                                        {.apart = {}, .together = {0b11, 0b11000}, .least_size = 1, .most_size = 64},
                                        {.apart = {{0, 2}}, .together = {0b11}, .least_size = 2, .most_size = 4}};
    for (Distribution const d : all_distributions)
        for (BlockRules const& rule : rules)
            for (std::size_t const count : {1U, 5U}) {
                DenseGame const game = random_game(d, 7, 12);
                auto const all = all_structures(game, rule);
                auto const found = optimal_structure(game, count, rule);
                ASSERT_TRUE(found);
                ASSERT_EQ(found->best.size(), count);
                std::set<Partition> different;
                for (std::size_t k = 0; k < count; ++k) {
                    EXPECT_NEAR(found->best[k].value, all[k].value, 1e-9 * game.scale()) << name_of(d) << " rank " << k;
                    for (Coalition const block : found->best[k].blocks) EXPECT_TRUE(rule.allow(block));
                    different.insert(found->best[k].blocks);
                }
                EXPECT_EQ(different.size(), count);
                EXPECT_FALSE(refute_ranking(game, found->best, structure_prices(game, rule), rule));
            }
}

TEST(Structure, HasFewerThanAskedForWhenThereAreFewer) {
    auto const found = optimal_structure(random_game(Distribution::Uniform, 3, 1), 100);
    EXPECT_EQ(found->best.size(), 5U); // Bell(3)
}

TEST(Structure, FindsBlocksThatAreNeitherSmallNorEverybody) {
    DenseGame const game = random_game(Distribution::Uniform, 6, 3);
    BlockRules rules;
    rules.least_size = 3;
    rules.most_size = 3;
    auto const found = optimal_structure(game, 1, rules);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->best[0].blocks.size(), 2U);
    EXPECT_FALSE(refute_structure(game, found->best[0], structure_prices(game, rules), rules));
}

TEST(Structure, IsAbsentWhenNoBlockIsAllowed) {
    BlockRules rules;
    rules.least_size = 3;
    rules.most_size = 2;
    EXPECT_FALSE(optimal_structure(random_game(Distribution::Uniform, 5, 3), 2, rules));
}

TEST(Structure, IsAbsentWhenTheRulesAllowNone) {
    BlockRules const rules{.apart = {{0, 1}}, .together = {0b11}, .least_size = 1, .most_size = 64};
    EXPECT_FALSE(optimal_structure(random_game(Distribution::Uniform, 4, 1), 1, rules));
}

// Majorities and equal sevens: the relaxation splits coalitions, so that its bound lies well above the best partition.
TEST(Structure, LargeGapsAreClosed) {
    DenseGame const majority = DenseGame::tabulate(17, [](Coalition s) { return 2 * size_of(s) > 17 ? 1.0 : 0.0; });
    auto const found = optimal_structure(majority);
    EXPECT_EQ(found->best[0].value, 1.0);
    EXPECT_GT(found->bound, 1.8);
    DenseGame const sevens = DenseGame::tabulate(16, [](Coalition s) { return size_of(s) == 7 ? 1.0 : 0.0; });
    EXPECT_EQ(optimal_structure(sevens)->best[0].value, 2.0);
}

/// Whole worths that differ by units beside what all coalitions share.
DenseGame near_ties(std::size_t n, double shared, std::uint64_t seed) {
    DenseGame const small = random_game(Distribution::SmallWhole, n, seed);
    return DenseGame::tabulate(n, [&](Coalition s) { return shared * static_cast<double>(size_of(s)) + small[s]; });
}

/// The recursion over all splits in whole numbers.
std::int64_t whole_dynamic_program(DenseGame const& game) {
    std::vector<std::int64_t> best(game.values().size());
    for (Coalition s = 1; s < best.size(); ++s) {
        best[s] = static_cast<std::int64_t>(game[s]);
        for (Coalition t = (s - 1) & s; t != 0; t = (t - 1) & s) best[s] = std::max(best[s], best[t] + best[s & ~t]);
    }
    return best.back();
}

std::int64_t whole_worth(DenseGame const& game, Partition const& blocks) {
    std::int64_t value = 0;
    for (Coalition const block : blocks) value += static_cast<std::int64_t>(game[block]);
    return value;
}

// With worths near 2^53 a partition's value is no double any more; the blocks are still the best ones.
TEST(Structure, OfWholeNumbersIsExactHoweverNearTheTies) {
    for (double const shared : {1e6, 1e9, 1e12, 5e14})
        for (std::size_t const n : {6U, 11U, 16U}) {
            DenseGame const game = near_ties(n, shared, 5);
            std::int64_t const value = whole_dynamic_program(game);
            for (std::size_t const count : {1U, 3U}) { // a ranking takes the way of the search
                auto const found = optimal_structure(game, count);
                EXPECT_EQ(whole_worth(game, found->best[0].blocks), value) << shared << " n=" << n << " of " << count;
                auto const wrong = refute_ranking(game, found->best, structure_prices(game));
                EXPECT_FALSE(wrong) << shared << " n=" << n << ": " << wrong->en;
            }
        }
}

TEST(StructureProof, SeesAPartitionThatIsOneShortOfABillion) {
    DenseGame const game = near_ties(6, 1e9, 8);
    auto const found = optimal_structure(game, 40);
    auto const shorter = std::ranges::find_if(
        found->best, [&](Structure const& one) { return one.value == found->best[0].value - 1.0; });
    ASSERT_NE(shorter, found->best.end());
    EXPECT_TRUE(refute_structure(game, *shorter, structure_prices(game)));
}

// Majority of 13: thousands of partitions are worth one; ranking them goes by dynamic programming.
TEST(Structure, RanksWhereEverythingTies) {
    DenseGame const majority = DenseGame::tabulate(13, [](Coalition s) { return 2 * size_of(s) > 13 ? 1.0 : 0.0; });
    auto const found = optimal_structure(majority, 4);
    ASSERT_EQ(found->best.size(), 4U);
    for (Structure const& one : found->best) EXPECT_EQ(one.value, 1.0);
    for (std::size_t k = 1; k < 4; ++k) EXPECT_NE(found->best[k].blocks, found->best[0].blocks);
}

TEST(Structure, RankingByTheProgramIsTheListOfAll) {
    for (Distribution const d : all_distributions) {
        DenseGame const game = random_game(d, 7, 3);
        auto const all = all_structures(game, {});
        auto const ranked = best_splits(game, 900); // Bell(7) = 877
        ASSERT_EQ(ranked.size(), all.size());
        std::set<Partition> different;
        for (std::size_t k = 0; k < all.size(); ++k) {
            EXPECT_NEAR(ranked[k].value, all[k].value, 1e-12 * game.scale()) << name_of(d) << " rank " << k;
            Partition blocks = ranked[k].blocks;
            std::ranges::sort(blocks);
            different.insert(blocks);
        }
        EXPECT_EQ(different.size(), all.size());
    }
}

TEST(Structure, SaysWhenARankingWouldTakeTooLong) {
    DenseGame const game = DenseGame::tabulate(23, [](Coalition s) { return size_of(s) == 12 ? 1.0 : 0.0; });
    EXPECT_THROW((void)optimal_structure(game, 2), Error);
}

TEST(StructureProof, RefusesWhatIsWrong) {
    DenseGame const game = random_game(Distribution::Uniform, 8, 4);
    auto const found = optimal_structure(game, 2);
    EXPECT_TRUE(refute_structure(game, found->best[1], found->prices)) << "the second best is not the best";
    Allocation cheap = found->prices;
    cheap[0] -= 1.0;
    EXPECT_TRUE(refute_structure(game, found->best[0], cheap));
    Structure torn = found->best[0];
    torn.blocks.pop_back();
    EXPECT_TRUE(refute_structure(game, torn, found->prices));
    Allocation huge = found->prices;
    huge[0] += 1e6 * game.scale();
    EXPECT_TRUE(refute_structure(game, found->best[0], huge));
    EXPECT_TRUE(refute_ranking(game, {found->best[1], found->best[0]}, found->prices)) << "not in order";
    EXPECT_TRUE(refute_ranking(game, {found->best[0], found->best[0]}, found->prices)) << "twice the same";
    EXPECT_FALSE(refute_ranking(game, found->best, found->prices));
}

} // namespace
} // namespace casus::game
