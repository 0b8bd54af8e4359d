#include "casus/world/scenario_path.hpp"

#include "casus/world/test_builder.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace casus {
namespace {

using namespace small;

/// small_builder() with a group of an ally and a partner, and an issue that has goods.
World small_world() {
    WorldBuilder builder = small_builder();
    builder.groups.push_back(members("PAIR", {"FRA", "IND"}));
    Issue chips;
    chips.code = "chips";
    chips.match = MatchRule::Goods;
    chips.goods = {"design", "plants"};
    chips.recipes = {{{"chip", "芯片"}, 1.0, {1.0, 1.0}}};
    builder.issues.push_back(chips);
    return builder.build();
}

class ScenarioPath : public testing::Test {
protected:
    World const world = small_world();

    std::vector<std::size_t> positions(Quantity quantity, std::string const& path) {
        PathTarget const target = resolve_path(world, path, {});
        EXPECT_FALSE(target.parameter) << path;
        EXPECT_EQ(target.quantity, quantity) << path;
        EXPECT_TRUE(std::ranges::is_sorted(target.positions)) << path;
        return target.positions;
    }

    std::string message(std::string const& path, Language language = Language::English) {
        try {
            (void)resolve_path(world, path, {"case", 7, 3});
        } catch (Error const& error) { return render(error.problems().front(), language); }
        return {};
    }
    std::size_t cell(std::size_t assessed, std::size_t issue) { return world.cell(assessed, IssueId{issue}); }
};

using Positions = std::vector<std::size_t>;

TEST_F(ScenarioPath, NamesTheLeadersMeans) {
    EXPECT_EQ(positions(Quantity::RewardBudget, "hegemon.reward_budget"), Positions{0});
    EXPECT_EQ(positions(Quantity::RewardBudget, "leader.budget"), Positions{0});
    EXPECT_EQ(positions(Quantity::AllianceCost, "hegemon.cost"), Positions{0});
    EXPECT_EQ(positions(Quantity::Power, "hegemon.power"), Positions{usa.index()});
    EXPECT_EQ(positions(Quantity::MilitarySpending, "leader.spending"), Positions{usa.index()});
}

TEST_F(ScenarioPath, NamesActorsByCodeRoleOrGroup) {
    EXPECT_EQ(positions(Quantity::Power, "actor[BRA].power"), Positions{bra.index()});
    EXPECT_EQ(positions(Quantity::Power, "challenger.power"), (Positions{chn.index(), rus.index()}));
    EXPECT_EQ(positions(Quantity::Power, "ally[all].power"), (Positions{gbr.index(), fra.index()}));
    EXPECT_EQ(positions(Quantity::Power, "actor[PAIR].power"), (Positions{fra.index(), ind.index()}));
    EXPECT_EQ(positions(Quantity::Power, "group[PAIR].power"), (Positions{fra.index(), ind.index()}));
    EXPECT_EQ(positions(Quantity::Power, "ally[PAIR].power"), Positions{fra.index()});
    EXPECT_EQ(positions(Quantity::Power, "partner[PAIR].power"), Positions{ind.index()});
}

TEST_F(ScenarioPath, NamesCells) {
    EXPECT_EQ(positions(Quantity::Reward, "ally[FRA].issue[trade].reward"), Positions{cell(1, 0)});
    EXPECT_EQ(positions(Quantity::Reward, "issue[values].ally.reward"), (Positions{cell(0, 1), cell(1, 1)}));
    EXPECT_EQ(positions(Quantity::Reward, "issue[values].reward"), (Positions{cell(0, 1), cell(1, 1), cell(2, 1)}));
    EXPECT_EQ(positions(Quantity::Reward, "partner.reward"), (Positions{cell(2, 0), cell(2, 1), cell(2, 2)}));
    EXPECT_EQ(positions(Quantity::NonNeutrality, "issue[trade].non_neutrality"), Positions{0});
    EXPECT_EQ(positions(Quantity::NonNeutrality, "issue.non_neutrality"), (Positions{0, 1, 2}));
}

TEST_F(ScenarioPath, NamesSidesAndTakesAllChallengersWhereNoneIsNamed) {
    std::size_t const c = cell(1, 0);
    EXPECT_EQ(positions(Quantity::Exclusivity, "ally[FRA].issue[trade].exclusivity[RUS]"),
              Positions{world.side_cell(2, c)});
    EXPECT_EQ(positions(Quantity::Exclusivity, "ally[FRA].issue[trade].exclusivity"),
              (Positions{world.side_cell(1, c), world.side_cell(2, c)}));
    EXPECT_EQ(positions(Quantity::Exclusivity, "ally[FRA].issue[trade].exclusivity[regroup]"),
              Positions{world.side_cell(3, c)});
    EXPECT_EQ(positions(Quantity::Match, "ally[FRA].issue[trade].match[hegemon]"), Positions{world.side_cell(0, c)});
    EXPECT_EQ(positions(Quantity::Offer, "challenger[CHN].ally[FRA].issue[trade].offer"),
              Positions{world.side_cell(1, c)});
    EXPECT_EQ(positions(Quantity::Offer, "challenger[CHN].offer").size(), world.size().cells());
}

TEST_F(ScenarioPath, NamesPairsAndGoods) {
    EXPECT_EQ(positions(Quantity::Hostility, "ally[FRA].hostility[CHN]"), Positions{world.dyad(fra, chn)});
    EXPECT_EQ(positions(Quantity::Trade, "actor[FRA].trade").size(), world.size().actors - 1);
    EXPECT_EQ(positions(Quantity::Endowment, "hegemon.issue[chips].endowment[plants]"), Positions{1});
    EXPECT_EQ(positions(Quantity::Endowment, "challenger[RUS].issue[chips].endowment"), (Positions{4, 5}));
}

TEST_F(ScenarioPath, NamesParameters) {
    EXPECT_EQ(resolve_path(world, "parameter.temperature", {}).parameter, Parameter::Temperature);
}

TEST_F(ScenarioPath, RefusesWhatIsNotThereWithTheNearestPath) {
    EXPECT_EQ(message("ally[FRB].issue[trade].reward"),
              "case:7:3: unknown actor or group 'FRB' in the path 'ally[FRB].issue[trade].reward'; did you mean "
              "'ally[FRA].issue[trade].reward'?");
    EXPECT_EQ(message("ally[FRA].issue[trad].reward"),
              "case:7:3: unknown issue 'trad' in the path 'ally[FRA].issue[trad].reward'; did you mean "
              "'ally[FRA].issue[trade].reward'?");
    EXPECT_EQ(message("hegemon.credibilty"),
              "case:7:3: unknown quantity 'credibilty' in the path 'hegemon.credibilty'; "
              "did you mean 'hegemon.credibility'?");
    EXPECT_EQ(message("hegenom.budget"),
              "case:7:3: unknown word 'hegenom' in the path 'hegenom.budget'; did you mean 'hegemon.budget'?");
    EXPECT_EQ(message("leader.lead"), "case:7:3: unknown quantity 'lead' in the path 'leader.lead'; did you mean "
                                      "'leader.land'?"); // and not 'lander.lead'
    EXPECT_EQ(message("parameter.temprature"),
              "case:7:3: unknown parameter 'temprature' in the path 'parameter.temprature'; did you mean "
              "'parameter.temperature'?");
    EXPECT_EQ(message("temperature"), "case:7:3: not a path 'temperature'; did you mean 'parameter.temperature'?");
    EXPECT_EQ(message("credibility"),
              "case:7:3: no such path to credibility 'credibility'; did you mean 'hegemon.credibility'?");
    EXPECT_EQ(message("ally[FRA].credibility"),
              "case:7:3: no such path to credibility 'ally[FRA].credibility'; did you mean 'hegemon.credibility'?");
    EXPECT_EQ(message("hegemon.issue[trade].reward"), "case:7:3: no such path to reward 'hegemon.issue[trade].reward'; "
                                                      "did you mean 'ally.issue[trade].reward'?");
    EXPECT_EQ(message("ally[CHN].power"),
              "case:7:3: CHN is no ally 'ally[CHN].power'; did you mean 'actor[CHN].power'?");
    EXPECT_EQ(message("ally[FRA].offer[regroup]"),
              "case:7:3: offer has no meaning with regroup 'ally[FRA].offer[regroup]'; expected a challenger");
    EXPECT_EQ(message("actor[BRA].reward"),
              "case:7:3: names nobody who is assessed 'actor[BRA].reward'; expected allies "
              "or partners; did you mean 'ally.reward'?");
    EXPECT_EQ(message("issue[chips].actor[FRA].endowment[plant]"),
              "case:7:3: unknown good 'plant' in the path 'issue[chips].actor[FRA].endowment[plant]'; did you mean "
              "'issue[chips].actor[FRA].endowment[plants]'?");
}

TEST_F(ScenarioPath, MendsEveryWrongWordOfAPath) {
    EXPECT_EQ(message("aly[FRB].isue[trad].rewrd"),
              "case:7:3: unknown word 'aly' in the path 'aly[FRB].isue[trad].rewrd'; did you mean "
              "'ally[FRA].issue[trade].reward'?");
    EXPECT_EQ(message("FRA.reward"),
              "case:7:3: FRA stands without brackets 'FRA.reward'; did you mean 'actor[FRA].reward'?");
    EXPECT_EQ(message("ally.FRA.reward"),
              "case:7:3: FRA stands without brackets 'ally.FRA.reward'; did you mean 'ally[FRA].reward'?");
    EXPECT_EQ(message("issue[trade]"),
              "case:7:3: a path without a quantity at its end 'issue[trade]'; expected words with "
              "dots between them, as ally[KOR].issue[trade].exclusivity[CHN]");
    EXPECT_EQ(message("hegemon[XYZ].power"),
              "case:7:3: no such path to power 'hegemon[XYZ].power'; expected words with "
              "dots between them, as ally[KOR].issue[trade].exclusivity[CHN]");
}

/// "did you mean" is never another path that is refused.
TEST_F(ScenarioPath, SuggestsOnlyWhatNamesSomething) {
    std::size_t suggested = 0;
    for (char const* subject : {"hegemon", "ally[USA]", "ally[CHN]", "actor[BRA]", "partner[FRA]", "challenger[GBR]",
                                "FRA", "issue[trade]", "issue[chip]", "parameter", "group[PAIRS]"})
        for (QuantityInfo const& quantity : all_quantities())
            for (char const* end : {"", "[CHN]", "[FRAN]", "[plants]"}) {
                std::string const path = std::string(subject) + "." + std::string(quantity.key) + end;
                try {
                    (void)resolve_path(world, path, {});
                } catch (Error const& error) {
                    Problem const& problem = error.problems().front();
                    EXPECT_FALSE(problem.nearest.empty() && problem.expected.empty()) << path;
                    if (problem.nearest.empty()) continue;
                    EXPECT_NO_THROW((void)resolve_path(world, problem.nearest, {})) << path << " " << problem.nearest;
                    ++suggested;
                }
            }
    EXPECT_GT(suggested, 200u);
}

TEST_F(ScenarioPath, RefusesWhatIsNoPath) {
    for (char const* path : {"", ".", "ally[FRA", "ally]FRA[.power", "ally[].power", "ally[FRA]x.power", "[FRA].power",
                             "hegemon.", ".power"})
        EXPECT_NE(message(path).find("not a path"), std::string::npos) << path << ": " << message(path);
    for (char const* path : {"power", "actor[FRA].actor[GBR].power", "group[PAIR].ally.power",
                             "ally[FRA].partner[IND].reward", "hegemon.ally.power", "hegemon.power[CHN]",
                             "issue[trade].power", "challenger.reward", "hegemon[USA].power", "hegemon.offer"})
        EXPECT_NE(message(path).find("no such path"), std::string::npos) << path << ": " << message(path);
    EXPECT_NE(message("actor[FRA].hostility[FRA]").find("with itself"), std::string::npos);
    EXPECT_NE(message("actor[XYZ].power", Language::Chinese).find("有未知的行为体或集团"), std::string::npos);
}

} // namespace
} // namespace casus
