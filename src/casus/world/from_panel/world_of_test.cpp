#include "casus/world/from_panel/world_of.hpp"

#include "casus/world/from_panel/test_store.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>

namespace casus::from_panel {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> codes(World const& world, Role role) {
    std::vector<std::string> result;
    for (Actor const& actor : world.actors())
        if (actor.role == role) result.push_back(actor.code);
    return result;
}

ActorId id_of(World const& world, std::string const& code) {
    for (std::size_t n = 0; n < world.actors().size(); ++n)
        if (world.actors()[n].code == code) return ActorId{n};
    ADD_FAILURE() << "no actor " << code;
    return ActorId{0};
}

struct Seen {
    double value;
    double sd;
    Basis basis;
};

Seen of_actor(World const& world, Quantity quantity, std::string const& code) {
    std::size_t const n = id_of(world, code).index();
    return {world.value(quantity, n), world.sd(quantity, n), world.basis(quantity, n)};
}

Seen of_pair(World const& world, Quantity quantity, std::string const& actor, std::string const& partner) {
    std::size_t const n = world.dyad(id_of(world, actor), id_of(world, partner));
    return {world.value(quantity, n), world.sd(quantity, n), world.basis(quantity, n)};
}

std::string all(std::vector<Text> const& notes) {
    std::string text;
    for (Text const& note : notes) text += note.en + "\n";
    return text;
}

using WorldOf = SmallStore;

TEST_F(WorldOf, FindsWhoIsWhoByTreatiesMajorsAndDisputes) {
    WorldMade made = world_of(store(), request());
    World const world = made.builder.build();
    EXPECT_THAT(codes(world, Role::Leader), ElementsAre("USA"));
    EXPECT_THAT(codes(world, Role::Challenger), ElementsAre("RUS")); // not CHN: its dispute is eleven years old
    EXPECT_THAT(codes(world, Role::Ally), ElementsAre("GBR", "DNK"));
    EXPECT_THAT(codes(world, Role::Other), IsEmpty()); // 150 miles of water are no contiguity
    EXPECT_THAT(all(made.notes), AllOf(HasSubstr("Russia (RUS): rivalry"), HasSubstr("Iceland (ISL): regime")));
}

TEST_F(WorldOf, TakesChallengersAndPartnersAsGiven) {
    WorldRequest asked = request();
    asked.challengers = {"CHN"};
    asked.partners = {"Poland", "740"};
    World const world = world_of(store(), asked).builder.build();
    EXPECT_THAT(codes(world, Role::Challenger), ElementsAre("CHN"));
    EXPECT_THAT(codes(world, Role::Partner), ElementsAre("POL", "JPN"));
    EXPECT_THAT(codes(world, Role::Other), ElementsAre("RUS", "BLR")); // GBR's opponent, POL's neighbour
}

TEST_F(WorldOf, GivesEveryFigureWithItsSource) {
    World const world = world_of(store(), request()).builder.build();
    Seen const power = of_actor(world, Quantity::Power, "USA");
    EXPECT_EQ(power.value, 0.14);
    EXPECT_EQ(power.basis.kind, Basis::Kind::Given);
    EXPECT_EQ(power.basis.source, "nmc: version 6.0, cinc, 1995");
    EXPECT_EQ(of_actor(world, Quantity::Gdp, "GBR").value, 1.3e12);
    EXPECT_EQ(of_actor(world, Quantity::MilitarySpending, "GBR").value, 4e10);
    EXPECT_EQ(of_actor(world, Quantity::Regime, "RUS").sd, 0.05);
    EXPECT_EQ(of_actor(world, Quantity::Latitude, "RUS").value, 55.8);
    EXPECT_EQ(of_actor(world, Quantity::Latitude, "RUS").basis.source, "capitals: version 2024, Moscow, 1995");
    EXPECT_EQ(of_pair(world, Quantity::Trade, "GBR", "USA").value, 5.55e10);
    EXPECT_EQ(of_pair(world, Quantity::Trade, "GBR", "RUS").value, 1.5e9);
    EXPECT_THAT(of_pair(world, Quantity::Trade, "GBR", "RUS").basis.source, HasSubstr("flow2 (flow1 missing)"));
    EXPECT_EQ(of_pair(world, Quantity::Contiguity, "DNK", "GBR").value, 1.0);
    EXPECT_EQ(of_pair(world, Quantity::Barrier, "DNK", "GBR").value, 0.0);
    EXPECT_THAT(world.sources(), Contains(testing::Field(&SourceNote::key, "nmc")));
}

TEST_F(WorldOf, JudgesWhatNoDataSetSaysAndSaysSo) {
    World const world = world_of(store(), request()).builder.build();
    Seen const depth = of_actor(world, Quantity::Depth, "RUS");
    EXPECT_EQ(depth.value, 0.5);
    EXPECT_EQ(depth.sd, 0.2);
    EXPECT_EQ(depth.basis.kind, Basis::Kind::Judgement);
    // Shares of GDP: POL .0286, GBR .0308, USA .0395, CHN .0452, BLR .0714, RUS .2, JPN .0091, ISL 0: the middle is .0395.
    Seen const spending = of_actor(world, Quantity::MilitarySpending, "DNK");
    EXPECT_NEAR(spending.value, 1.8e11 * 3e8 / 7.6e9, 1.0);
    EXPECT_EQ(spending.basis.kind, Basis::Kind::Judgement);
    Seen const trade = of_pair(world, Quantity::Trade, "DNK", "RUS");
    EXPECT_EQ(trade.value, 0.0);
    EXPECT_EQ(trade.basis.kind, Basis::Kind::Judgement);
    std::size_t const cell = world.cell(0, IssueId{1}); // GBR on trade
    double const openness = 5e11 / 1.3e12;
    EXPECT_DOUBLE_EQ(world.value(Quantity::Sensitivity, cell), openness / (openness + 0.5));
    EXPECT_DOUBLE_EQ(world.value(Quantity::Vulnerability, cell), 0.1 + 0.8 * 5.55e10 / 5e11);
}

TEST_F(WorldOf, ReadsHostilityFromWhatWasBegunBeforeTheYear) {
    World const world = world_of(store(), request()).builder.build();
    double const force = 0.5 * 0.75 * 0.5 * std::pow(2.0, -0.5);
    EXPECT_NEAR(of_pair(world, Quantity::Hostility, "GBR", "RUS").value, 1.0 - std::exp(-force), 1e-12);
    EXPECT_EQ(of_pair(world, Quantity::Hostility, "RUS", "GBR").basis.kind, Basis::Kind::Default);
    EXPECT_EQ(of_pair(world, Quantity::Hostility, "DNK", "RUS").basis.kind, Basis::Kind::Default); // in the year itself
    double rivalry = 0.0;
    for (int year = 1945; year <= 1989; ++year) rivalry += 0.01 * std::pow(2.0, (year - 1995) / 10.0);
    EXPECT_NEAR(of_pair(world, Quantity::Hostility, "RUS", "USA").value, 1.0 - std::exp(-rivalry), 1e-12);
}

TEST_F(WorldOf, KeepsTreatiesAsTheyAre) {
    WorldRequest asked = request();
    asked.partners = {"JPN", "BLR"};
    WorldMade made = world_of(store(), asked);
    World const world = made.builder.build();
    std::map<std::string, Treaty> treaties;
    for (Treaty const& treaty : world.treaties()) treaties[treaty.code] = treaty;
    ASSERT_THAT(treaties.size(), 3U); // that with POL ended a year before
    EXPECT_EQ(treaties.at("ATOP-1").type, TieType::Alliance);
    EXPECT_EQ(treaties.at("ATOP-1").since, Year{1949});
    EXPECT_EQ(treaties.at("ATOP-1").until, Year{9999});
    EXPECT_EQ(treaties.at("ATOP-1").source, "atop-member: version 5.1, atopid 1");
    EXPECT_EQ(treaties.at("ATOP-2").type, TieType::Entente);
    EXPECT_EQ(treaties.at("ATOP-4").until, Year{1995});
    EXPECT_TRUE(treaties.at("ATOP-4").in_force(Year{1995}));
}

TEST_F(WorldOf, SaysWhatToImportForAYearThatNoDataSetCovers) {
    std::string const wrong = problems(request(2003));
    EXPECT_THAT(
        wrong,
        HasSubstr("no data set in the store gives power for 2003; expected one of these in the store (casus data "
                  "import): nmc@7.0 (1816–2022), nmc@6.0 (1816–2016), nmc@5.0 (1816–2012), nmc@4.0 "
                  "(1816–2007); or --carry 3, which takes what there is for 2000\n"));
    EXPECT_THAT(wrong, HasSubstr("gives GDP for 2003"));
    store().remove("nmc");
    EXPECT_THAT(problems(request()), HasSubstr("no data set in the store gives power for 1995"));
}

TEST_F(WorldOf, CarriesFiguresForwardOnlyWhenAsked) {
    EXPECT_THAT(problems(request(1997)), HasSubstr("of United States of America (USA) in 1997 is missing"));
    WorldRequest asked = request(1997);
    asked.carry = 2;
    World const world = world_of(store(), asked).builder.build();
    Seen const power = of_actor(world, Quantity::Power, "USA");
    EXPECT_EQ(power.value, 0.14);
    EXPECT_DOUBLE_EQ(power.sd, 2 * 0.03 * 0.14);
    EXPECT_EQ(power.basis.source, "nmc: version 6.0, cinc, 1995, carried to 1997");
    EXPECT_DOUBLE_EQ(of_actor(world, Quantity::Regime, "USA").sd, std::hypot(0.04, 0.04));
}

TEST_F(WorldOf, RefusesWhomItCannotPlace) {
    WorldRequest asked = request();
    asked.leader = "RUS";
    asked.challengers = {"USA", "USA"};
    asked.partners = {"ISL", "ZZZ"};
    std::string const wrong = problems(asked);
    EXPECT_THAT(wrong, HasSubstr("named twice 'USA'"));
    EXPECT_THAT(wrong, HasSubstr("'ZZZ'"));
    EXPECT_THAT(wrong, HasSubstr("regime of Iceland (ISL) in 1995 is missing"));
    asked = request();
    asked.leader = "JPN";
    EXPECT_THAT(problems(asked),
                AllOf(HasSubstr("no challenger by rule in 1995"), HasSubstr("Japan has no ally in 1995")));
}

TEST_F(WorldOf, KnowsStatesByTheNamesOfTheirYear) {
    WorldRequest asked = request();
    asked.leader = "RUS";
    asked.challengers = {"USA"};
    WorldMade made = world_of(store(), asked);
    EXPECT_EQ(made.builder.leader, "RUS");
    EXPECT_THAT(made.builder.title.zh, EndsWith("俄罗斯的联盟体系"));
    asked.year = 1985; // nobody has figures then, but it is known who is meant
    EXPECT_THAT(problems(asked), HasSubstr("regime of Soviet Union (SUN) in 1985 is missing"));
}

} // namespace
} // namespace casus::from_panel
