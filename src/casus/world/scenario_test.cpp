#include "casus/world/scenario.hpp"

#include "casus/world/derive.hpp"
#include "casus/world/random_world.hpp"
#include "casus/world/test_builder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace casus {
namespace {

using namespace small;

Scenario scenario(std::vector<std::string> const& changes) {
    Scenario made;
    made.code = "test";
    for (std::string const& change : changes) made.changes.push_back(parse_change(change));
    return made;
}

Altered altered(WorldBuilder const& base, std::vector<std::string> const& changes) {
    return apply(scenario(changes), base, random_parameters(1));
}

std::string message(std::vector<std::string> const& changes) {
    try {
        (void)altered(small_builder(), changes);
    } catch (Error const& error) {
        std::string lines;
        for (Problem const& problem : error.problems()) lines += render(problem, Language::English) + "\n";
        return lines;
    }
    return {};
}

TEST(Scenario, SetsScalesAndAdds) {
    WorldBuilder const base = small_builder();
    EXPECT_EQ(altered(base, {"hegemon.budget=0.7"}).world.value(Quantity::RewardBudget), 0.7);
    EXPECT_DOUBLE_EQ(altered(base, {"hegemon.credibility=*0.5"}).world.value(Quantity::Credibility), 0.4);
    EXPECT_DOUBLE_EQ(altered(base, {"hegemon.credibility=+0.1"}).world.value(Quantity::Credibility), 0.9);
    EXPECT_DOUBLE_EQ(altered(base, {"hegemon.credibility=-0.1"}).world.value(Quantity::Credibility), 0.7);
    World const twice = altered(base, {"hegemon.credibility=*0.5", "hegemon.credibility=+0.1"}).world;
    EXPECT_DOUBLE_EQ(twice.value(Quantity::Credibility), 0.5);
    Parameters const parameters = random_parameters(1);
    Altered const constant = altered(base, {"parameter.threat_constant==-3", "parameter.temperature=*2"});
    EXPECT_EQ(constant.parameters[Parameter::ThreatConstant], -3.0);
    EXPECT_DOUBLE_EQ(constant.parameters[Parameter::Temperature], 2.0 * parameters[Parameter::Temperature]);
}

TEST(Scenario, LeavesOutSpacesAroundPathAndValue) {
    Change const change = parse_change(" hegemon.budget = *0.7\t");
    EXPECT_EQ(change.path, "hegemon.budget");
    EXPECT_EQ(change.value, "*0.7");
}

TEST(Scenario, WinsOverWhateverWasSaidAndLeavesTheRest) {
    WorldBuilder base = small_builder();
    set(base, {.quantity = Quantity::Reward, .actor = "FRA", .issue = "trade"}, 0.3, 6);
    set(base, {.quantity = Quantity::Reward}, 0.1);
    World const world = altered(base, {"ally.reward=0.2"}).world;
    for (IssueId const k : {small::trade, small::values}) {
        EXPECT_EQ(world.value(Quantity::Reward, world.cell(0, k)), 0.2);
        EXPECT_EQ(world.value(Quantity::Reward, world.cell(1, k)), 0.2);
        EXPECT_EQ(world.value(Quantity::Reward, world.cell(2, k)), 0.1); // IND is no ally
    }
    EXPECT_EQ(describe(world.basis(Quantity::Reward), Language::English), "judgement (scenario test): ally.reward=0.2");
    World const scaled = altered(base, {"ally.reward=*0.5"}).world; // each from its own
    EXPECT_DOUBLE_EQ(scaled.value(Quantity::Reward, scaled.cell(1, small::trade)), 0.15);
    EXPECT_DOUBLE_EQ(scaled.value(Quantity::Reward, scaled.cell(1, small::values)), 0.05);
}

TEST(Scenario, MovesWhatIsDerivedFromAChangedFigure) {
    World const world = altered(small_builder(), {"ally[FRA].spending=*2", "actor[BRA].hostility[FRA]=0.5"}).world;
    EXPECT_DOUBLE_EQ(world.value(Quantity::Offence, fra.index()), offence_from_spending(100e9));
    EXPECT_DOUBLE_EQ(world.value(Quantity::Offence, gbr.index()), offence_from_spending(50e9));
    auto const environment = world.environment(bra);
    EXPECT_NE(std::ranges::find(environment, fra), environment.end()); // it is hostile now
    World const base = small_builder().build();
    EXPECT_EQ(std::ranges::find(base.environment(bra), fra), base.environment(bra).end());
}

TEST(Scenario, ChangesWhatHoldsBothWaysBothWays) {
    World const world = altered(small_builder(), {"actor[FRA].barrier[RUS]=0.3", "challenger[CHN].trade[FRA]=*2",
                                                  "actor[IND].distance[CHN]=4000"})
                            .world;
    EXPECT_EQ(world.value(Quantity::Barrier, world.dyad(fra, rus)), 0.3);
    EXPECT_EQ(world.value(Quantity::Barrier, world.dyad(rus, fra)), 0.3);
    EXPECT_EQ(world.value(Quantity::Trade, world.dyad(fra, chn)), 2e11); // the partner's figure was its own
    EXPECT_EQ(world.value(Quantity::Trade, world.dyad(chn, fra)), 2e11);
    EXPECT_EQ(world.value(Quantity::Distance, world.dyad(chn, ind)), 4000.0);
    WorldBuilder directed = small_builder();
    set(directed, {.quantity = Quantity::Trade, .actor = "CHN", .partner = "FRA"}, 3e11);
    World const one_way = altered(directed, {"ally[FRA].trade[CHN]=*2"}).world;
    EXPECT_EQ(one_way.value(Quantity::Trade, one_way.dyad(fra, chn)), 2e11);
    EXPECT_EQ(one_way.value(Quantity::Trade, one_way.dyad(chn, fra)), 3e11);
}

/// The random number that moved a figure, where it was not clipped.
double normal(World const& centre, World const& drawn, Quantity q, std::size_t n) {
    return (drawn.value(q, n) - centre.value(q, n)) / centre.sd(q, n);
}

TEST(Scenario, DrawsAreThoseOfTheUnchangedWorld) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        WorldBuilder const builder = random_builder({.seed = seed, .issues = 4});
        World const base = WorldBuilder(builder).build();
        Parameters const parameters = random_parameters(seed);
        Altered const changed = apply(scenario({"hegemon.power=*0.7", "ally.reward=*1.3", "issue.sensitivity=*0.9",
                                                "challenger.offer=+0.02", "parameter.temperature=*1.5"}),
                                      builder, parameters);
        World base_drawn = base;
        World drawn = changed.world;
        Parameters base_parameters = parameters;
        Parameters drawn_parameters = changed.parameters;
        std::size_t compared = 0;
        for (std::uint32_t run = 0; run < 20; ++run) {
            base.draw(9, run, base_drawn);
            changed.world.draw(9, run, drawn);
            parameters.draw(9, run, base_parameters);
            changed.parameters.draw(9, run, drawn_parameters);
            double const shift = changed.parameters[Parameter::ShareLeader] - drawn_parameters[Parameter::ShareLeader];
            EXPECT_EQ(shift, parameters[Parameter::ShareLeader] - base_parameters[Parameter::ShareLeader]);
            for (QuantityInfo const& q : all_quantities())
                for (std::size_t n = 0; n < base.values(q.quantity).size(); ++n) {
                    ASSERT_EQ(base.sd(q.quantity, n), changed.world.sd(q.quantity, n)) << q.key << ' ' << n;
                    auto const clipped = [&](double x) { return x == q.low || x == q.high; };
                    if (base.sd(q.quantity, n) <= 0.0 || clipped(drawn.value(q.quantity, n)) ||
                        clipped(base_drawn.value(q.quantity, n)))
                        continue;
                    ASSERT_NEAR(normal(base, base_drawn, q.quantity, n), normal(changed.world, drawn, q.quantity, n),
                                1e-9)
                        << q.key << ' ' << n;
                    ++compared;
                }
        }
        EXPECT_GT(compared, 1000u);
    }
}

