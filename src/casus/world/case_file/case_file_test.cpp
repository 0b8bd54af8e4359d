#include "casus/world/case_file/case_file.hpp"

#include "casus/world/case_file/test_case.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace casus::case_file {
namespace {

class CaseFile : public testing::Test {
protected:
    Case read(std::string const& content) { return read_case(folder.write("c.toml", content)); }
    std::string errors(std::string const& content, Language language = Language::English) {
        return messages(
            folder, [&] { (void)read(content); }, language);
    }

    TemporaryFolder folder;
};

double value(World const& world, Quantity quantity, std::size_t position) { return world.value(quantity, position); }

TEST_F(CaseFile, ReadsASmallCaseInTheOrderOfTheFile) {
    Case const c = read(small_case);
    World const& world = c.world;
    EXPECT_EQ(world.title().en, "A small system");
    EXPECT_EQ(world.title().zh, "小体系");
    EXPECT_EQ(world.year().value, 2021);
    ASSERT_EQ(world.actors().size(), 5U);
    std::vector<std::string> codes;
    for (Actor const& actor : world.actors()) codes.push_back(actor.code);
    EXPECT_EQ(codes, (std::vector<std::string>{"USA", "KOR", "JPN", "IND", "CHN"}));
    EXPECT_EQ(world.actors()[1].name.en, "South Korea");
    EXPECT_EQ(world.actors()[1].name.zh, "韩国");
    EXPECT_EQ(world.actors()[0].role, Role::Leader);
    EXPECT_EQ(world.actors()[1].role, Role::Ally);
    EXPECT_EQ(world.actors()[3].role, Role::Partner);
    EXPECT_EQ(world.actors()[4].role, Role::Challenger);
    ASSERT_EQ(world.issues().size(), 2U);
    EXPECT_EQ(world.issues()[0].code, "trade");
    EXPECT_EQ(world.issues()[0].match, MatchRule::Trade);
    EXPECT_EQ(world.issues()[0].need, NeedRule::Judged);
    EXPECT_EQ(world.issues()[1].match, MatchRule::Protection);
    EXPECT_EQ(world.issues()[1].need, NeedRule::Threat);
    EXPECT_EQ(value(world, Quantity::Trade, world.dyad(ActorId{1}, ActorId{4})), 3.0e11);
    EXPECT_EQ(value(world, Quantity::Trade, world.dyad(ActorId{4}, ActorId{2})), 3.7e11);
    EXPECT_EQ(world.basis(Quantity::Power, 0), (Basis{Basis::Kind::Given, "NMC: cinc, 2021", "", ""}));
    EXPECT_EQ(world.basis(Quantity::Power, 1), (Basis{Basis::Kind::Judgement, "", "", ""}));
    EXPECT_EQ(world.sources()[0].citation, "National Material Capabilities");
    EXPECT_EQ(c.parameters, "judgement");
    ASSERT_EQ(c.files.size(), 1U);
    EXPECT_EQ(c.files[0].name, "c.toml");
    EXPECT_EQ(c.files[0].sha256, sha256(small_case));
}

TEST_F(CaseFile, ReadsTheSameWithAMarkAndWindowsLineEnds) {
    std::string windows = "\xEF\xBB\xBF";
    for (char const c : small_case) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    Case const c = read(windows);
    EXPECT_EQ(c.world.actors().size(), 5U);
    EXPECT_EQ(c.world.title().zh, "小体系");
}

TEST_F(CaseFile, NamesComeFromTheFileFirst) {
    std::string const plain = with(small_case, "[actors.IND]\n", "[actors.IND]\nname = \"Bharat\"\n");
    EXPECT_EQ(read(plain).world.actors()[3].name.en, "Bharat");
    EXPECT_EQ(read(plain).world.actors()[3].name.zh, "Bharat");
    std::string const half = with(small_case, "[actors.IND]\n", "[actors.IND]\nname = { en = \"Bharat\" }\n");
    EXPECT_EQ(read(half).world.actors()[3].name.en, "Bharat");
    EXPECT_EQ(read(half).world.actors()[3].name.zh, "印度");
    std::string const title = with(small_case, "{ en = \"A small system\", zh = \"小体系\" }", "\"Plain\"");
    EXPECT_EQ(read(title).world.title().zh, "Plain");
}

TEST_F(CaseFile, FirmsAreNotNamedAfterCountries) {
    std::string const firm = small_case + "[actors.ARM]\nkind = \"firm\"\npower = 0\ngdp = 0\nmilitary_spending = 0\n"
                                          "regime = 0\ndepth = 1\nlatitude = 0\nlongitude = 0\n";
    EXPECT_EQ(errors(firm),
              "c.toml:69:9: missing 'name' of actor ARM; expected a name, since the code is no country of ISO 3166\n");
    EXPECT_EQ(read(with(firm, "\"firm\"", "\"region\"")).world.actors()[5].name.en, "Armenia");
}

TEST_F(CaseFile, TakesFiguresWithSpreadSourceAndReason) {
    std::string const text = small_case + R"([cells.KOR.security]
sensitivity = { value = 0.7, sd = 0.1, coder = "team", reason = "near the border" }
match = { USA = 0.5, CHN = { value = 0.2, sd = 0.05 }, regroup = 0.1 }
[system]
credibility = { value = 0.7, sd = 0.1, reason = "after Kabul" }
)";
    World const world = read(text).world;
    // The assessed are KOR, JPN, IND; issues trade, security; sides USA, CHN, regroup.
    std::size_t const cell = world.cell(0, IssueId{1});
    EXPECT_EQ(world.value(Quantity::Sensitivity, cell), 0.7);
    EXPECT_EQ(world.sd(Quantity::Sensitivity, cell), 0.1);
    EXPECT_EQ(world.basis(Quantity::Sensitivity, cell), (Basis{Basis::Kind::Judgement, "", "team", "near the border"}));
    EXPECT_EQ(world.value(Quantity::Match, world.side_cell(0, cell)), 0.5);
    EXPECT_EQ(world.value(Quantity::Match, world.side_cell(1, cell)), 0.2);
    EXPECT_EQ(world.sd(Quantity::Match, world.side_cell(1, cell)), 0.05);
    EXPECT_EQ(world.value(Quantity::Match, world.side_cell(2, cell)), 0.1);
    EXPECT_EQ(world.value(Quantity::Credibility), 0.7);
}

