// casus dilemma CASE as its users run it, and docs/dilemma-json.md held to what it writes.
#include "running.hpp"

#include "casus/base/file.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>

namespace casus::app {
namespace {

using case_file::with;
using nlohmann::json;
using testing::HasSubstr;
using Words = std::vector<std::string>;

class DilemmaCommand : public testing::Test {
protected:
    void SetUp() override { write_case(case_file::small_case); }
    void write_case(std::string const& text) { folder.write("c.toml", text); }
    Ran run(Words const& words) { return casus(words, {.folder = folder.path()}); }
    json document(Words words) {
        words.insert(words.begin(), {"dilemma", "c.toml", "--json", "-", "--reproducible", "--draws", "200"});
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

TEST_F(DilemmaCommand, TellsBothRisksOfEveryTieFromBothSides) {
    json const all = document({});
    EXPECT_EQ(all["schema"], "casus.dilemma/1");
    json const& ties = all["dilemma"]["ties"];
    ASSERT_EQ(ties.size(), 4u); // two members and the leader with each
    std::set<std::string> held;
    for (json const& tie : ties) {
        held.insert(tie["holder"].get<std::string>() + "-" + tie["partner"].get<std::string>());
        for (char const* const risk : {"abandonment", "entrapment"}) {
            double const value = tie[risk];
            EXPECT_GE(value, 0.0);
            EXPECT_LE(value, 1.0);
            EXPECT_LE(tie["low"][risk].get<double>(), tie["high"][risk].get<double>());
            ASSERT_EQ(tie["by_rival"].size(), 1u);
            // One rival: all of the risk comes from it.
            EXPECT_NEAR(tie["by_rival"][0][risk]["value"].get<double>(), value, 1e-12);
        }
    }
    EXPECT_EQ(held, (std::set<std::string>{"KOR-USA", "JPN-USA", "USA-KOR", "USA-JPN"}));
}

TEST_F(DilemmaCommand, DoesNotDependOnThreads) {
    EXPECT_EQ(document({"--threads", "1"}), document({"--threads", "3"}));
    EXPECT_EQ(document({"--threads", "1", "--promises", "assessed", "--remedy", "loopholes"}),
              document({"--threads", "2", "--promises", "assessed", "--remedy", "loopholes"}));
}

TEST_F(DilemmaCommand, TakesAllegianceFromAlienationWhereAsked) {
    Ran const ran = run({"assess", "c.toml", "--json", "-", "--draws", "50"});
    json const alienation = json::parse(ran.out)["alienation"];
    json const assessed = document({"--promises", "assessed"})["dilemma"];
    json const& ties = assessed["ties"];
    EXPECT_EQ(assessed["strategies"][0]["still"]["reliability"]["value"], assessed["system"]["reliability"]["value"]);
    std::size_t found = 0;
    for (json const& ally : alienation["allies"])
        for (json const& stance : ally["stances"])
            for (json const& tie : ties)
                if (stance["issue"] == "security" && tie["holder"] == ally["actor"]) {
                    EXPECT_NEAR(tie["promise"]["value"].get<double>(), stance["follow"].get<double>(), 1e-12);
                    ++found;
                }
    EXPECT_EQ(found, 2u);
    EXPECT_THAT(refusal({"dilemma", "c.toml", "--promises", "assessed", "--remedy", "autonomy"}),
                HasSubstr("this remedy moves allegiance, which --promises assessed takes from alienation 'autonomy'"));
}

TEST_F(DilemmaCommand, ComparesRemediesAndChangesWithTheCase) {
    json const what_if =
        document({"--remedy", "loopholes:JPN", "--set", "ally[KOR].commitment=0.3"})["dilemma"]["what_if"];
    ASSERT_EQ(what_if.size(), 2u);
    EXPECT_EQ(what_if[0]["code"], "set");
    EXPECT_EQ(what_if[1]["code"], "loopholes-JPN");
    for (json const& member : what_if[1]["members"]) {
        double const change = member["abandonment"]["change"];
        if (member["member"] == "JPN") {
            EXPECT_GT(change, 0.0);
            EXPECT_LT(member["leader_entrapment"]["change"].get<double>(), 0.0);
            EXPECT_LE(member["abandonment"]["low"].get<double>(), change);
        }
    }
    Ran const compared = run({"compare", "c.toml", "--lens", "dilemma", "--set", "ally[KOR].commitment=0.3", "--json",
                              "-", "--draws", "200"});
    EXPECT_EQ(json::parse(compared.out)["scenarios"][0], what_if[0]);
    Ran const shown = run({"dilemma", "c.toml", "--remedy", "reassure", "--draws", "50"});
    EXPECT_EQ(shown.status, 0) << shown.err;
    EXPECT_THAT(shown.out, HasSubstr("The leader reassures both sides"));
}

TEST_F(DilemmaCommand, ExplainsItsNumbersBesideThoseOfAlienation) {
    Ran const pair = run({"explain", "c.toml", "dilemma/KOR/CHN"});
    EXPECT_EQ(pair.status, 0) << pair.err;
    EXPECT_THAT(pair.out, HasSubstr("emboldenment by support"));
    EXPECT_THAT(pair.out, HasSubstr("NMC: cinc, 2021")); // what the leader's power rests on
    EXPECT_EQ(run({"explain", "c.toml", "alienation/KOR"}).status, 0);
    EXPECT_THAT(refusal({"explain", "c.toml", "dilemma/KRO/CHN"}), HasSubstr("did you mean 'dilemma/KOR/CHN'?"));
    EXPECT_THAT(refusal({"explain", "c.toml", "alienation/KOR/trad"}),
                HasSubstr("did you mean 'alienation/KOR/trade'?"));
}

TEST_F(DilemmaCommand, SaysWhatIsWrongAndWhere) {
    EXPECT_THAT(refusal({"dilemma"}), HasSubstr("CASE is missing"));
    EXPECT_EQ(
        refusal({"dilemma", "c.toml", "--remedy", "loopholes:CHN"}),
        "error: not a member of the alliance system 'CHN'; expected the code of an ally of the leader; did you mean "
        "'JPN'?\n");
    EXPECT_THAT(refusal({"dilemma", "c.toml", "--remedy", "reasure"}), HasSubstr("did you mean 'reassure'?"));
    EXPECT_THAT(refusal({"dilemma", "c.toml", "--set", "hegemon.promise_budget==-1"}),
                HasSubstr("hegemon.promise_budget would be out of range '-1'"));

    write_case(with(case_file::small_case, "partners = [", "rivals = [\"JPN\"]\npartners = ["));
    std::string const ally = refusal({"dilemma", "c.toml"});
    EXPECT_THAT(ally, HasSubstr("c.toml:6"));
    EXPECT_THAT(ally, HasSubstr("JPN"));
    write_case(with(case_file::small_case, "[sources]", "[system]\npromise_budget = -1\n[sources]"));
    EXPECT_THAT(refusal({"dilemma", "c.toml"}), HasSubstr("c.toml:9"));
    write_case(with(case_file::small_case, "[issues.trade]",
                    "[treaties.HOLLOW]\nsince = 1950\nmembers = [\"USA\"]\n[issues.trade]"));
    EXPECT_THAT(refusal({"dilemma", "c.toml"}), HasSubstr("HOLLOW"));
}

TEST_F(DilemmaCommand, SpeaksChinese) {
    Ran const ran = run({"dilemma", "c.toml", "--lang", "zh", "--draws", "50"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    for (char const* const words : {"两种风险", "主导风险", "攻防平衡", "锁链困境"})
        EXPECT_THAT(ran.out, HasSubstr(words));
}

TEST_F(DilemmaCommand, WritesAPageWithItsLedgers) {
    Ran const ran = run({"dilemma", "c.toml", "--html", "d.html", "--csv", "tables", "--draws", "50"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(read_file(folder.path() / "d.html"), HasSubstr("dilemma-KOR-CHN"));
    EXPECT_THAT(ran.out, testing::Not(HasSubstr("dilemma-KOR-CHN")));
}

/// Names of all fields anywhere below.
void collect_fields(json const& from, std::set<std::string>& into) {
    if (from.is_object())
        for (auto const& [key, value] : from.items()) {
            into.insert(key);
            collect_fields(value, into);
        }
    if (from.is_array())
        for (json const& value : from) collect_fields(value, into);
}

TEST_F(DilemmaCommand, DocumentsEveryField) {
    std::string const text = read_file(std::filesystem::path(CASUS_SOURCE_DIR) / "docs" / "dilemma-json.md");
    std::set<std::string> fields;
    collect_fields(document({"--remedy", "contribute"})["dilemma"], fields);
    for (std::string const& field : fields) EXPECT_THAT(text, HasSubstr("`" + field + "`"));
}

} // namespace
} // namespace casus::app
