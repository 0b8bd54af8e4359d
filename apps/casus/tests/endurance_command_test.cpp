// casus endurance as its users run it, and docs/endurance-json.md held to what it writes.
#include "running.hpp"

#include "casus/base/file.hpp"
#include "casus/endurance/made_up_model.hpp"
#include "casus/endurance/model_file/model_file.hpp"
#include "casus/report/glyphs.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>
#include <sstream>

namespace casus::app {
namespace {

using case_file::with;
using nlohmann::json;
using testing::HasSubstr;
using Words = std::vector<std::string>;

std::string const treaty_rows = "treaty,term,value,source,low,high\n"
                                "US-JPN,common_threat,0.5,NMC: invented,,\n"
                                "US-JPN,institution,0.2,NMC: invented,0.1,0.4\n"
                                "US-KOR,common_threat,0.1,NMC: invented,,\n"
                                "US-KOR,regime_change,1,NMC: invented,,\n"
                                "US-KOR,colour,3,NMC: invented,,\n";

class EnduranceCommand : public testing::Test {
protected:
    void SetUp() override {
        folder.write("m.toml", endurance::model_text(endurance::made_up_model(), "Invented."));
        folder.write("t.csv", treaty_rows);
        folder.write("c.toml", with(case_file::small_case, "[sources]", "treaty_figures = [\"t.csv\"]\n[sources]"));
    }
    Ran run(Words words) {
        words.insert(words.begin(), "endurance");
        return casus(words, {.folder = folder.path()});
    }
    json document(Words words) {
        words.insert(words.begin(), {"c.toml", "--params", "m.toml", "--json", "-", "--reproducible"});
        Ran const ran = run(words);
        EXPECT_EQ(ran.status, 0) << ran.err;
        return json::parse(ran.out);
    }
    std::string refusal(Words const& words) {
        Ran const ran = run(words);
        EXPECT_EQ(ran.status, 2);
        EXPECT_EQ(ran.out, "");
        return ran.err;
    }
    case_file::TemporaryFolder folder;
};

TEST_F(EnduranceCommand, PutsTheAllianceMostAtRiskFirst) {
    json const all = document({});
    EXPECT_EQ(all["schema"], "casus.endurance-outlook/1");
    ASSERT_EQ(all["alliances"].size(), 2U);
    EXPECT_EQ(all["alliances"][0]["alliance"], "US-KOR"); // its regime changed and its threat is low
    EXPECT_EQ(all["alliances"][0]["age"], 68);
    EXPECT_EQ(all["alliances"][0]["unused"], json({"colour"}));
    EXPECT_GT(all["alliances"][0]["hazard"]["value"], all["alliances"][1]["hazard"]["value"]);
    EXPECT_EQ(all["alliances"][1]["decomposition"]["terms"][2]["figure"], nullptr);
    EXPECT_EQ(all["alliances"][1]["members"][0]["power"], 0.14);
    EXPECT_EQ(all["manifest"]["parameters"]["set"], "invented");
}

TEST_F(EnduranceCommand, IsTheSameForAnyNumberOfThreads) {
    Words const words{"c.toml", "--params", "m.toml", "--json", "-", "--reproducible", "--what-if", "institution"};
    Words one = words;
    one.insert(one.end(), {"--threads", "1"});
    Words eight = words;
    eight.insert(eight.end(), {"--threads", "8"});
    EXPECT_EQ(run(one).out, run(eight).out);
}

TEST_F(EnduranceCommand, AsksWhatIf) {
    json const all = document(
        {"--set", "US-JPN.regime_change=1", "--what-if", "regime-change:JPN", "--what-if", "leader-declines:0.5"});
    ASSERT_EQ(all["what_ifs"].size(), 3U);
    EXPECT_EQ(all["what_ifs"][0]["code"], "set");
    EXPECT_EQ(all["what_ifs"][0]["alliances"], all["what_ifs"][1]["alliances"]);
    json const& korea = all["what_ifs"][1]["alliances"][0];
    EXPECT_TRUE(korea["moves"].empty());
    EXPECT_EQ(korea["change"]["hazard"]["value"], 0.0);
    json const& japan = all["what_ifs"][1]["alliances"][1];
    EXPECT_EQ(japan["moves"], json::parse(R"([{"term": "regime_change", "before": 0.2, "after": 1.0}])"));
    EXPECT_NEAR(japan["change"]["log_hazard"]["value"].get<double>(), 0.5 * 0.8, 1e-12);
    // 0.14 of 0.17 becomes 0.07 of 0.10
    EXPECT_NEAR(all["what_ifs"][2]["alliances"][1]["moves"][0]["after"].get<double>(), 0.7 + 0.7 - 0.14 / 0.17, 1e-9);
}

TEST_F(EnduranceCommand, PrintsWithinAHundredColumnsInBothLanguages) {
    for (std::string const language : {"en", "zh"}) {
        Ran const ran = run({"c.toml", "--params", "m.toml", "--draws", "50", "--what-if", "institution", "--lang",
                             language, "--html", "o.html", "--csv", "tables"});
        ASSERT_EQ(ran.status, 0) << ran.err;
        std::istringstream lines(ran.out);
        for (std::string line; std::getline(lines, line);) EXPECT_LE(report::display_width(line), 100) << line;
    }
    std::string const page = read_file(folder.path() / "o.html");
    for (char const* const part :
         {"id=\"ledger-endurance-US-JPN\"", "年初仍然维持的概率", "每一标准差引起的对数风险变化"})
        EXPECT_NE(page.find(part), std::string::npos) << part;
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "tables" / "endurance-outlook.csv"));
}