TEST_F(CaseFile, IssueFiguresHoldForEveryActorAndCellsWin) {
    std::string const text = with(small_case, "match = \"trade\"\n", R"(match = "trade"
reward = 0.3
non_neutrality = 0.9
exclusivity = { CHN = 0.4, regroup = 0.1 }
)") + R"([groups.ASIA]
members = ["KOR", "JPN"]
regroups = true
[cells.ASIA.trade]
reward = 0.2
[cells.JPN.trade]
reward = 0.1
)";
    World const world = read(text).world;
    EXPECT_EQ(world.value(Quantity::Reward, world.cell(0, IssueId{0})), 0.2);  // KOR by its group
    EXPECT_EQ(world.value(Quantity::Reward, world.cell(1, IssueId{0})), 0.1);  // JPN itself
    EXPECT_EQ(world.value(Quantity::Reward, world.cell(2, IssueId{0})), 0.3);  // IND as everybody
    EXPECT_EQ(world.value(Quantity::Reward, world.cell(2, IssueId{1})), 0.05); // not this issue
    EXPECT_EQ(world.value(Quantity::NonNeutrality, 0), 0.9);
    EXPECT_EQ(world.value(Quantity::Exclusivity, world.side_cell(1, world.cell(2, IssueId{0}))), 0.4);
    EXPECT_EQ(world.value(Quantity::Exclusivity, world.side_cell(2, world.cell(2, IssueId{0}))), 0.1);
    EXPECT_EQ(world.regroup_size(0), 2.0);
    EXPECT_EQ(world.regroup_size(2), 1.0);
}

TEST_F(CaseFile, MatchOfAnIssueMayBeFiguresForAll) {
    std::string const text = with(small_case, "match = \"protection\"", "match = { USA = 0.6, CHN = 0.1 }");
    World const world = read(text).world;
    EXPECT_EQ(world.issues()[1].match, MatchRule::Given);
    EXPECT_EQ(world.value(Quantity::Match, world.side_cell(0, world.cell(2, IssueId{1}))), 0.6);
    EXPECT_EQ(world.value(Quantity::Match, world.side_cell(1, world.cell(0, IssueId{1}))), 0.1);
}

