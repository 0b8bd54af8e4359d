// casus compare as its users run it, and docs/compare-json.md held to what it writes.
#include "running.hpp"

#include "casus/base/file.hpp"
#include "casus/report/glyphs.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <set>
#include <sstream>

namespace casus::app {
namespace {

using case_file::TemporaryFolder;
using nlohmann::json;
using testing::HasSubstr;
using Words = std::vector<std::string>;

json document(Words words) {
    words.insert(words.begin(), {"compare", shipped});
    words.insert(words.end(), {"--json", "-", "--reproducible"});
    Ran const ran = casus(words);
    EXPECT_EQ(ran.status, 0) << ran.err;
    return json::parse(ran.out);
}

std::string compare_refusal(Words words) {
    words.insert(words.begin(), {"compare", shipped});
    Ran const ran = casus(words);
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.out, "");
    return ran.err;
}

TEST(Compare, TakesTheScenariosOfTheCaseWhereNoneIsNamed) {
    json const all = document({"--draws", "20"});
    EXPECT_EQ(all["schema"], "casus.compare/1");
    Words codes;
    for (json const& scenario : all["scenarios"]) codes.push_back(scenario["code"]);
    EXPECT_EQ(codes, (Words{"establishment", "nation-first", "declining", "conceding"}));
    json const two = document({"--draws", "20", "--scenario", "declining", "--set", "hegemon.budget=0.7"});
    ASSERT_EQ(two["scenarios"].size(), 2u);
    EXPECT_EQ(two["scenarios"][0]["code"], "set");
    EXPECT_EQ(two["scenarios"][1], all["scenarios"][2]); // whatever it is compared beside
}

/// Directions that the paper gives (conclusion, A16 and A17) and that the scenarios were written after.
TEST(Compare, TheScenariosMoveAsThePaperSays) {
    json const scenarios = document({"--draws", "300"})["scenarios"];
    auto const change = [&](std::size_t n) { return scenarios[n]["system"]["mean_index"]; };
    EXPECT_LT(change(0)["high"], 0.0); // an establishment leader raises following
    EXPECT_GT(change(1)["low"], 0.0);
    EXPECT_GT(change(2)["low"], 0.0); // falling power lowers it
    EXPECT_GT(change(3)["low"], 0.0);
    EXPECT_GT(scenarios[2]["hegemon"]["gap"]["low"], 0.0); // will outruns capacity
}

TEST(Compare, PairedDrawsMakeDifferencesFarTighterThanDrawsApart) {
    json const one = document({"--draws", "400", "--set", "hegemon.credibility=*0.8"})["scenarios"][0];
    // Draws apart: the widths of the two indices' own intervals, as far as they are independent, add in squares.
    auto const assessed = [&](Words const& more) {
        Words words{"assess", shipped, "--draws", "400", "--json", "-"};
        words.insert(words.end(), more.begin(), more.end());
        return json::parse(casus(words).out)["alienation"]["allies"];
    };
    json const base = assessed({"--seed", "1"});
    double paired = 0.0;
    double apart = 0.0;
    for (std::size_t n = 0; n < base.size(); ++n) {
        paired += one["allies"][n]["index"]["high"].get<double>() - one["allies"][n]["index"]["low"].get<double>();
        apart += std::sqrt(2.0) * (base[n]["high"].get<double>() - base[n]["low"].get<double>());
    }
    EXPECT_LT(paired, apart / 8.0) << paired << " against " << apart;
}

TEST(Compare, IsTheSameWhateverTheThreads) {
    Words const words{"compare", shipped, "--draws", "50", "--scenario", "conceding", "--reproducible", "--json", "-"};
    Words one = words;
    Words three = words;
    one.insert(one.end(), {"--threads", "1"});
    three.insert(three.end(), {"--threads", "3"});
    EXPECT_EQ(casus(one).out, casus(three).out);
}

TEST(Compare, WritesTablesAndAPage) {
    TemporaryFolder const folder;
    std::string const tables = (folder.path() / "tables").string();
    std::string const page = (folder.path() / "page.html").string();
    Ran const ran = casus({"compare", shipped, "--draws", "20", "--scenario", "declining", "--csv", tables, "--html",
                           page, "--lang", "zh"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("实力下降的霸权国"));
    EXPECT_THAT(read_file(page), HasSubstr("实力下降的霸权国"));
    EXPECT_THAT(read_file(tables + "/compare-declining-actors.csv"),
                HasSubstr("code,actor,base,scenario,change,change_low"));
}

TEST(Compare, FitsHundredColumnsInBothLanguages) {
    for (std::string const language : {"en", "zh"}) {
        Ran const ran = casus({"compare", shipped, "--draws", "20", "--lang", language});
        EXPECT_EQ(ran.err, "");
        std::istringstream lines(ran.out);
        for (std::string line; std::getline(lines, line);) EXPECT_LE(report::display_width(line), 100) << line;
    }
}

TEST(Compare, RefusesWhatItCannotDo) {
    EXPECT_EQ(compare_refusal({"--scenario", "declning"}),
              "error: unknown scenario 'declning'; expected one of establishment, "
              "nation-first, declining, conceding; did you mean 'declining'?\n");
    EXPECT_EQ(compare_refusal({"--set", "hegemon.budgt=0.7"}),
              "error: unknown quantity 'budgt' in the path 'hegemon.budgt'; did you mean 'hegemon.budget'?\n");
    EXPECT_EQ(compare_refusal({"--set", "hegemon.credibility=1.7"}),
              "error: hegemon.credibility would be out of range '1.7'; expected a number from 0 to 1\n");
    EXPECT_EQ(compare_refusal({"--set", "hegemon.credibility"}),
              "error: not a change 'hegemon.credibility'; expected PATH=VALUE, as hegemon.budget=0.7\n");
    EXPECT_EQ(compare_refusal({"--set", "ally[USA].reward=0.7"}), // actor[USA].reward names nobody either
              "error: USA is no ally 'ally[USA].reward'; did you mean 'ally.reward'?\n");
    EXPECT_EQ(compare_refusal({"--set", "hegemon.credibility=-5", "--lang", "zh"}),
              "错误：hegemon.credibility 将超出范围“0.7-5 = -4.3”；应为0 到 1 之间的数\n");
    EXPECT_EQ(compare_refusal({"--scenario", "declining", "--scenario", "declining"}),
              "error: scenario named twice 'declining'\n");
    EXPECT_THAT(compare_refusal({"--json", "-", "--html", "-"}), HasSubstr("cannot both go to standard output"));
}

TEST(Compare, CheckFindsWhatIsWrongInEveryScenario) {
    TemporaryFolder const folder;
    std::filesystem::copy(std::filesystem::path(CASUS_SOURCE_DIR) / "cases", folder.path() / "cases");
    std::string const path = (folder.path() / "cases" / "us-alliance-system-2021.toml").string();
    write_file(path, read_file(path) +
                         "[[scenario]]\ncode = \"a\"\nchanges = [{ path = \"hegemon.budget\", value = -1 }]\n"
                         "[[scenario]]\ncode = \"b\"\nchanges = [{ path = \"issue.gains\", value = -2 }]\n");
    Ran const ran = casus({"check", path});
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("hegemon.budget would be out of range '-1'"));
    EXPECT_THAT(ran.err, HasSubstr("issue.gains would be out of range for security '-2'"));
}

void collect_keys(json const& value, std::set<std::string>& keys) {
    for (auto const& [key, inner] : value.items()) {
        if (value.is_object()) keys.insert(key);
        if (inner.is_structured()) collect_keys(inner, keys);
    }
}

TEST(CompareJsonPage, NamesEveryKey) {
    std::string const page = read_file(std::filesystem::path(CASUS_SOURCE_DIR) / "docs" / "compare-json.md");
    std::set<std::string> keys;
    collect_keys(document({"--draws", "5"}), keys);
    for (std::string const& key : keys) EXPECT_THAT(page, HasSubstr(fmt::format("`{}`", key)));
}

} // namespace
} // namespace casus::app
