#include "casus/world/builder.hpp"

#include "casus/world/derive.hpp"
#include "casus/world/test_builder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace casus {
namespace {

using namespace small;

double reward(World const& world, std::size_t assessed, IssueId issue) {
    return world.value(Quantity::Reward, world.cell(assessed, issue));
}

/// Rewards set from the widest address to the nearest, in the order asked for.
World with_rewards(bool widest_first) {
    WorldBuilder builder = small_builder();
    builder.groups.push_back(members("EUROPE", {"GBR", "FRA"}));
    std::vector<std::pair<FigureAddress, double>> figures{
        {{.quantity = Quantity::Reward}, 0.1},
        {{.quantity = Quantity::Reward, .issue = "values"}, 0.2},
        {{.quantity = Quantity::Reward, .actor = "EUROPE"}, 0.3},
        {{.quantity = Quantity::Reward, .actor = "EUROPE", .issue = "values"}, 0.4},
        {{.quantity = Quantity::Reward, .actor = "FRA"}, 0.5},
        {{.quantity = Quantity::Reward, .actor = "FRA", .issue = "values"}, 0.6}};
    if (!widest_first) std::ranges::reverse(figures);
    for (auto const& [address, value] : figures) set(builder, address, value);
    return builder.build();
}

TEST(Builder, TheNearerAddressWinsInWhateverOrderTheyCome) {
    for (bool const widest_first : {true, false}) {
        World const world = with_rewards(widest_first);
        EXPECT_EQ(reward(world, 2, trade), 0.1);  // IND: everybody
        EXPECT_EQ(reward(world, 2, values), 0.2); // everybody, on this issue
        EXPECT_EQ(reward(world, 0, trade), 0.3);  // GBR: its group
        EXPECT_EQ(reward(world, 0, values), 0.4);
        EXPECT_EQ(reward(world, 1, trade), 0.5); // FRA itself
        EXPECT_EQ(reward(world, 1, values), 0.6);
    }
}

TEST(Builder, TheActorWinsOverTheIssue) {
    WorldBuilder builder = small_builder();
    set(builder, {.quantity = Quantity::Reward, .actor = "FRA"}, 0.5);
    set(builder, {.quantity = Quantity::Reward, .issue = "values"}, 0.2, 7);
    EXPECT_EQ(reward(builder.build(), 1, values), 0.5);
}

TEST(Builder, TheHigherLayerWinsAtTheSameAddressOnly) {
    WorldBuilder builder = small_builder();
    set(builder, {.quantity = Quantity::Reward, .actor = "FRA", .issue = "trade"}, 0.5, 2);
    set(builder, {.quantity = Quantity::Reward, .actor = "FRA", .issue = "trade"}, 0.6, 1);
    set(builder, {.quantity = Quantity::Reward, .actor = "GBR", .issue = "trade"}, 0.5, 0);
    set(builder, {.quantity = Quantity::Reward, .actor = "GBR"}, 0.6, 2);
    World const world = builder.build();
    EXPECT_EQ(reward(world, 1, trade), 0.5);
    EXPECT_EQ(reward(world, 0, trade), 0.5);
    EXPECT_EQ(reward(world, 0, values), 0.6);
}

TEST(Builder, TakesSpreadAndBasisWithTheValue) {
    WorldBuilder builder = small_builder();
    builder.set({.quantity = Quantity::Reward}, figure(0.1, 0.02));
    Figure judged = figure(0.3, 0.05);
    judged.basis = {Basis::Kind::Judgement, {}, "me", "why"};
    builder.set({.quantity = Quantity::Reward, .actor = "FRA"}, judged);
    World const world = builder.build();
    std::size_t const fra_trade = world.cell(1, trade);
    EXPECT_EQ(world.sd(Quantity::Reward, fra_trade), 0.05);
    EXPECT_EQ(world.basis(Quantity::Reward, fra_trade), judged.basis);
    EXPECT_EQ(world.sd(Quantity::Reward, world.cell(0, trade)), 0.02);
    EXPECT_EQ(world.basis(Quantity::Share, fra_trade), Basis{});
}

TEST(Builder, PutsSideFiguresWithTheirSide) {
    WorldBuilder builder = small_builder();
    set(builder, {.quantity = Quantity::Match, .actor = "IND", .partner = "USA", .issue = "values"}, 0.1);
    set(builder, {.quantity = Quantity::Match, .actor = "IND", .partner = "CHN", .issue = "values"}, 0.2);
    set(builder, {.quantity = Quantity::Match, .actor = "IND", .partner = "RUS", .issue = "values"}, 0.3);
    set(builder, {.quantity = Quantity::Match, .actor = "IND", .partner = "regroup", .issue = "values"}, 0.4);
    World const world = builder.build();
    std::size_t const cell = world.cell(2, values);
    std::size_t side = 0;
    for (double const match : {0.1, 0.2, 0.3, 0.4})
        EXPECT_EQ(world.value(Quantity::Match, world.side_cell(side++, cell)), match);
    EXPECT_TRUE(std::isnan(world.value(Quantity::Match, world.side_cell(0, world.cell(0, values))))); // by the rule
    EXPECT_EQ(world.value(Quantity::Match, world.side_cell(3, world.cell(0, values))), 0.0);          // regroup
}

TEST(Builder, MirrorsWhatHoldsBothWays) {
    WorldBuilder builder = small_builder();
    set(builder, {.quantity = Quantity::Distance, .actor = "RUS", .partner = "FRA"}, 1234.0);
    set(builder, {.quantity = Quantity::Contiguity, .actor = "FRA", .partner = "GBR"}, 1.0);
    set(builder, {.quantity = Quantity::Barrier, .actor = "FRA", .partner = "GBR"}, 0.1);
    set(builder, {.quantity = Quantity::Hostility, .actor = "FRA", .partner = "RUS"}, 0.7);
    set(builder, {.quantity = Quantity::Trade, .actor = "USA", .partner = "FRA"}, 2e11);
    World const world = builder.build();
    EXPECT_EQ(world.value(Quantity::Distance, world.dyad(fra, rus)), 1234.0);
    EXPECT_EQ(world.value(Quantity::Distance, world.dyad(rus, fra)), 1234.0);
    EXPECT_EQ(world.basis(Quantity::Distance, world.dyad(fra, rus)).kind, Basis::Kind::Given);
    EXPECT_EQ(world.value(Quantity::Contiguity, world.dyad(gbr, fra)), 1.0);
    EXPECT_EQ(world.value(Quantity::Barrier, world.dyad(gbr, fra)), 0.1);
    EXPECT_EQ(world.value(Quantity::Hostility, world.dyad(rus, fra)), 0.01);     // ill will is not mutual
    EXPECT_EQ(world.value(Quantity::Trade, world.dyad(usa, fra)), 2e11);         // two reports of the same trade
    EXPECT_EQ(world.value(Quantity::Trade, world.dyad(fra, usa)), 1e11);         // each its own
    EXPECT_EQ(world.value(Quantity::Trade, world.dyad(chn, ind)), 1e11);         // only the other's is known
    EXPECT_TRUE(std::isnan(world.value(Quantity::Trade, world.dyad(bra, ind)))); // nobody's is
}

TEST(Builder, TheNearerFigureHoldsInBothDirections) {
    WorldBuilder builder = small_builder();
    set(builder, {.quantity = Quantity::Barrier, .partner = "USA"}, 0.0); // oceans, for everybody
    set(builder, {.quantity = Quantity::Barrier, .actor = "USA", .partner = "BRA"}, 0.6);
    set(builder, {.quantity = Quantity::Distance, .actor = "CHN", .partner = "IND"}, 100.0, 1);
    set(builder, {.quantity = Quantity::Distance, .actor = "IND", .partner = "CHN"}, 200.0, 2);
    World const world = builder.build();
    EXPECT_EQ(world.value(Quantity::Barrier, world.dyad(usa, bra)), 0.6);
    EXPECT_EQ(world.value(Quantity::Barrier, world.dyad(bra, usa)), 0.6);
    EXPECT_EQ(world.value(Quantity::Barrier, world.dyad(usa, chn)), 0.0);
    EXPECT_EQ(world.value(Quantity::Distance, world.dyad(chn, ind)), 200.0);
    EXPECT_EQ(world.value(Quantity::Distance, world.dyad(ind, chn)), 200.0);
}

TEST(Builder, DerivesWhatFollowsFromOtherFigures) {
    WorldBuilder builder = small_builder();
    set(builder, {.quantity = Quantity::Offence, .actor = "CHN"}, 0.9);
    set(builder, {.quantity = Quantity::Depth, .actor = "CHN"}, 0.8);
    set(builder, {.quantity = Quantity::Commitment, .actor = "GBR"}, 0.95);
    World const world = builder.build();
    EXPECT_EQ(world.value(Quantity::Offence, usa.index()), 0.5);
    EXPECT_EQ(world.value(Quantity::Depth, usa.index()), 0.5);
    EXPECT_EQ(world.value(Quantity::Offence, chn.index()), 0.9);
    EXPECT_EQ(world.value(Quantity::Depth, chn.index()), 0.8);
    EXPECT_EQ(world.value(Quantity::Commitment, gbr.index()), 0.95);
    EXPECT_EQ(world.value(Quantity::Commitment, fra.index()), treaty_commitment);
    EXPECT_EQ(world.value(Quantity::Commitment, ind.index()), untied_commitment);
    EXPECT_NEAR(world.value(Quantity::Distance, world.dyad(fra, gbr)), 344.0, 3.44);
    EXPECT_EQ(world.basis(Quantity::Offence, usa.index()).kind, Basis::Kind::Derived);
    EXPECT_EQ(world.basis(Quantity::Distance, world.dyad(fra, gbr)).kind, Basis::Kind::Derived);
    EXPECT_EQ(describe(world.basis(Quantity::Commitment, fra.index()), Language::Chinese), "推得：条约盟国");
}

TEST(Builder, DerivedFiguresTakeOverTheSpreadOfWhatTheyFollow) {
    WorldBuilder builder = small_builder();
    builder.set({.quantity = Quantity::MilitarySpending, .actor = "FRA"}, figure(50e9, 10e9), 1);
    builder.set({.quantity = Quantity::Area, .actor = "FRA"}, figure(500'000.0, 50'000.0), 1);
    World const world = builder.build();
    EXPECT_NEAR(world.sd(Quantity::Offence, fra.index()), 0.05, 1e-12);
    EXPECT_NEAR(world.sd(Quantity::Depth, fra.index()), 0.025, 1e-12);
    EXPECT_EQ(world.sd(Quantity::Offence, gbr.index()), 0.0);
}

TEST(Builder, NumbersTheGoodsOfAllIssuesOneAfterAnother) {
    WorldBuilder builder = small_builder();
    for (std::size_t k = 0; k < 2; ++k) {
        builder.issues[k].match = MatchRule::Goods;
        builder.issues[k].goods = {"ore", "chips"};
        builder.issues[k].recipes = {{{"recipe", "配方"}, 1.0, {1.0, 1.0}}};
    }
    set(builder, {.quantity = Quantity::Endowment, .actor = "FRA", .issue = "values", .good = "chips"}, 3.0);
    set(builder, {.quantity = Quantity::Endowment, .issue = "trade", .good = "ore"}, 1.0);
    World const world = builder.build();
    ASSERT_EQ(world.size().goods, 4u);
    EXPECT_EQ(world.issue(values).first_good, 2u);
    EXPECT_EQ(world.value(Quantity::Endowment, fra.index() * 4 + 3), 3.0);
    EXPECT_EQ(world.value(Quantity::Endowment, fra.index() * 4 + 0), 1.0);
    EXPECT_EQ(world.value(Quantity::Endowment, bra.index() * 4 + 0), 1.0);
    EXPECT_EQ(world.value(Quantity::Endowment, bra.index() * 4 + 1), 0.0);
}

} // namespace
} // namespace casus
