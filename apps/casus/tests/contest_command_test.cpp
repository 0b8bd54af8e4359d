// casus contest as its users run it.
#include "running.hpp"

#include "casus/base/file.hpp"
#include "casus/report/glyphs.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

namespace casus::app {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;
using Words = std::vector<std::string>;

Ran run(Words const& more, std::string const& path = shipped) {
    Words words{"contest", path};
    words.insert(words.end(), more.begin(), more.end());
    return casus(words);
}

std::string text_of(Words const& more) {
    Ran const ran = run(more);
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.err, "");
    return ran.out;
}

json const& document() {
    static json const all = json::parse(text_of({"--draws", "100", "--json", "-"}));
    return all;
}

std::vector<json> courted() {
    std::vector<json> all;
    for (char const* const list : {"allies", "partners"})
        for (json const& actor : document()[list]) all.push_back(actor);
    return all;
}

TEST(ContestCommand, DocumentHasItsParts) {
    json const& all = document();
    EXPECT_EQ(all.at("schema"), "casus.contest/1");
    EXPECT_EQ(all.at("year"), 2021);
    EXPECT_EQ(all.at("leader"), "USA");
    EXPECT_EQ(all.at("challengers"), (json{"CHN", "RUS"}));
    EXPECT_EQ(all.at("allies").size(), 34U);
    EXPECT_EQ(all.at("partners").size(), 8U);
    EXPECT_EQ(all.at("sides").size(), 3U);
    EXPECT_EQ(all.at("statics").size(), 5U);
    EXPECT_EQ(all.at("manifest").at("verb"), "contest");
    EXPECT_EQ(all.at("manifest").at("draws"), 100);
    EXPECT_EQ(all.at("solved_draws"), 1.0);
    EXPECT_EQ(all.at("unsolved_starts"), 0);
}

TEST(ContestCommand, EveryEquilibriumIsSolvedAndEveryStartCounted) {
    std::size_t starts = document().at("unsolved_starts");
    for (json const& at : document().at("equilibria")) {
        EXPECT_TRUE(at.at("converged"));
        EXPECT_LE(at.at("residual"), 1e-6);
        starts += at.at("reached").get<std::size_t>();
    }
    EXPECT_EQ(starts, document().at("starts"));
}

TEST(ContestCommand, BudgetsAreSpentAndSharesAddUp) {
    std::map<std::string, double> spent;
    std::map<std::string, double> payoff;
    for (json const& actor : courted()) {
        double gained = 0.0;
        for (json const& stance : actor.at("stances")) {
            double sum = 0.0;
            for (json const& share : stance.at("shares")) sum += share.get<double>();
            EXPECT_NEAR(sum, 1.0, 1e-12);
            EXPECT_EQ(stance.at("follow").at("value"), stance.at("shares").at("follow"));
            EXPECT_NEAR(stance.at("change").at("value").get<double>(),
                        stance.at("shares").at("follow").get<double>() -
                            stance.at("shares_at_zero_effort").at("follow").get<double>(),
                        1e-12);
            for (auto const& [side, amount] : stance.at("spending").items()) {
                EXPECT_GE(amount, 0.0);
                spent[side] += amount.get<double>();
                bool const pressure = side == "USA" && stance.at("means") == "pressure";
                gained += pressure ? 0.0 : amount.get<double>();
                payoff[side] += stance.at("worth").get<double>() *
                                stance.at("shares").at(side == "USA" ? "follow" : side).get<double>();
            }
        }
        EXPECT_EQ(actor.at("gained").at("value") > 0.0, gained > 0.0);
    }
    for (json const& side : document().at("sides")) {
        std::string const code = side.at("actor");
        EXPECT_NEAR(spent.at(code), side.at("budget").at("value").get<double>(), 1e-9) << code;
        EXPECT_NEAR(spent.at(code), side.at("spent").get<double>(), 1e-9) << code;
        EXPECT_NEAR(payoff.at(code), side.at("payoff").at("value").get<double>(), 1e-9) << code;
        EXPECT_LE(side.at("payoff").at("low"), side.at("payoff").at("high"));
    }
}