TEST_F(EnduranceCommand, SaysWhatIsWrong) {
    EXPECT_EQ(refusal({}), "error: CASE is missing; expected the case file, or --year for alliances from the store\n");
    EXPECT_EQ(refusal({"c.toml", "--year", "1985"}), "error: both a case and alliances from the store 'c.toml'; "
                                                     "expected a case alone, or --year with --alliance and --store\n");
    EXPECT_EQ(refusal({"--alliance", "3180"}),
              "error: --year is missing; expected the year of the alliances, as 1985\n");
    EXPECT_EQ(refusal({"--year", "1985", "--params", "m.toml", "--store", "s.sqlite", "--allies", "atop:defence"}),
              "error: bad value of --allies 'atop:defence'; expected one of atop:defense, atop:all; did you mean "
              "'atop:defense'?\n");
    EXPECT_THAT(refusal({"c.toml", "--params", "endurance-none"}),
                HasSubstr("error: no such model of endurance 'endurance-none'"));
    EXPECT_THAT(refusal({"c.toml", "--params", "m.toml", "--set", "institutoin=1"}),
                HasSubstr("error: unknown term 'institutoin'"));
    EXPECT_EQ(refusal({"c.toml", "--params", "m.toml", "--what-if", "institution", "--what-if", "institution"}),
              "error: what-if named twice 'institution'\n");
    EXPECT_THAT(refusal({"c.toml", "--params", "m.toml", "--yaer", "1985"}), HasSubstr("did you mean '--year'?"));
    folder.write("plain.toml", case_file::small_case);
    EXPECT_THAT(refusal({"plain.toml", "--params", "m.toml"}),
                HasSubstr("error: plain.toml: the case has no figures of treaties; expected treaty_figures = "));
}

TEST_F(EnduranceCommand, ThePageNamesEveryKey) {
    std::string const page = read_file(std::filesystem::path(CASUS_SOURCE_DIR) / "docs" / "endurance-json.md");
    std::set<std::string> keys{"casus.endurance-outlook/1"};
    auto const collect = [&](auto const& self, json const& value) -> void {
        for (auto const& [key, inner] : value.items()) {
            if (value.is_object()) keys.insert(key);
            if (inner.is_structured()) self(self, inner);
        }
    };
    collect(collect, document({"--what-if", "institution"}));
    for (std::string const& key : keys) EXPECT_THAT(page, HasSubstr(fmt::format("`{}`", key)));
}

} // namespace
} // namespace casus::app
