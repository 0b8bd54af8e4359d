#include "casus/world/case_file/case_file.hpp"
#include "casus/world/case_file/chapter.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <gtest/gtest.h>

namespace casus::case_file {
namespace {

std::string const asked = R"(
[[scenario]]
code = "first"
name = { en = "nation first", zh = "本国优先" }
reason = "why"
changes = [
    { path = "hegemon.credibility", value = 0.4, reason = "it quits" },
    { path = "ally[KOR].issue[trade].reward", value = "*0.5" },
    { path = "issue[trade].actor[JPN].match[CHN]", value = -0.2 },
]

[[scenario]]
code = "empty"
changes = []
)";

std::string problems(std::string const& text, Language language = Language::English) {
    TemporaryFolder const folder;
    return messages(
        folder, [&] { (void)read_case(folder.write("c.toml", small_case + text)); }, language);
}

TEST(ScenarioSection, IsReadWithItsPlacesAndApplies) {
    TemporaryFolder const folder;
    Case const read = read_case(folder.write("c.toml", small_case + asked));
    ASSERT_EQ(read.scenarios.size(), 2u);
    Scenario const& first = read.scenarios.front();
    EXPECT_EQ(first.code, "first");
    EXPECT_EQ(first.name, (Text{"nation first", "本国优先"}));
    EXPECT_EQ(first.reason, (Text{"why", "why"}));
    ASSERT_EQ(first.changes.size(), 3u);
    EXPECT_EQ(first.changes[0].value, "0.4");
    EXPECT_EQ(first.changes[0].reason, "it quits");
    EXPECT_EQ(first.changes[2].value, "=-0.2");
    EXPECT_EQ(first.changes[0].place.line, first.place.line + 5);
    EXPECT_EQ(read.scenarios.back().name.en, "empty");

    std::array<Figure, parameter_count> const figures{};
    Altered const altered = apply(first, read.base, make_parameters("none", figures));
    EXPECT_EQ(altered.world.value(Quantity::Credibility), 0.4);
    std::size_t const kor = altered.world.cell(0, IssueId{0});
    EXPECT_DOUBLE_EQ(altered.world.value(Quantity::Reward, kor), 0.025);
    std::size_t const jpn = altered.world.side_cell(1, altered.world.cell(1, IssueId{0}));
    EXPECT_DOUBLE_EQ(altered.world.value(Quantity::Match, jpn), -0.2);
}

TEST(ScenarioSection, RefusesWhatItCannotUse) {
    EXPECT_EQ(problems("[[scenario]]\ncode = \"a\"\nchanges = [{ path = \"hegemon.credibilty\", value = 1 }]\n"),
              "c.toml:71:21: unknown quantity 'credibilty' in the path 'hegemon.credibilty'; did you mean "
              "'hegemon.credibility'?\n");
    EXPECT_EQ(
        problems("[[scenario]]\nchanges = [{ path = \"hegemon.power\" }, 3]\nwhy = \"\"\n"),
        "c.toml:69:1: missing 'code'; expected a short name to call it by\n"
        "c.toml:70:12: missing 'value'; expected a number, or a text as \"*0.8\"\n"
        "c.toml:70:40: wrong value for changes '3'; expected a table like { path = \"hegemon.credibility\", value = "
        "0.5, reason = \"…\" }\n"
        "c.toml:71:1: unknown key 'why'; expected one of code, name, reason, changes\n");
    EXPECT_NE(problems("[scenario]\ncode = \"a\"\n").find("expected blocks that begin with [[scenario]]"),
              std::string::npos);
    EXPECT_NE(problems(asked + asked).find("scenario given twice 'first'"), std::string::npos);
    EXPECT_EQ(problems("[[scenario]]\nchanges = []\n[[scenario]]\nchanges = []\n").find("twice"), std::string::npos);
    EXPECT_EQ(problems("[[scenario]]\ncode = \"set\"\nchanges = []\n"),
              "c.toml:70:8: code that every comparison has already 'set'; expected another code than base and set\n");
    EXPECT_NE(problems("[[scenario]]\ncode = \"a\"\nchanges = [{ path = \"hegemon.power\", value = true }]\n")
                  .find("wrong value for value 'true'; expected a number, or a text"),
              std::string::npos);
}

TEST(ScenarioSection, IsListedByTheCheck) {
    TemporaryFolder const folder;
    Chapter const chapter = check_chapter(read_case(folder.write("c.toml", small_case + asked)));
    Table const& table = std::get<Table>(chapter.shapes.back());
    EXPECT_EQ(table.id, "check/scenarios");
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(std::get<Text>(table.rows[0][2]).en,
              "hegemon.credibility=0.4, ally[KOR].issue[trade].reward=*0.5, issue[trade].actor[JPN].match[CHN]==-0.2");
}

} // namespace
} // namespace casus::case_file
