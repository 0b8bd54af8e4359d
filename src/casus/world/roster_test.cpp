#include "casus/world/roster.hpp"

#include "casus/world/test_builder.hpp"

#include <gtest/gtest.h>

namespace casus {
namespace {

using namespace small;

std::vector<Role> roles_of(World const& world) {
    std::vector<Role> roles;
    for (Actor const& actor : world.actors()) roles.push_back(actor.role);
    return roles;
}

/// The case with BRA able to be an ally or partner.
WorldBuilder builder_with_trade_of_bra() {
    WorldBuilder builder = small_builder();
    for (char const* power : {"USA", "CHN", "RUS"})
        set(builder, {.quantity = Quantity::Trade, .actor = "BRA", .partner = power}, 1e11);
    return builder;
}

TEST(Roster, WorksOutRoles) {
    World const world = small_builder().build();
    using enum Role;
    EXPECT_EQ(roles_of(world), (std::vector{Leader, Challenger, Challenger, Ally, Ally, Partner, Other}));
    EXPECT_EQ(world.leader(), usa);
    EXPECT_EQ(std::vector(world.challengers().begin(), world.challengers().end()), (std::vector{chn, rus}));
    EXPECT_EQ(std::vector(world.assessed().begin(), world.assessed().end()), (std::vector{gbr, fra, ind}));
    EXPECT_EQ(world.size().allies, 2u);
    EXPECT_EQ(world.size().sides, 4u);
}

TEST(Roster, AlliesComeInTheOrderOfTheActorsAndOnce) {
    WorldBuilder builder = builder_with_trade_of_bra();
    builder.treaties.push_back(members("ENTENTE", {"FRA", "USA"}));
    builder.treaties.push_back(members("FIRST", {"BRA", "USA"}));
    World const world = builder.build();
    EXPECT_EQ(std::vector(world.assessed().begin(), world.assessed().end()), (std::vector{gbr, fra, bra, ind}));
}

TEST(Roster, OnlyAnAllianceWithTheLeaderInForceMakesAnAlly) {
    WorldBuilder builder = builder_with_trade_of_bra();
    auto const add = [&](std::string code, std::vector<std::string> codes, TieType type, int since, int until) {
        WorldBuilder::Members treaty = members(std::move(code), std::move(codes));
        treaty.type = type;
        treaty.since = Year{since};
        treaty.until = Year{until};
        builder.treaties.push_back(treaty);
    };
    add("LAPSED", {"USA", "BRA"}, TieType::Alliance, 1950, 2020);
    add("COMING", {"USA", "BRA"}, TieType::Alliance, 2022, 9999);
    add("QUASI", {"USA", "BRA"}, TieType::QuasiAlliance, 1950, 9999);
    add("OTHERS", {"FRA", "BRA"}, TieType::Alliance, 1950, 9999);
    add("RIVALS", {"CHN", "RUS"}, TieType::Alliance, 2001, 9999);
    World const world = builder.build();
    EXPECT_EQ(world.actor(bra).role, Role::Other);
    EXPECT_EQ(world.actor(chn).role, Role::Challenger);
    EXPECT_EQ(world.treaties().size(), 6u); // kept, though they bind nobody to the leader now

    builder.year = Year{2022};
    EXPECT_EQ(builder.build().actor(bra).role, Role::Ally); // the first year counts
    builder.year = Year{2020};
    EXPECT_EQ(builder.build().actor(bra).role, Role::Ally); // and the last
}

TEST(Roster, EveryRoleIsTakenOnce) {
    WorldBuilder builder = small_builder();
    builder.challengers = {"CHN", "USA"};
    builder.partners = {"IND", "FRA", "IND"};
    EXPECT_EQ(problems_of(builder),
              "case: actor has two roles 'FRA'; expected one of leader, challenger, ally by treaty, partner\n"
              "case: actor has two roles 'IND'; expected one of leader, challenger, ally by treaty, partner\n"
              "case:2:20: actor has two roles 'USA'; expected one of leader, challenger, ally by treaty, partner\n");
}

TEST(Roster, AChallengerIsNoAlly) {
    WorldBuilder builder = small_builder();
    builder.treaties.push_back(members("PACT", {"RUS", "USA"}));
    EXPECT_EQ(problems_of(builder), "case:30:1: challenger is an ally of the leader by treaty PACT 'RUS'\n");
    EXPECT_EQ(problems_of(builder, Language::Chinese), "case:30:1: 崛起国因条约 PACT 成为霸权国的盟国“RUS”\n");
    builder.treaties.back().until = Year{2020};
    EXPECT_EQ(problems_of(builder), "");
}

TEST(Roster, NamesTheNearestCode) {
    WorldBuilder builder = small_builder();
    builder.challengers = {"CHN", "RSU"};
    builder.partners = {"INDD"};
    builder.treaties.front().members.push_back("GRB");
    builder.groups.push_back(members("EUROPE", {"FRA", "FAR"}));
    builder.groups.back().place = {"case", 80, 1};
    EXPECT_EQ(problems_of(builder),
              "case: unknown actor 'GRB'; expected an actor of this case; did you mean 'GBR'?\n"
              "case:2:20: unknown actor 'RSU'; expected an actor of this case; did you mean 'RUS'?\n"
              "case:3:10: unknown actor 'INDD'; expected an actor of this case; did you mean 'IND'?\n"
              "case:80:1: unknown actor 'FAR'; expected an actor of this case; did you mean 'FRA'?\n");
}

TEST(Roster, AWrongLeaderDoesNotHideOtherWrongCodes) {
    WorldBuilder builder = small_builder();
    builder.leader = "US";
    builder.challengers = {"CNH"};
    builder.partners = {"IDN"};
    EXPECT_EQ(problems_of(builder),
              "case:1:10: unknown actor 'US'; expected an actor of this case; did you mean 'USA'?\n"
              "case:2:10: unknown actor 'CNH'; expected an actor of this case; did you mean 'CHN'?\n"
              "case:3:10: unknown actor 'IDN'; expected an actor of this case; did you mean 'IND'?\n");
}

TEST(Roster, AWrongChallengerDoesNotMisplaceTheFiguresOfTheOthers) {
    WorldBuilder builder = small_builder();
    builder.challengers = {"XXX", "YYY", "RUS"};
    for (char const* partner : {"XXX", "RUS"})
        set(builder, {.quantity = Quantity::Offer, .actor = "FRA", .partner = partner, .issue = "trade"}, 0.1);
    for (char const* partner : {"USA", "XXX", "RUS", "regroup"})
        set(builder, {.quantity = Quantity::Match, .actor = "FRA", .partner = partner, .issue = "values"}, 0.1);
    EXPECT_EQ(problems_of(builder), "case:2:10: unknown actor 'XXX'; expected an actor of this case\n"
                                    "case:2:20: unknown actor 'YYY'; expected an actor of this case\n");
}

TEST(Roster, AChallengerAfterAWrongOneIsNotTakenForRegroup) {
    WorldBuilder builder = small_builder();
    builder.challengers = {"XXX", "RUS"};
    set(builder, {.quantity = Quantity::Offer, .actor = "FRA", .partner = "RUS", .issue = "trade"}, 0.1);
    EXPECT_EQ(problems_of(builder), "case:2:10: unknown actor 'XXX'; expected an actor of this case\n");
}

TEST(Roster, WhatIsGivenTwiceIsSaid) {
    WorldBuilder builder = small_builder();
    builder.actors.push_back(builder.actors[4]);
    builder.actor_places.push_back({"case", 90, 1});
    builder.issues.push_back(builder.issues[0]);
    builder.treaties.push_back(builder.treaties[0]);
    builder.treaties.back().members = {"USA", "GBR", "GBR"};
    builder.groups = {members("FRA", {"GBR"}), members("EU", {"FRA"}), members("EU", {"FRA"})};
    EXPECT_EQ(problems_of(builder), "case: issue given twice 'trade'\n"
                                    "case: group has the code of an actor 'FRA'\n"
                                    "case: group given twice 'EU'\n"
                                    "case: treaty given twice 'NATO'\n"
                                    "case: member named twice 'GBR'\n"
                                    "case:90:1: actor given twice 'FRA'\n");
}

TEST(Roster, ATreatyNeedsTwoMembersAndARightOrderOfYears) {
    WorldBuilder builder = small_builder();
    WorldBuilder::Members odd = members("ODD", {"USA"});
    odd.since = Year{1990};
    odd.until = Year{1980};
    odd.place = {"case", 70, 1};
    builder.treaties.push_back(odd);
    EXPECT_EQ(problems_of(builder), "case:70:1: treaty ODD ends before it begins '1980'\n"
                                    "case:70:1: treaty ODD has too few members '1'; expected at least two\n");
}

TEST(Roster, ThereMustBeSomebodyToAssessAndAnIssue) {
    WorldBuilder builder = small_builder();
    builder.treaties.clear();
    builder.partners.clear();
    builder.issues.clear();
    EXPECT_EQ(problems_of(builder),
              "case: the case has no issue; expected at least one [issues.NAME]\n"
              "case: nobody to assess; expected a treaty of alliance with the leader in force in the case's year, or a "
              "partner\n");
    builder = small_builder();
    builder.treaties.clear();
    EXPECT_EQ(builder.build().size().assessed, 1u); // a partner is enough
    builder = small_builder();
    builder.challengers.clear();
    EXPECT_EQ(builder.build().size().sides, 2u); // and so is a system without a challenger
}

TEST(Roster, MeasuresTheLargestRegroupingSet) {
    WorldBuilder builder = small_builder();
    auto const add = [&](std::string code, std::vector<std::string> codes, bool regroups) {
        builder.groups.push_back(members(std::move(code), std::move(codes)));
        builder.groups.back().regroups = regroups;
    };
    add("PAIR", {"GBR", "FRA"}, true);
    add("THREE", {"FRA", "IND", "BRA"}, true);
    add("ALL", {"USA", "CHN", "RUS", "GBR", "FRA", "IND", "BRA"}, false);
    World const world = builder.build();
    EXPECT_EQ(world.regroup_size(0), 2.0);
    EXPECT_EQ(world.regroup_size(1), 3.0);
    EXPECT_EQ(world.regroup_size(2), 3.0);
    // Leader and challengers never belong to those who band together without them.
    builder.groups.back().regroups = true;
    EXPECT_EQ(builder.build().regroup_size(0), 4.0);
    builder.groups.clear();
    EXPECT_EQ(builder.build().regroup_size(0), 1.0);
}

} // namespace
} // namespace casus
