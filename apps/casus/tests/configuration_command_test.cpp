// casus configuration and casus balance as they are run.
#include "running.hpp"

#include "casus/base/file.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::app {
namespace {

using testing::HasSubstr;

class ConfigurationCommand : public testing::Test {
protected:
    [[nodiscard]] std::string at(std::string const& name) const { return (folder_.path() / name).string(); }
    std::string made(std::string const& name, std::string const& content) {
        std::string const path = at(name);
        write_file(path, content);
        return path;
    }
    std::string sizes() { return made("sizes.csv", "actor,size\nAnn,2\nBen,3\nCid,1\n"); }
    std::string propensities() {
        return made("propensities.csv", "from,to,propensity\nAnn,Ben,1\nBen,Cid,-1\nCid,Ann,-2\n");
    }
    /// What is wrong with this file of propensities.
    std::string complaint(std::string const& content) {
        Ran const ran =
            casus({"configuration", "--sizes", sizes(), "--propensities", made("bad.csv", content), "--lang", "en"});
        EXPECT_EQ(ran.status, 2);
        return ran.err.substr(ran.err.find("bad.csv"));
    }
    std::string bad_sizes(std::string const& content) {
        Ran const ran = casus({"configuration", "--sizes", made("bad.csv", content), "--all", "-1", "--lang", "en"});
        EXPECT_EQ(ran.status, 2);
        return ran.err.substr(ran.err.find("bad.csv"));
    }
    std::string bad_network(std::string const& content) {
        Ran const ran = casus({"balance", made("bad.csv", content), "--lang", "en"});
        EXPECT_EQ(ran.status, 2);
        return ran.err.substr(ran.err.find("bad.csv"));
    }

private:
    case_file::TemporaryFolder folder_;
};

TEST_F(ConfigurationCommand, WritesMinimaAsJson) {
    Ran const ran = casus({"configuration", "--sizes", sizes(), "--propensities", propensities(), "--json", "-"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    auto const json = nlohmann::json::parse(ran.out);
    EXPECT_EQ(json["schema"], "casus.configuration/1");
    ASSERT_EQ(json["minima"].size(), 1u);
    EXPECT_EQ(json["minima"][0]["energy"], -14.0); // 2 · (3·1·−1 + 1·2·−2)
    EXPECT_EQ(json["minima"][0]["blocks"], nlohmann::json::parse(R"([["Ann","Ben"],["Cid"]])"));
    EXPECT_EQ(json["minima"][0]["basin"], 4);
    EXPECT_TRUE(json["best"]["proven"]);
}

TEST_F(ConfigurationCommand, ReadsAMatrixAsItReadsEdges) {
    std::string const matrix = made("matrix.csv", ",Ben,Ann,Cid\nAnn,1,,-2\nBen,,1,-1\nCid,-1,-2,\n");
    auto const from = [&](std::string const& file) {
        auto json = nlohmann::json::parse(
            casus({"configuration", "--sizes", sizes(), "--propensities", file, "--json", "-"}).out);
        json.erase("manifest");
        return json;
    };
    EXPECT_EQ(from(matrix), from(propensities()));
}

TEST_F(ConfigurationCommand, AChangeIsShownBeforeAndAfter) {
    Ran const ran = casus({"configuration", "--sizes", sizes(), "--propensities", propensities(), "--change",
                           "Ann-Ben=-5", "--json", "-"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    auto const change = nlohmann::json::parse(ran.out)["change"];
    EXPECT_EQ(change["before"], 1.0);
    EXPECT_EQ(change["after"], -5.0);
    EXPECT_EQ(change["answer"]["minima"][0]["energy"], -68.0); // Ann apart from both: 2 · (2·3·−5 + 1·2·−2)
    Ran const words = casus({"configuration", "--sizes", sizes(), "--propensities", propensities(), "--change",
                             "Ann-Ben=-5", "--lang", "en"});
    EXPECT_THAT(words.out, HasSubstr("Another configuration is best."));
}

TEST_F(ConfigurationCommand, TablesAsCsvHaveAllRows) {
    std::string const folder = at("tables");
    Ran const ran = casus({"configuration", "--sizes", sizes(), "--propensities", propensities(), "--show", "1",
                           "--csv", folder, "--lang", "en"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("The first 1 of 3; "));
    std::string const pivots = read_file(folder + "/pivots.csv");
    EXPECT_EQ(std::count(pivots.begin(), pivots.end(), '\n'), 4);
}

TEST_F(ConfigurationCommand, AConfigurationAskedAboutGetsItsEnergyAndItsWayDown) {
    Ran const ran = casus(
        {"configuration", "--sizes", sizes(), "--propensities", propensities(), "--at", "Ann|Ben,Cid", "--json", "-"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    auto const asked = nlohmann::json::parse(ran.out)["asked"];
    EXPECT_EQ(asked["energy"], 4.0); // 2 · (6·1 + 2·−2)
    EXPECT_EQ(asked["moves"], 1);
    EXPECT_EQ(asked["minimum"], 1);
}

TEST_F(ConfigurationCommand, SaysWhatIsWrongWithPropensitiesAndWhere) {
    EXPECT_THAT(complaint("from,to,propensity\nAnn,Ben,1\nBen,Cdi,-1\nCid,Ann,-2\n"),
                HasSubstr("bad.csv:3:5: unknown actor 'Cdi'; expected an actor of the file of sizes; did you mean "
                          "'Cid'?"));
    EXPECT_THAT(complaint("from,to,propensity\nAnn,Ben,1\nCid,Ann,-2\n"),
                HasSubstr("a pair without a propensity 'Ben, Cid'; expected every pair, or --missing P"));
    EXPECT_THAT(complaint("from,to,propensity\nAnn,Ben,1\nBen,Ann,1\nCid,Ann,-2\n"),
                HasSubstr("bad.csv:3:1: a pair twice 'Ben, Ann'"));
    EXPECT_THAT(complaint("from,to,propensity\nAnn,Ann,1\n"), HasSubstr("a pair of an actor with itself"));
    EXPECT_THAT(complaint("from,to,propensity\nAnn,Ben,inf\n"), HasSubstr("bad.csv:2:9: not a propensity 'inf'"));
    EXPECT_THAT(complaint("from,too,propensity\nAnn,Ben,1\n"), HasSubstr("did you mean 'too'?"));
    EXPECT_THAT(complaint(",Ann,Ben,Cid\nAnn,,1,-2\nBen,3,,-1\nCid,-2,-1,\n"),
                HasSubstr("bad.csv:3:5: the matrix is not symmetric: Ben towards Ann '3'; expected 1, as in line 2, "
                          "column 6"));
    EXPECT_THAT(complaint(",Ann,Ben\nAnn,,1\nBen,1,\n"), HasSubstr("the matrix does not match the actors '2 × 2'"));
    EXPECT_THAT(complaint(",Ann,Ben,Ben\nAnn,,1,1\nBen,1,,1\nCid,1,1,\n"), HasSubstr("a label twice in the matrix"));
    EXPECT_THAT(complaint("from,to,propensity\nAnn,Ben\n"), HasSubstr("a row of another length than the header '2'"));
}

TEST_F(ConfigurationCommand, SaysWhatIsWrongWithSizesAndWhere) {
    EXPECT_EQ(bad_sizes("actor,size\nAnn,1\nAnn,2\n"), "bad.csv:3:1: an actor twice 'Ann'\n");
    EXPECT_EQ(bad_sizes("actor,size\nAnn,-1\nBen,2\n"),
              "bad.csv:2:5: not a size '-1'; expected a finite number, 0 or more\n");
    EXPECT_THAT(bad_sizes("actor,sise\nAnn,1\n"), HasSubstr("no column of that name 'size'"));
    EXPECT_THAT(bad_sizes("actor,size\nAnn,1\n"), HasSubstr("too few or too many actors '1'"));
    EXPECT_THAT(bad_sizes(""), HasSubstr("the file is empty"));
}

TEST_F(ConfigurationCommand, RefusesWhatDoesNotGoTogether) {
    EXPECT_THAT(casus({"configuration", "--lang", "en"}).err, HasSubstr("nothing to read"));
    EXPECT_THAT(casus({"configuration", "--sizes", sizes(), "--lang", "en"}).err, HasSubstr("no propensities"));
    EXPECT_THAT(casus({"configuration", "--sizes", sizes(), "--all", "-1", "--same", "actor=1", "--lang", "en"}).err,
                HasSubstr("propensities given in more than one way"));
    EXPECT_THAT(casus({"configuration", "--sizes", sizes(), "--all", "x", "--lang", "zh"}).err, HasSubstr("有限的数"));
    EXPECT_THAT(
        casus({"configuration", "--sizes", sizes(), "--all", "-1", "--change", "Ann-Bem=2", "--lang", "en"}).err,
        HasSubstr("unknown actor 'Bem'; expected an actor of the landscape; did you mean 'Ben'?"));
    EXPECT_THAT(casus({"configuration", "--sizes", sizes(), "--all", "-1", "--at", "Ann|Ann", "--lang", "en"}).err,
                HasSubstr("--at names an actor twice"));
}

TEST_F(ConfigurationCommand, MoreThanThirtyActorsGetABestPartitionWithoutMinima) {
    std::string content = "actor,size\n";
    for (int i = 1; i <= 34; ++i) content += "A" + std::to_string(i) + "," + std::to_string(i) + "\n";
    Ran const ran =
        casus({"configuration", "--sizes", made("many.csv", content), "--all", "-1", "--nodes", "1000", "--json", "-"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    auto const json = nlohmann::json::parse(ran.out);
    EXPECT_TRUE(json["minima"].is_null());
    EXPECT_THAT(json["notes"].dump(), HasSubstr("Local minima are listed for up to 30 actors; here are 34"));
    EXPECT_LE(json["best"]["bound"], json["best"]["energy"]);
}

TEST_F(ConfigurationCommand, ReadsACase) {
    Ran const ran = casus({"configuration", "cases/us-alliance-system-2021.toml", "--json", "-"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    auto const json = nlohmann::json::parse(ran.out);
    EXPECT_TRUE(json["best"]["proven"]);
    EXPECT_EQ(json["actors"].size(), json["best"]["blocks"][0].size() + json["best"]["blocks"][1].size());
}

TEST_F(ConfigurationCommand, BalanceNamesBlocsAndFrustratedTies) {
    std::string const file = made("ties.csv", "from,to,sign\nAnn,Ben,+\nBen,Cid,-\nCid,Ann,-\nDan,Ann,1\nDan,Ben,-1\n");
    Ran const ran = casus({"balance", file, "--json", "-"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    auto const json = nlohmann::json::parse(ran.out);
    EXPECT_EQ(json["schema"], "casus.balance/1");
    EXPECT_EQ(json["frustration"]["index"], 1);
    EXPECT_TRUE(json["frustration"]["proven"]);
    EXPECT_EQ(json["triangles"]["+--"], 1);
    EXPECT_EQ(json["triangles"]["++-"], 1);
    EXPECT_EQ(json["frustrated"].size(), 1u);
    EXPECT_THAT(casus({"balance", file, "--lang", "zh"}).out, HasSubstr("已证明"));
}

TEST_F(ConfigurationCommand, SaysWhatIsWrongWithANetworkAndWhere) {
    EXPECT_EQ(bad_network("from,to,sign\na,b,+\nb,a,-\n"),
              "bad.csv:3:1: a pair twice 'b, a'; expected one sign for a pair, in either direction\n");
    EXPECT_EQ(bad_network("from,to,sign\na,b,0\n"), "bad.csv:2:5: not a sign '0'; expected + or -, 1 or -1\n");
    EXPECT_EQ(bad_network("from,to,sign\na,b,+\na,a,+\n"), "bad.csv:3:3: a tie of an actor with itself 'a, a'\n");
    EXPECT_THAT(bad_network("from,to,sgn\na,b,+\n"), HasSubstr("did you mean 'sgn'?"));
    EXPECT_THAT(bad_network("from,to,sign\n"), HasSubstr("too few or too many actors '0'"));
}

} // namespace
} // namespace casus::app
