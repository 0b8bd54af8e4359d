#include "casus/game/constructions.hpp"

#include "casus/base/error.hpp"

#include <gtest/gtest.h>

namespace casus::game {
namespace {

TEST(Constructions, VotingGameNeedsEveryRule) {
    std::vector<VotingRule> const rules{{3, {2, 1, 1}}, {2, {1, 1, 1}}};
    DenseGame const game = voting_game(rules);
    EXPECT_EQ(game[0b011], 1.0);
    EXPECT_EQ(game[0b101], 1.0);
    EXPECT_EQ(game[0b110], 0.0);
    EXPECT_EQ(game[0b001], 0.0);
    EXPECT_EQ(game[0b111], 1.0);
}

TEST(Constructions, GloveIsTheProductionGameOfOneRecipe) {
    std::vector<ProductionRecipe> const recipe{{100.0, {1, 1}}};
    std::vector<std::vector<double>> const gloves{{1, 0}, {1, 0}, {0, 1}, {0, 1}, {0, 1}};
    DenseGame const production = production_game(recipe, gloves, {});
    DenseGame const glove = glove_game(5, 0b00011, 100.0);
    for (Coalition s = 0; s < 32; ++s) EXPECT_DOUBLE_EQ(production[s], glove[s]);
}

TEST(Constructions, GovernanceIsTakenFromCoalitionsOfTwoAndMore) {
    std::vector<ProductionRecipe> const recipe{{1.0, {1}}};
    std::vector<std::vector<double>> const owned{{1}, {2}};
    DenseGame const game = production_game(recipe, owned, [](Coalition) { return 0.5; });
    EXPECT_DOUBLE_EQ(game[1], 1.0);
    EXPECT_DOUBLE_EQ(game[3], 2.5);
}

TEST(Constructions, DualOfDualIsTheGame) {
    DenseGame const game = DenseGame::tabulate(5, [](Coalition s) { return static_cast<double>(s * s % 13); });
    DenseGame const twice = dual(dual(game));
    for (Coalition s = 0; s < 32; ++s) EXPECT_DOUBLE_EQ(twice[s], game[s]);
    EXPECT_DOUBLE_EQ(sum(game, game)[21], 2 * game[21]);
}

TEST(Constructions, RestrictionByAGraphAddsComponents) {
    DenseGame const game =
        DenseGame::tabulate(4, [](Coalition s) { return static_cast<double>(size_of(s) * size_of(s)); });
    DenseGame const line = graph_restricted(game, {{0, 1}, {1, 2}, {2, 3}});
    EXPECT_EQ(line[0b1111], 16.0);
    EXPECT_EQ(line[0b0101], 2.0);
    EXPECT_EQ(line[0b1011], 5.0);
    EXPECT_EQ(graph_restricted(game, {})[0b1111], 4.0);
}

TEST(Constructions, QuotientAndSubgame) {
    DenseGame const game = DenseGame::tabulate(4, [](Coalition s) { return static_cast<double>(s); });
    DenseGame const blocks = quotient(game, {0b0101, 0b1010});
    EXPECT_EQ(blocks[1], 5.0);
    EXPECT_EQ(blocks[3], 15.0);
    DenseGame const sub = subgame(game, 0b1010);
    EXPECT_EQ(sub.players(), 2U);
    EXPECT_EQ(sub[1], 2.0);
    EXPECT_EQ(sub[2], 8.0);
    EXPECT_EQ(sub[3], 10.0);
}

TEST(DenseGame, SaysHowMuchMemoryIsMissing) {
    try {
        require_memory_for(50, {.file = "big.txt"});
        FAIL();
    } catch (Error const& error) {
        EXPECT_NE(std::string(error.what()).find("would need 16 PiB"), std::string::npos) << error.what();
    }
    EXPECT_NO_THROW(require_memory_for(10, {}));
}

TEST(DenseGame, KnowsWholeNumbers) {
    EXPECT_TRUE(DenseGame(2, {0, 1, -3, 0x1p53}).whole());
    EXPECT_FALSE(DenseGame(2, {0, 1, 0.5, 2}).whole());
    EXPECT_FALSE(DenseGame(2, {0, 1, 1, 0x1p54}).whole());
}

} // namespace
} // namespace casus::game