TEST_F(CaseFile, ReadsGoodsRecipesAndEndowments) {
    std::string const text = small_case + R"([issues.technology]
match = "goods"
goods = ["design", "fabrication"]
recipes = [{ name = { en = "chips", zh = "芯片" }, price = 2, uses = { fabrication = 1.5, design = 1 } }]
[actors.KOR.endowments.technology]
fabrication = 0.8
)";
    World const world = read(text).world;
    Issue const& issue = world.issues()[2];
    EXPECT_EQ(issue.goods, (std::vector<std::string>{"design", "fabrication"}));
    ASSERT_EQ(issue.recipes.size(), 1U);
    EXPECT_EQ(issue.recipes[0].name.zh, "芯片");
    EXPECT_EQ(issue.recipes[0].price, 2.0);
    EXPECT_EQ(issue.recipes[0].uses, (std::vector<double>{1.0, 1.5}));
    EXPECT_EQ(world.value(Quantity::Endowment, 1 * world.size().goods + 1), 0.8);
    EXPECT_EQ(world.value(Quantity::Endowment, 1 * world.size().goods + 0), 0.0);
}

TEST_F(CaseFile, ASyntaxErrorStandsAlone) {
    EXPECT_EQ(
        errors(with(small_case, "leader = \"USA\"", "leader = USA")),
        "c.toml:4:10: not valid TOML: Error while parsing value: could not determine value type; expected a number, "
        "or text in double quotes\n");
}

TEST_F(CaseFile, ReportsEverythingInOneGo) {
    std::string text = small_case;
    text = with(text, "partners = [\"IND\"]", "partners = [\"INDIA\"]\nfigurse = []");
    text = with(text, "power = 0.02", "power = 1.5");
    text = with(text, "power = 0.03", "power = \"0.03\"");
    text = with(text, "NMC: cinc, 2021", "NCM: cinc, 2021");
    text = with(text, "need = \"threat\"", "need = \"threats\"");
    text = with(text, "members = [\"USA\", \"KOR\"]", "members = [\"USA\", \"KRO\"]");
    text = with(text, "CHN = 3.0e11", "CNH = 3.0e11");
    EXPECT_EQ(errors(text),
              "c.toml:6:13: unknown actor 'INDIA'; expected an actor of this case; did you mean 'IND'?\n"
              "c.toml:7:1: unknown key 'figurse'; did you mean 'figures'?\n"
              "c.toml:13:34: unknown source 'NCM'; did you mean 'NMC'?\n"
              "c.toml:21:1: power is out of range '1.5'; expected a number from 0 to 1\n"
              "c.toml:30:1: unknown actor 'CNH'; did you mean 'CHN'?\n"
              "c.toml:32:9: wrong value for power '0.03'; expected a number, or a table like "
              "{ value = 0.5, sd = 0.1, reason = \"…\" }\n"
              "c.toml:63:19: unknown actor 'KRO'; expected an actor of this case; did you mean 'KOR'?\n"
              "c.toml:69:8: unknown need 'threats'; expected one of judged, threat; did you mean 'threat'?\n");
    EXPECT_EQ(errors(text, Language::Chinese),
              "c.toml:6:13: 未知行为体“INDIA”；应为本案例中的行为体；是否想写“IND”？\n"
              "c.toml:7:1: 未知的键“figurse”；是否想写“figures”？\n"
              "c.toml:13:34: 未知来源“NCM”；是否想写“NMC”？\n"
              "c.toml:21:1: power 超出范围“1.5”；应为0 到 1 之间的数\n"
              "c.toml:30:1: 未知行为体“CNH”；是否想写“CHN”？\n"
              "c.toml:32:9: power 的值有误“0.03”；应为数字，或形如 { value = 0.5, sd = 0.1, reason = \"…\" } 的表\n"
              "c.toml:63:19: 未知行为体“KRO”；应为本案例中的行为体；是否想写“KOR”？\n"
              "c.toml:69:8: 未知的 need“threats”；应为其中之一：judged, threat；是否想写“threat”？\n");
}

