#include "casus/endurance/of_case.hpp"

#include "casus/base/error.hpp"
#include "casus/endurance/made_up_model.hpp"
#include "casus/world/random_world.hpp"

#include <gtest/gtest.h>

namespace casus::endurance {
namespace {

/// A random world in which every treaty is an alliance in force since ten years, but the last one, an entente.
World world_of_treaties(WorldBuilder& builder) {
    for (WorldBuilder::Members& treaty : builder.treaties) {
        treaty.type = TieType::Alliance;
        treaty.since = Year{builder.year.value - 10};
        treaty.until = Year{9999};
    }
    WorldBuilder::Members entente = builder.treaties.front();
    entente.code = "ENTENTE";
    entente.type = TieType::Entente;
    builder.treaties.push_back(entente);
    return builder.build();
}

std::string refusal_of(World const& world, std::vector<TreatyFigure> const& figures) {
    try {
        (void)alliances_of(world, figures, made_up_model(), {"c.toml", 0, 0});
    } catch (Error const& error) { return error.what(); }
    return "";
}

TEST(AlliancesOfCase, AreItsTreatiesOfAllianceWithTheirFigures) {
    WorldBuilder builder = random_builder({});
    World const world = world_of_treaties(builder);
    std::string const code = world.treaties()[0].code;
    std::vector<TreatyFigure> const figures{{code, "institution", 0.5, 0.4, 0.6, "S"}, {code, "colour", 1, 1, 1, "S"}};
    std::vector<Alliance> const alliances = alliances_of(world, figures, made_up_model());
    ASSERT_EQ(alliances.size(), world.treaties().size() - 1);
    Alliance const& first = alliances[0];
    EXPECT_EQ(first.code, code);
    EXPECT_EQ(first.age, 10.0);
    ASSERT_EQ(first.members.size(), world.treaties()[0].members.size());
    ActorId const member = world.treaties()[0].members[0];
    EXPECT_EQ(first.members[0].code, world.actor(member).code);
    EXPECT_EQ(first.members[0].power, world.value(Quantity::Power, member.index()));
    ASSERT_TRUE(first.terms[3]);
    EXPECT_EQ(first.terms[3]->low, 0.4);
    EXPECT_EQ(first.terms[3]->source, "S");
    EXPECT_FALSE(first.terms[0]);
    EXPECT_EQ(first.unused, std::vector<std::string>{"colour"});
}

TEST(AlliancesOfCase, SayWhatACaseMustAdd) {
    WorldBuilder builder = random_builder({});
    World const world = world_of_treaties(builder);
    EXPECT_EQ(refusal_of(world, {}),
              "c.toml: the case has no figures of treaties; expected treaty_figures = [\"FILE.csv\"] in the case, with "
              "columns treaty, term, value and source, and for each treaty rows for the terms of the model: "
              "common_threat, threat_fallen, regime_change, institution, asymmetry");
    EXPECT_EQ(refusal_of(world, {{world.treaties()[0].code, "instituton", 1, 1, 1, "S", {}, {"s.csv", 2, 3}}}),
              "s.csv:2:3: no figure of an alliance in force is a term of the model 'instituton'; expected one of "
              "common_threat, threat_fallen, regime_change, institution, asymmetry; did you mean 'institution'?");
}

} // namespace
} // namespace casus::endurance