TEST(Scenario, OfNoChangeIsTheWorldItself) {
    WorldBuilder const builder = random_builder({.seed = 3});
    World const base = WorldBuilder(builder).build();
    Altered const same = apply(scenario({}), builder, random_parameters(3));
    for (QuantityInfo const& q : all_quantities())
        for (std::size_t n = 0; n < base.values(q.quantity).size(); ++n) {
            double const x = same.world.value(q.quantity, n);
            ASSERT_TRUE(x == base.value(q.quantity, n) || std::isnan(x)) << q.key;
        }
}

TEST(Scenario, RefusesValuesOutOfRangeAndSaysTheRange) {
    EXPECT_EQ(message({"hegemon.credibility=1.2"}),
              "hegemon.credibility would be out of range '1.2'; expected a number from 0 to 1\n");
    EXPECT_EQ(message({"ally[FRA].issue[trade].sensitivity=*3"}),
              "ally[FRA].issue[trade].sensitivity would be out of range for FRA/trade '0.5*3 = 1.5'; expected a "
              "number from 0 to 1\n");
    EXPECT_EQ(message({"hegemon.budget=-0.2"}),
              "hegemon.budget would be out of range '0.1-0.2 = -0.1'; expected a number of at least 0\n");
    // What is set as it is needs no sum, however it is written.
    EXPECT_EQ(message({"hegemon.credibility==-5"}),
              "hegemon.credibility would be out of range '-5'; expected a number from 0 to 1\n");
    EXPECT_EQ(message({"hegemon.credibility=1.70"}),
              "hegemon.credibility would be out of range '1.7'; expected a number from 0 to 1\n");
    EXPECT_NE(message({"parameter.erosion=2"}).find("expected a number from 0 to 1"), std::string::npos);
}

TEST(Scenario, RefusesAllThatIsWrongInOneGo) {
    std::string const lines =
        message({"hegemon.credibilty=0.5", "hegemon.credibility=much", "ally[FRA].issue[trade].match[CHN]=*2"});
    EXPECT_NE(lines.find("unknown quantity 'credibilty'"), std::string::npos) << lines;
    EXPECT_NE(lines.find("not a value: hegemon.credibility 'much'; expected a number, or a relative one"),
              std::string::npos)
        << lines;
    EXPECT_NE(lines.find("match of FRA/trade/CHN is not given '*2'; expected a value without a sign"),
              std::string::npos)
        << lines;
    for (char const* text : {"hegemon.budget", "=0.5", "hegemon.budget=", "", " = ", "hegemon.budget = ", " =0.5"})
        EXPECT_THROW((void)parse_change(text), Error);
    for (char const* value : {"*", "+", "-", "nan", "inf", "1e400", "*nan", "0.5x", "--1", "+-1", "= 1"})
        EXPECT_NE(message({std::string("hegemon.budget=") + value}).find("not a value"), std::string::npos) << value;
}

} // namespace
} // namespace casus