/// Codes and dotted keys aside, every key anywhere in the document.
void collect(json const& value, std::set<std::string>& keys) {
    if (value.is_object())
        for (auto const& [key, inner] : value.items()) {
            bool const code = std::all_of(key.begin(), key.end(), [](char c) { return std::isupper(c) != 0; });
            if (!code) keys.insert(key);
            collect(inner, keys);
        }
    if (value.is_array())
        for (json const& inner : value) collect(inner, keys);
}

TEST(ContestCommand, EveryKeyIsDocumented) {
    json all = document();
    all.erase("manifest"); // docs/assessment-json.md
    std::set<std::string> keys;
    collect(all, keys);
    EXPECT_GT(keys.size(), 50U);
    std::string const page = read_file(std::filesystem::path(CASUS_SOURCE_DIR) / "docs" / "contest.md");
    for (std::string const& key : keys) EXPECT_THAT(page, HasSubstr("`" + key + "`"));
}

TEST(ContestCommand, DoesNotDependOnThreads) {
    Words const words{"--draws", "60", "--reproducible", "--json", "-", "--threads"};
    Words one = words;
    one.emplace_back("1");
    Words three = words;
    three.emplace_back("3");
    EXPECT_EQ(text_of(one), text_of(three));
}

TEST(ContestCommand, TheSeedMovesIntervalsAndNotTheCentre) {
    json const other = json::parse(text_of({"--draws", "100", "--seed", "2", "--json", "-"}));
    for (std::size_t s = 0; s < 3; ++s) {
        json const& here = document()["sides"][s]["payoff"];
        json const& there = other["sides"][s]["payoff"];
        EXPECT_EQ(here["value"], there["value"]);
        EXPECT_NE(here["low"], there["low"]);
    }
}

TEST(ContestCommand, BudgetsCanBeSet) {
    json const all = json::parse(text_of({"--draws", "2", "--json", "-", "--budget", "USA=0.7", "--budget", "CHN=*2"}));
    EXPECT_NEAR(all["sides"][0]["per_stance"].get<double>(), 0.7, 1e-12);
    EXPECT_NEAR(all["sides"][1]["budget"]["value"].get<double>(),
                2.0 * document()["sides"][1]["budget"]["value"].get<double>(), 1e-9);
    EXPECT_GT(all["sides"][0]["payoff"]["value"], document()["sides"][0]["payoff"]["value"]);
    EXPECT_EQ(all["sides"][2]["budget"]["value"], document()["sides"][2]["budget"]["value"]);
}

std::string in_one_line(std::string text) {
    std::string joined;
    std::istringstream words(text);
    for (std::string word; words >> word;) joined += (joined.empty() ? "" : " ") + word;
    return joined;
}

TEST(ContestCommand, TheReportSaysUnderWhichTerms) {
    std::string const plain = in_one_line(text_of({"--draws", "2"}));
    EXPECT_THAT(plain, HasSubstr("by the actor's power times"));
    EXPECT_THAT(plain, Not(HasSubstr("That of")));
    std::string const changed = in_one_line(
        text_of({"--draws", "2", "--worth", "equal", "--keep", "0.005", "--budget", "USA=0.7", "--budget", "CHN=*2"}));
    EXPECT_THAT(changed, HasSubstr("by one and the same worth for every actor times"));
    EXPECT_THAT(changed, HasSubstr("A unit that is not spent is worth 0.005 of payoff."));
    EXPECT_THAT(changed, HasSubstr("That of USA was set to 0.7 per stance. That of CHN was multiplied by 2."));
}