struct Mistake {
    char const* from;
    char const* to;
    char const* message;

    friend void PrintTo(Mistake const& mistake, std::ostream* out) { *out << mistake.message; }
};

class CaseFileMistake : public testing::TestWithParam<Mistake> {};

TEST_P(CaseFileMistake, IsNamedLiterally) {
    TemporaryFolder const folder;
    auto const path = folder.write("c.toml", with(small_case, GetParam().from, GetParam().to));
    EXPECT_EQ(messages(folder, [&] { (void)read_case(path); }), std::string(GetParam().message) + "\n");
}

INSTANTIATE_TEST_SUITE_P(
    Header, CaseFileMistake,
    testing::Values(
        Mistake{"casus.case/1", "casus.case/2",
                "c.toml:1:10: unknown schema 'casus.case/2'; expected \"casus.case/1\""},
        Mistake{"schema = \"casus.case/1\"\n", "", "c.toml: missing 'schema'; expected \"casus.case/1\""},
        Mistake{"title = { en = \"A small system\", zh = \"小体系\" }", "title = 7",
                "c.toml:2:9: wrong value for title '7'; expected text in double quotes, or { en = \"…\", zh = \"…\" }"},
        Mistake{
            "title = { en = \"A small system\", zh = \"小体系\" }", "title = {}",
            "c.toml:2:9: wrong value for title '{…}'; expected text in double quotes, or { en = \"…\", zh = \"…\" }"},
        Mistake{"{ en = \"A small system\", zh", "{ en = \"A small system\", cn",
                "c.toml:2:34: unknown key 'cn'; did you mean 'en'?"},
        Mistake{"year = 2021", "year = 2021.5",
                "c.toml:3:8: wrong value for year '2021.5'; expected a year from 1 to 9999"},
        Mistake{"leader = \"USA\"\n", "", "c.toml: missing 'leader'; expected the code of an actor"},
        Mistake{"leader = \"USA\"", "leader = \"US\"",
                "c.toml:4:10: unknown actor 'US'; expected an actor of this case; did you mean 'USA'?"},
        Mistake{"[\"CHN\"]", "[\"USA\", \"CHN\"]",
                "c.toml:5:16: actor has two roles 'USA'; expected one of leader, challenger, ally by treaty, partner"},
        Mistake{"[\"IND\"]", "[\"JPN\"]",
                "c.toml:6:13: actor has two roles 'JPN'; expected one of leader, challenger, ally by treaty, partner"},
        Mistake{"[\"IND\"]", "\"IND\"",
                "c.toml:6:12: wrong value for partners 'IND'; expected a list of texts, like [\"A\", \"B\"]"},
        Mistake{"[sources]", "[source]",
                "c.toml:8:2: unknown key 'source'; did you mean 'sources'?\n"
                "c.toml:12:34: unknown source 'NMC'; expected a key of [sources], which the case does not have"}));

INSTANTIATE_TEST_SUITE_P(
    Figures, CaseFileMistake,
    testing::Values(
        Mistake{"power = 0.23\n", "",
                "c.toml:48:9: power of CHN is missing; expected a figure: share of the system's "
                "material capabilities (CINC unless the case says otherwise)"},
        Mistake{"power = 0.23", "power = inf", "c.toml:49:9: wrong value for power 'inf'; expected a finite number"},
        Mistake{
            "power = 0.23", "power = { valu = 0.2 }",
            "c.toml:49:9: missing 'value'; expected a number\nc.toml:49:11: unknown key 'valu'; did you mean 'value'?"},
        Mistake{"power = 0.23", "power = { value = 0.2, sd = -1 }",
                "c.toml:49:1: spread of power is out of range '-1'; expected a number of at least 0"},
        Mistake{"CHN = 3.0e11", "CHN = -3.0e11",
                "c.toml:29:1: trade is out of range '-300000000000'; expected a number of at least 0"},
        Mistake{"trade = { USA = 2.1e11, CHN = 3.7e11 }", "trade = 2.1e11",
                "c.toml:30:9: trade of JPN with USA is missing; expected trade, since the match on trade follows it\n"
                "c.toml:30:9: trade of JPN with CHN is missing; expected trade, since the match on trade follows it\n"
                "c.toml:38:9: wrong value for trade '210000000000'; expected a table by partner, like { USA = 0.5 }"}));

