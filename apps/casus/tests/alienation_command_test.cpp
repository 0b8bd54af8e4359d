// casus alienation fit and forecast as their users run them.
#include "imported_data.hpp"
#include "running.hpp"

#include "casus/base/file.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <memory>

namespace casus::app {
namespace {

namespace fs = std::filesystem;
using case_file::TemporaryFolder;
using testing::HasSubstr;

TEST(AlienationCommand, RefusesYearsThatWouldPeek) {
    Ran const ran = casus({"alienation", "forecast", "--train", "1991:2005", "--test", "2001:2020", "--lang", "en"});
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("--train does not end before --test begins"));
    EXPECT_THAT(casus({"alienation", "fit", "--years", "1990:2000", "--until", "1980", "--lang", "zh"}).err,
                HasSubstr("--until 早于 --years"));
}

class AlienationOfRealData : public ImportedData<AlienationOfRealData> {
public:
    static std::vector<std::string> files() {
        return {"unvotes/un_votes.csv.gz",
                "unvotes/un_roll_calls.csv.gz",
                "unvotes/un_roll_call_issues.csv.gz",
                "atop/v5.1/atop5_1m.csv",
                "cow/states/states2016.csv",
                "recent/leaders/global_leader_ideologies.csv",
                "recent/leaders/REIGN_electionlist_3_21.csv",
                "recent/unga/converted_IdealpointsJuly2025.csv",
                "cow/trade/converted_peacesciencer_dyadic_trade_4.0_nondirected.csv.gz",
                "worldbank/gdp.csv",
                "regime/converted_democracyData_vdem_simple.csv.gz",
                "troopdata/troopdata.csv",
                "cow/mid/MIDB 5.0.csv",
                "recent/unga/ungaVoting_003.csv",
                "rivalry/converted_peacesciencer_td_rivalries.csv"};
    }
};

TEST_F(AlienationOfRealData, TheModelBeatsTheBaselinesAndMeetsTheAim) {
    Ran const ran = casus({"alienation", "forecast", "--store", at("store.sqlite"), "--json", at("f.json")});
    ASSERT_EQ(ran.status, 0) << ran.err;
    auto const said = nlohmann::json::parse(read_file(at("f.json")));
    EXPECT_EQ(said["schema"], "casus.forecast/1");
    EXPECT_LT(said["rmse"]["model"].get<double>(), 0.105);
    EXPECT_NEAR(said["rmse"]["last_year"].get<double>(), 0.121, 0.003); // published with the aim
    EXPECT_NEAR(said["rmse"]["mean_5"].get<double>(), 0.126, 0.003);
    for (char const* const score : {"log_score", "auc"})
        for (char const* const other : {"last_year", "mean_5", "ideal_point"})
            EXPECT_GT(said[score]["model"].get<double>(), said[score][other].get<double>()) << score << other;
    EXPECT_LT(said["difference"]["rmse"]["high"].get<double>(), 0.0);
    std::size_t rows = 0;
    for (auto const& bin : said["calibration"]["model"]) rows += bin["rows"].get<std::size_t>();
    EXPECT_EQ(rows, said["rows"].get<std::size_t>());
}

TEST_F(AlienationOfRealData, AFitUntilAYearIsTheFitOfTheYearsUntilThen) {
    fs::create_directories(folder->path() / "a");
    fs::create_directories(folder->path() / "b");
    std::vector<std::string> const words{"alienation", "fit", "--store", at("store.sqlite")};
    auto const run = [&](std::vector<std::string> more) {
        more.insert(more.begin(), words.begin(), words.end());
        Ran const ran = casus(more);
        EXPECT_EQ(ran.status, 0) << ran.err;
    };
    run({"--years", "1996:2015", "--until", "2004", "--out", at("a/p.toml")});
    run({"--years", "1996:2004", "--out", at("b/p.toml")});
    EXPECT_EQ(read_file(at("a/p.toml")), read_file(at("b/p.toml")));
    EXPECT_THAT(read_file(at("a/p.toml")), HasSubstr("until = 2004"));
}

TEST_F(AlienationOfRealData, WantsTrainingYearsThatSaySomething) {
    for (char const* const years : {"1900:1910", "1946:1946"}) {
        Ran const ran =
            casus({"alienation", "forecast", "--store", at("store.sqlite"), "--train", years, "--lang", "en"});
        EXPECT_EQ(ran.status, 2) << years;
        EXPECT_THAT(ran.err, HasSubstr("nothing to choose settings by in the training years"));
    }
}

TEST_F(AlienationOfRealData, TakesChallengersByAnyCodeButNotTheLeader) {
    std::vector<std::string> const words{"alienation", "fit",    "--store", at("store.sqlite"), "--years",
                                         "2000:2004",  "--lang", "en",      "--challengers"};
    auto const with = [&](std::string const& challengers) {
        std::vector<std::string> all = words;
        all.push_back(challengers);
        return casus(all);
    };
    Ran const by_letters = with("CHN");
    EXPECT_EQ(by_letters.status, 0) << by_letters.err;
    EXPECT_EQ(with("710").out, by_letters.out);
    EXPECT_EQ(with("CN").out, by_letters.out);
    EXPECT_THAT(with("CHN,USA").err, HasSubstr("the leader is among --challengers"));
}

TEST(ShippedEstimates, SayWhatTheyRestOn) {
    std::string const root = CASUS_SOURCE_DIR;
    Ran const ran = casus({"explain", root + "/cases/us-alliance-system-2021.toml", "alienation/KOR/trade",
                           "--parameters", "un-votes-usa", "--lang", "en"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("estimated"));
}

} // namespace
} // namespace casus::app