TEST(ContestCommand, WorthAndKeepChangeTheAnswer) {
    json const equal = json::parse(text_of({"--draws", "2", "--json", "-", "--worth", "equal"}));
    EXPECT_EQ(equal["terms"]["worth"], "equal");
    EXPECT_NE(equal["sides"][0]["payoff"]["value"], document()["sides"][0]["payoff"]["value"]);
    json const kept = json::parse(text_of({"--draws", "2", "--json", "-", "--keep", "0.005"}));
    EXPECT_EQ(kept["terms"]["keep"], 0.005);
    EXPECT_LT(kept["sides"][0]["spent"], 0.95 * kept["sides"][0]["budget"]["value"].get<double>())
        << "a unit brings less than that, so the leader keeps some";
    EXPECT_NEAR(kept["sides"][1]["spent"].get<double>(), kept["sides"][1]["budget"]["value"].get<double>(), 1e-9);
    EXPECT_TRUE(kept["equilibria"][0]["converged"]);
}

TEST(ContestCommand, WritesTablesAndAPage) {
    case_file::TemporaryFolder const folder;
    std::string const page = (folder.path() / "contest.html").string();
    std::string const tables = (folder.path() / "tables").string();
    EXPECT_THAT(text_of({"--draws", "5", "--html", page, "--csv", tables}), HasSubstr("What stands out"));
    EXPECT_THAT(read_file(page), HasSubstr("Who is bought"));
    std::size_t files = 0;
    for (auto const& entry : std::filesystem::directory_iterator(tables)) files += entry.is_regular_file() ? 1 : 0;
    EXPECT_GE(files, 12U);
}

TEST(ContestCommand, FitsHundredColumnsAndCutsNoName) {
    for (std::string const language : {"en", "zh"}) {
        std::istringstream lines(text_of({"--draws", "20", "--lang", language}));
        for (std::string line; std::getline(lines, line);) {
            EXPECT_LE(report::display_width(line), 100) << line;
            EXPECT_THAT(line, Not(HasSubstr("…")));
        }
    }
}

TEST(ContestCommand, SpeaksChinese) {
    std::string const out = text_of({"--draws", "5", "--lang", "zh"});
    EXPECT_THAT(out, HasSubstr("谁被收买"));
    EXPECT_THAT(out, Not(HasSubstr("What stands out")));
}

TEST(ContestCommand, HelpFitsAndItsExampleRuns) {
    for (std::string const language : {"en", "zh"}) {
        std::istringstream lines(casus({"contest", "--help", "--lang", language}).out);
        std::size_t examples = 0;
        for (std::string line; std::getline(lines, line);) {
            EXPECT_LE(report::display_width(line), 100) << line;
            if (!line.starts_with("  casus ")) continue;
            ++examples;
            std::istringstream stream(line.substr(8));
            Words words;
            for (std::string word; stream >> word;) words.push_back(word);
            Ran const ran = casus(words);
            EXPECT_EQ(ran.status, 0) << ran.err;
        }
        EXPECT_EQ(examples, 1U);
    }
}

TEST(ContestCommand, CountsWhoIsBoughtWhenNobodySpendsAsNone) {
    EXPECT_EQ(document()["zero_effort"]["bought_by_leader"], 0);
    std::size_t bought = 0;
    for (json const& actor : courted())
        for (json const& stance : actor["stances"])
            bought += stance["leading"] != stance["leading_at_zero_effort"] && stance["leading"] == "follow" ? 1U : 0U;
    EXPECT_EQ(document()["outcome"]["bought_by_leader"], bought);
    EXPECT_GT(bought, 0U);
}

TEST(ContestCommand, SaysHowManyAreBoughtByPressure) {
    std::size_t pressed = 0;
    for (json const& actor : courted())
        for (json const& stance : actor["stances"])
            pressed += stance["leading"] != stance["leading_at_zero_effort"] && stance["leading"] == "follow" &&
                               stance["means"] == "pressure"
                           ? 1U
                           : 0U;
    EXPECT_GT(pressed, 0U);
    EXPECT_THAT(in_one_line(text_of({"--draws", "2"})),
                HasSubstr(" by the leader (" + std::to_string(pressed) + " of them by pressure), "));
}