INSTANTIATE_TEST_SUITE_P(
    Sections, CaseFileMistake,
    testing::Values(
        Mistake{
            "[actors.IND]\n", "[actors.IND]\nkind = \"State\"\n",
            "c.toml:40:8: unknown kind 'State'; expected one of state, region, organisation, firm, movement; did you "
            "mean 'state'?"},
        Mistake{"since = 1951\n", "", "c.toml:57:1: missing 'since'; expected the year of entry into force"},
        Mistake{"since = 1951", "since = 1951\nuntil = 1950",
                "c.toml:57:11: treaty US-JPN ends before it begins '1950'"},
        Mistake{"[\"USA\", \"KOR\"]", "[\"KOR\"]",
                "c.toml:60:11: treaty US-KOR has too few members '1'; expected at least two"},
        Mistake{"since = 1951", "since = 1951\ntype = \"aliance\"",
                "c.toml:59:8: unknown type 'aliance'; expected one of alliance, quasi-alliance, entente, alignment, "
                "coalition, neutrality; did you mean 'alliance'?"},
        Mistake{"[\"USA\", \"KOR\"]", "[\"USA\", \"KOR\", \"CHN\"]",
                "c.toml:48:9: challenger is an ally of the leader by treaty US-KOR 'CHN'"},
        Mistake{"match = \"trade\"", "match = \"trade\"\ngoods = [\"a\"]",
                "c.toml:66:1: key without effect 'goods'; expected match = \"goods\" on this issue"},
        Mistake{"match = \"trade\"", "match = \"goods\"",
                "c.toml:64:1: missing 'goods'; expected a list of goods, since match = \"goods\"\n"
                "c.toml:64:1: missing 'recipes'; expected a list of recipes, since match = \"goods\""},
        Mistake{"match = \"trade\"",
                "match = \"goods\"\ngoods = [\"chips\"]\nrecipes = [{ name = \"x\", price = -1, uses = { chip = 1 } }]",
                "c.toml:67:34: negative amount '-1'; expected zero or more\n"
                "c.toml:67:47: unknown good 'chip'; did you mean 'chips'?"},
        Mistake{"[issues.trade]", "[cells.KOR.trad]\n[cells.KRO.trade]\n[issues.trade]",
                "c.toml:64:12: unknown issue 'trad'; did you mean 'trade'?\n"
                "c.toml:65:8: unknown actor or group 'KRO'; did you mean 'KOR'?"},
        Mistake{"[issues.trade]",
                "[cells.KOR.trade]\noffer = { USA = 1 }\nexclusivity = { regrup = 1 }\n[issues.trade]",
                "c.toml:65:11: offer has no partner 'USA'; expected CHN\n"
                "c.toml:66:17: exclusivity has no partner 'regrup'; did you mean 'regroup'?"},
        Mistake{
            "[issues.trade]", "[actors.KOR.endowments.trade]\nchips = 1\n[issues.trade]",
            "c.toml:65:1: unknown good of issue trade 'chips'; expected an issue with match = \"goods\" and a list of "
            "goods"},
        Mistake{"[issues.trade]", "[groups.KOR]\nmembers = [\"JPN\"]\n[issues.trade]",
                "c.toml:64:9: group has the code of an actor 'KOR'"},
        Mistake{"[issues.trade]", "[groups.\"a b\"]\nmembers = [\"JPN\"]\n[issues.trade]",
                "c.toml:64:9: not a code 'a b'; expected letters, digits, '-' and '_' only"},
        Mistake{"[issues.trade]", "[groups.regroup]\nmembers = [\"JPN\"]\n[issues.trade]",
                "c.toml:64:9: reserved code 'regroup'; expected another word: regroup stands for allies that band "
                "together"},
        Mistake{"[issues.trade]", "[system]\ncredibilty = 0.5\n[issues.trade]",
                "c.toml:65:1: unknown key 'credibilty'; did you mean 'credibility'?"}));

} // namespace
} // namespace casus::case_file
