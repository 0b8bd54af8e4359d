// What a builder refuses, word for word, and whom each actor reckons with.

#include "casus/world/figure_board.hpp"

#include "casus/world/test_builder.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace casus {
namespace {

using namespace small;
using enum Quantity;

struct Mistake {
    FigureAddress address;
    double value;
    char const* message;
};

TEST(FigureBoard, RefusesWhatDoesNotFit) {
    double const infinity = std::numeric_limits<double>::infinity();
    std::vector<Mistake> const mistakes{
        {{.quantity = Power, .actor = "FRA"}, 1.5, "power is out of range '1.5'; expected a number from 0 to 1"},
        {{.quantity = Gdp, .actor = "FRA"}, -2.0, "gdp is out of range '-2'; expected a number of at least 0"},
        {{.quantity = Gdp, .actor = "FRA"}, infinity, "gdp is out of range 'inf'; expected a number of at least 0"},
        {{.quantity = Match, .actor = "FRA", .partner = "CHN"},
         infinity,
         "match is out of range 'inf'; expected a finite number"},
        {{.quantity = Land, .actor = "FAR"},
         0.5,
         "unknown actor or group 'FAR'; expected an actor or group of this case; did you mean 'FRA'?"},
        {{.quantity = Reward, .actor = "FRA", .issue = "trad"},
         0.5,
         "unknown issue 'trad'; expected an issue of this case; did you mean 'trade'?"},
        {{.quantity = Offer, .actor = "FRA", .partner = "RUSS"},
         0.5,
         "unknown partner 'RUSS'; expected the leader, a challenger or regroup; did you mean 'RUS'?"},
        {{.quantity = Offer, .actor = "FRA", .partner = "USA"},
         0.5,
         "offer has no meaning with this partner 'USA'; expected a challenger"},
        {{.quantity = Offer, .actor = "FRA", .partner = "regroup"},
         0.5,
         "offer has no meaning with this partner 'regroup'; expected a challenger"},
        {{.quantity = Exclusivity, .actor = "FRA", .partner = "USA"},
         0.5,
         "exclusivity has no meaning with this partner 'USA'; expected a challenger or regroup"},
        {{.quantity = Hostility, .actor = "FRA", .partner = "FRA"},
         0.5,
         "hostility of an actor with itself 'FRA'; expected two different actors"},
        {{.quantity = Hostility, .actor = "FRA", .partner = "RSU"},
         0.5,
         "unknown actor 'RSU'; expected an actor of this case; did you mean 'RUS'?"},
        {{.quantity = Reward, .actor = "BRA"},
         0.5,
         "reward of an actor that is not assessed 'BRA'; expected an ally of the leader or a partner"},
        {{.quantity = Credibility, .actor = "FRA"}, 0.5, "credibility takes no actor 'FRA'"},
        {{.quantity = Land, .actor = "FRA", .issue = "trade"}, 0.5, "land takes no issue 'trade'"},
        {{.quantity = Reward, .actor = "FRA", .partner = "USA"}, 0.5, "reward takes no partner 'USA'"},
        {{.quantity = Reward, .actor = "FRA", .good = "ore"}, 0.5, "reward takes no good 'ore'"},
        {{.quantity = Endowment, .actor = "FRA", .good = "ore"},
         0.5,
         "endowment needs an issue; expected the code of an issue"},
        {{.quantity = Endowment, .actor = "FRA", .issue = "trade", .good = "ore"},
         0.5,
         "unknown good 'ore'; expected a good of issue trade"},
    };
    for (Mistake const& mistake : mistakes) {
        WorldBuilder builder = small_builder();
        // A figure out of range stands at its actor's usual address, one layer up, so that nothing else is wrong.
        set(builder, mistake.address, mistake.value, 1, 200);
        EXPECT_EQ(problems_of(builder), std::string("case:200:1: ") + mistake.message + "\n");
        EXPECT_NE(problems_of(builder, Language::Chinese), "");
    }
}

TEST(FigureBoard, RefusesASpreadThatIsNone) {
    for (double const sd : {-0.1, std::numeric_limits<double>::quiet_NaN()}) {
        WorldBuilder builder = small_builder();
        builder.set({.quantity = Land, .actor = "FRA"}, figure(0.5, sd, 200));
        EXPECT_TRUE(problems_of(builder).starts_with("case:200:1: spread of land is out of range '")) << sd;
    }
}

TEST(FigureBoard, WhatIsGivenTwiceIsSaidWithBothPlaces) {
    WorldBuilder builder = small_builder();
    set(builder, {.quantity = Reward, .actor = "FRA", .issue = "trade"}, 0.5, 0, 200);
    set(builder, {.quantity = Reward, .actor = "FRA", .issue = "trade"}, 0.6, 0, 201);
    set(builder, {.quantity = Credibility}, 0.5, 0, 202);
    set(builder, {.quantity = Credibility}, 0.5, 0, 203);
    set(builder, {.quantity = Openness}, 0.5, 0, 204); // both issues: said once
    set(builder, {.quantity = Openness}, 0.6, 0, 205);
    set(builder, {.quantity = Offer, .actor = "FRA", .partner = "RUS", .issue = "values"}, 0.5, 0, 206);
    set(builder, {.quantity = Offer, .actor = "FRA", .partner = "RUS", .issue = "values"}, 0.5, 0, 207);
    EXPECT_EQ(problems_of(builder),
              "case:201:1: reward given twice for FRA, trade '0.6'; expected one entry; the other is at case:200\n"
              "case:203:1: credibility given twice '0.5'; expected one entry; the other is at case:202\n"
              "case:205:1: openness given twice for trade '0.6'; expected one entry; the other is at case:204\n"
              "case:207:1: offer given twice for FRA, values, with RUS '0.5'; expected one entry; the other is at "
              "case:206\n");
}

TEST(FigureBoard, WithoutPlacesItNamesNone) {
    WorldBuilder builder = small_builder();
    builder.issues[0].match = MatchRule::Goods;
    builder.issues[0].goods = {"ore", "chips"};
    for (double const value : {1.0, 2.0})
        set(builder, {.quantity = Quantity::Endowment, .actor = "FRA", .issue = "trade", .good = "chips"}, value);
    EXPECT_EQ(problems_of(builder), "endowment given twice for FRA, trade, chips '2'; expected one entry\n");
    EXPECT_EQ(problems_of(builder, Language::Chinese), "endowment 重复：FRA, trade, chips“2”；应为一个条目\n");
}

TEST(FigureBoard, ANearerFigureDoesNotHideWhatIsGivenTwice) {
    for (bool const nearer_first : {true, false}) {
        WorldBuilder builder = small_builder();
        auto const nearer = [&] {
            for (char const* actor : {"GBR", "FRA", "IND"}) set(builder, {.quantity = Reward, .actor = actor}, 0.7);
        };
        if (nearer_first) nearer();
        set(builder, {.quantity = Reward}, 0.5, 0, 200);
        set(builder, {.quantity = Reward}, 0.6, 0, 201);
        if (!nearer_first) nearer();
        EXPECT_EQ(problems_of(builder), "case:201:1: reward given twice for GBR, trade '0.6'; expected one entry; the "
                                        "other is at case:200\n");
    }
}

TEST(FigureBoard, TwoGroupsMayOnlyDifferWhereANearerFigureSettlesIt) {
    for (bool const nearer_first : {true, false}) {
        WorldBuilder builder = small_builder();
        builder.groups = {members("EUROPE", {"GBR", "FRA"}), members("LATIN", {"FRA", "BRA"})};
        if (nearer_first) set(builder, {.quantity = Land, .actor = "FRA"}, 0.7);
        set(builder, {.quantity = Land, .actor = "EUROPE"}, 0.5, 0, 200);
        set(builder, {.quantity = Land, .actor = "LATIN"}, 0.6, 0, 201);
        if (!nearer_first) {
            EXPECT_EQ(problems_of(builder), "case:201:1: land given twice for FRA '0.6'; expected one entry; the other "
                                            "is at case:200\n");
            set(builder, {.quantity = Land, .actor = "FRA"}, 0.7);
        }
        World const world = builder.build();
        EXPECT_EQ(world.value(Land, gbr.index()), 0.5);
        EXPECT_EQ(world.value(Land, fra.index()), 0.7);
        EXPECT_EQ(world.value(Land, bra.index()), 0.6);
    }
}

TEST(FigureBoard, BothDirectionsMustAgree) {
    WorldBuilder builder = small_builder();
    set(builder, {.quantity = Distance, .actor = "GBR", .partner = "FRA"}, 340.0, 0, 200);
    set(builder, {.quantity = Distance, .actor = "FRA", .partner = "GBR"}, 345.5, 0, 201);
    builder.set({.quantity = Barrier, .actor = "GBR", .partner = "FRA"}, figure(0.1, 0.05, 202));
    builder.set({.quantity = Barrier, .actor = "FRA", .partner = "GBR"}, figure(0.1, 0.01, 203));
    set(builder, {.quantity = Contiguity, .actor = "GBR", .partner = "FRA"}, 1.0, 0, 204);
    set(builder, {.quantity = Contiguity, .actor = "FRA", .partner = "GBR"}, 1.0, 0, 205);
    EXPECT_EQ(problems_of(builder),
              "case:201:1: distance differs by direction for FRA with GBR '345.5'; expected 340, as the other way "
              "round\n"
              "case:203:1: spread of barrier differs by direction for FRA with GBR '0.01'; expected 0.05, as the other "
              "way round\n");
}

TEST(FigureBoard, NamesEveryFigureThatIsMissingAtItsActor) {
    WorldBuilder builder = small_builder();
    builder.issues[1].match = MatchRule::Given;
    builder.issues[0].match = MatchRule::Regime;
    builder.actors.push_back({"NEW", {"NEW", "新"}, ActorKind::State, Role::Other});
    builder.actor_places.push_back({"case", 300, 1});
    for (char const* side : {"USA", "CHN"}) set(builder, {.quantity = Match, .partner = side}, 0.5);
    EXPECT_EQ(
        problems_of(builder),
        "case:40:1: match of GBR, values, with RUS is missing; expected a match, since the issue names no rule\n"
        "case:50:1: match of FRA, values, with RUS is missing; expected a match, since the issue names no rule\n"
        "case:60:1: match of IND, values, with RUS is missing; expected a match, since the issue names no rule\n"
        "case:300:1: depth of NEW is missing; expected depth, or area to derive it from\n"
        "case:300:1: power of NEW is missing; expected a figure: share of the system's material capabilities (CINC "
        "unless the case says otherwise)\n"
        "case:300:1: gdp of NEW is missing; expected a figure: gross domestic product, current US dollars\n"
        "case:300:1: military_spending of NEW is missing; expected a figure: military expenditure, current US "
        "dollars\n"
        "case:300:1: regime of NEW is missing; expected a figure: electoral democracy, 0 to 1 (V-Dem polyarchy unless "
        "the case says otherwise)\n"
        "case:300:1: distance of NEW with USA is missing; expected distance, or latitude and longitude of both\n"
        "case:300:1: distance of NEW with CHN is missing; expected distance, or latitude and longitude of both\n"
        "case:300:1: distance of NEW with RUS is missing; expected distance, or latitude and longitude of both\n");
}

TEST(FigureBoard, ReportsProblemsOfReadingAndOfBuildingTogetherByPlace) {
    WorldBuilder builder = small_builder();
    builder.problems.push_back({{"case", 150, 2}, {"read badly", "读取有误"}, {}, {}, {}});
    set(builder, {.quantity = Land, .actor = "FRA"}, 2.0, 0, 200);
    set(builder, {.quantity = Land, .actor = "GRB"}, 0.5, 0, 100);
    builder.partners = {"IDN"};
    EXPECT_EQ(problems_of(builder),
              "case:3:10: unknown actor 'IDN'; expected an actor of this case; did you mean 'IND'?\n"
              "case:100:1: unknown actor or group 'GRB'; expected an actor or group of this case; did you mean 'GBR'?\n"
              "case:150:2: read badly\n"
              "case:200:1: land is out of range '2'; expected a number from 0 to 1\n");
}

TEST(FigureBoard, AWrongFigureIsNotCalledMissingToo) {
    WorldBuilder builder = small_builder();
    add_actor(builder, "NEW", 95.0, 0.0); // no such latitude
    EXPECT_EQ(problems_of(builder), "case:81:1: latitude is out of range '95'; expected a number from -90 to 90\n");
}

std::vector<ActorId> environment(World const& world, ActorId actor) {
    auto const ids = world.environment(actor);
    return {ids.begin(), ids.end()};
}

TEST(FigureBoard, EveryoneReckonsWithPowersNeighboursAndTheHostile) {
    WorldBuilder builder = small_builder();
    set(builder, {.quantity = Contiguity, .actor = "GBR", .partner = "FRA"}, 1.0);
    set(builder, {.quantity = Hostility, .actor = "BRA", .partner = "IND"}, 0.3);
    set(builder, {.quantity = Hostility, .actor = "BRA", .partner = "GBR"}, 0.01); // no more than the default
    World const world = builder.build();
    EXPECT_EQ(environment(world, usa), (std::vector{chn, rus}));
    EXPECT_EQ(environment(world, chn), (std::vector{usa, rus}));
    EXPECT_EQ(environment(world, gbr), (std::vector{usa, chn, rus, fra}));
    EXPECT_EQ(environment(world, fra), (std::vector{usa, chn, rus, gbr}));
    EXPECT_EQ(environment(world, bra), (std::vector{usa, chn, rus, ind}));
    EXPECT_EQ(environment(world, ind), (std::vector{usa, chn, rus})); // BRA's fear is not India's
}

TEST(FigureBoard, OnlyDistancesThatMatterAreRequired) {
    WorldBuilder builder = small_builder();
    builder.actors.push_back({"NEW", {"NEW", "新"}, ActorKind::State, Role::Other});
    builder.actor_places.push_back({"case", 300, 1});
    for (Quantity const q : {Power, Gdp, MilitarySpending, Regime, Area})
        set(builder, {.quantity = q, .actor = "NEW"}, 0.5);
    for (char const* power : {"USA", "CHN", "RUS"})
        set(builder, {.quantity = Distance, .actor = power, .partner = "NEW"}, 5000.0); // the other way round
    EXPECT_EQ(problems_of(builder), "");
    set(builder, {.quantity = Contiguity, .actor = "FRA", .partner = "NEW"}, 1.0);
    EXPECT_EQ(problems_of(builder),
              "case:50:1: distance of FRA with NEW is missing; expected distance, or latitude and "
              "longitude of both\n"
              "case:300:1: distance of NEW with FRA is missing; expected distance, or latitude "
              "and longitude of both\n");
}

} // namespace
} // namespace casus