TEST(ContestCommand, RefusesWhatIsNoBudget) {
    std::string const expected = "; expected SIDE=X, X per stance, or SIDE=*X times its own, X from 0 to 1000000\n";
    for (std::string const bad :
         {"USA=-0.1", "USA=*-1", "USA=", "USA", "USA=much", "USA=1e999", "USA=nan", "USA=1e7"}) {
        Ran const ran = run({"--budget", bad});
        EXPECT_EQ(ran.status, 2) << bad;
        EXPECT_EQ(ran.err, "error: bad value of --budget '" + bad + "'" + expected);
        EXPECT_EQ(ran.out, "");
    }
    Ran const twice = run({"--budget", "USA=0.1", "--budget", "USA=*2"});
    EXPECT_EQ(twice.status, 2);
    EXPECT_EQ(twice.err, "error: --budget of the same side twice 'USA=*2'; expected one --budget for each side\n");
    Ran const unknown = run({"--budget", "CHM=0.1"});
    EXPECT_EQ(unknown.status, 2);
    EXPECT_EQ(
        unknown.err,
        "error: --budget of an actor that is no side 'CHM'; expected one of USA, CHN, RUS; did you mean 'CHN'?\n");
}

TEST(ContestCommand, SaysNothingOfPricesWhereNobodyHasMoney) {
    std::string const out = text_of({"--draws", "5", "--budget", "USA=0", "--budget", "CHN=0", "--budget", "RUS=*0"});
    EXPECT_THAT(out, HasSubstr("• United States spends nothing."));
    EXPECT_THAT(out, HasSubstr("• Russia spends nothing."));
    EXPECT_THAT(out, Not(HasSubstr("not worth buying")));
    EXPECT_THAT(out, Not(HasSubstr("━━ Prices")));
    EXPECT_THAT(out, Not(HasSubstr("Being courted is worth most")));
}

TEST(ContestCommand, NamesNobodyWhoGetsNothing) {
    std::string const out = text_of({"--draws", "5", "--budget", "RUS=0.0001"});
    EXPECT_THAT(out, HasSubstr("• Russia spends 0.03, most on India (100 %).\n"));
}

TEST(ContestCommand, RefusesBadNumbersAndChoices) {
    for (Words const& bad : std::vector<Words>{{"--keep", "-1"},
                                               {"--worth", "beauty"},
                                               {"--starts", "0"},
                                               {"--draws", "0"},
                                               {"--json", "-", "--html", "-"}}) {
        Ran const ran = run(bad);
        EXPECT_EQ(ran.status, 2) << bad.front();
        EXPECT_THAT(ran.err, HasSubstr("error: "));
        EXPECT_EQ(ran.out, "");
    }
}

TEST(ContestCommand, RefusesACaseWithoutAChallenger) {
    case_file::TemporaryFolder const folder;
    std::string text = case_file::with(case_file::small_case, "challengers = [\"CHN\"]", "challengers = []");
    auto const path = folder.write("case.toml", text);
    Ran const ran = run({}, path.string());
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.err,
              "error: the case has no challenger, so there is no contest; expected challengers = [\"…\"] in the "
              "case file\n");
}

TEST(ContestCommand, PlaysASmallCase) {
    case_file::TemporaryFolder const folder;
    auto const path = folder.write("case.toml", case_file::small_case);
    Ran const ran = run({"--draws", "20", "--json", "-"}, path.string());
    EXPECT_EQ(ran.status, 0) << ran.err;
    json const all = json::parse(ran.out);
    EXPECT_EQ(all["partners"].size(), 1U);
    // Nothing is spent today in this case, and nothing can be: zero budgets are a contest too.
    for (json const& side : all["sides"]) EXPECT_GE(side["budget"]["value"], 0.0);
    EXPECT_TRUE(all["equilibria"][0]["converged"]);
}

} // namespace
} // namespace casus::app
