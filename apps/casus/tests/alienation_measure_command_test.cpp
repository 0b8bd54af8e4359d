// casus alienation measure as its users run it: the document key by key, a file of cells, clear refusals.
#include "running.hpp"

#include "casus/base/file.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>

namespace casus::app {
namespace {

namespace fs = std::filesystem;
using case_file::TemporaryFolder;
using testing::HasSubstr;
using testing::StartsWith;

TEST(AlienationMeasureCommand, RefusesWhatItCannotDo) {
    auto const refuses = [](std::vector<std::string> words, std::string const& reason) {
        words.insert(words.begin(), {"alienation", "measure"});
        words.insert(words.end(), {"--lang", "en"});
        Ran const ran = casus(words);
        EXPECT_EQ(ran.status, 2);
        EXPECT_THAT(ran.err, HasSubstr(reason));
    };
    refuses({}, "--leader is missing; expected the state that leads, as USA");
    refuses({"--leader", "USA"}, "--allies is missing");
    refuses({"--leader", "USA", "--allies", "members"}, "--years is missing");
    refuses({"--leader", "USA", "--allies", "members", "--years", "2000:1990"}, "--years runs backwards");
    refuses({"--leader", "USA", "--allies", "members", "--years", "1990", "--json", "-", "--html", "-"},
            "only one of --json, --csv and --html can go to standard output");
    refuses({"--of", "wite"}, "did you mean 'wide'?");
    EXPECT_THAT(casus({"alienation", "mesure", "--lang", "en"}).err, HasSubstr("did you mean 'measure'?"));
}

class AlienationMeasureOfRealData : public testing::Test {
protected:
    static inline std::unique_ptr<TemporaryFolder> folder;
    static std::string store() { return (folder->path() / "store.sqlite").string(); }

    static void SetUpTestSuite() {
        fs::path const data = fs::path(CASUS_SOURCE_DIR) / "../shared/data";
        if (!fs::exists(data)) return;
        folder = std::make_unique<TemporaryFolder>();
        std::vector<std::string> words{"data", "import", "--store", store()};
        for (char const* const file : {"atop/v5.1/atop5_1m.csv", "unvotes/un_votes.csv.gz",
                                       "unvotes/un_roll_calls.csv.gz", "unvotes/un_roll_call_issues.csv.gz"})
            words.push_back((data / file).string());
        ASSERT_EQ(casus(words).status, 0);
    }
    static void TearDownTestSuite() { folder.reset(); }
    void SetUp() override {
        if (!folder) GTEST_SKIP() << "no ../shared/data";
    }
    static std::vector<std::string> measure(std::vector<std::string> more) {
        std::vector<std::string> words{"alienation",   "measure", "--leader",      "USA",     "--allies",
                                       "atop:defense", "--years", "1990:1999",     "--store", store(),
                                       "--lang",       "en",      "--reproducible"};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }
};

TEST_F(AlienationMeasureOfRealData, DocumentHasEveryKey) {
    Ran const ran = casus(measure({"--json", "-"}));
    ASSERT_EQ(ran.status, 0) << ran.err;
    nlohmann::json const json = nlohmann::json::parse(ran.out);
    EXPECT_EQ(json.at("schema"), "casus.measured/1");
    EXPECT_EQ(json.at("manifest").at("verb"), "alienation measure");
    EXPECT_EQ(json.at("leader").at("key"), "2");
    EXPECT_EQ(json.at("leader").at("name").at("zh"), "美国");
    EXPECT_EQ(json.at("issues").size(), 7U);
    EXPECT_EQ(json.at("issues").at(6).at("key"), "all");
    auto const keys = [](nlohmann::json const& object) {
        std::vector<std::string> names;
        for (auto const& [key, value] : object.items()) names.push_back(key);
        return names;
    };
    using Keys = std::vector<std::string>;
    EXPECT_EQ(keys(json.at("allies").at(0)), (Keys{"key", "name"}));
    EXPECT_EQ(keys(json.at("cells").at(0)),
              (Keys{"adjusted", "ally", "deviation", "high", "issue", "low", "votes", "year"}));
    EXPECT_EQ(keys(json.at("isolation").at(0)), (Keys{"alone", "deviation", "issue", "roll_calls", "year"}));
    EXPECT_EQ(keys(json.at("positions").at(0)), (Keys{"ally", "distance", "year"}));
    EXPECT_EQ(keys(json.at("summaries").at(0)),
              (Keys{"adjusted_dispersion", "alienation", "ally", "deviation", "dispersion", "first_year", "last_year",
                    "own_trend", "trend", "votes"}));
    EXPECT_EQ(keys(json.at("summaries").at(0).at("trend")), (Keys{"high", "low", "slope"}));
    EXPECT_EQ(keys(json.at("sources").at(0)), (Keys{"dataset", "file", "sha256", "version"}));
    EXPECT_EQ(json.at("settled"), true);
    EXPECT_TRUE(json.at("notes").is_array());
    EXPECT_EQ(json.at("cells").at(0).at("ally"), "20");
    EXPECT_EQ(json.at("cells").at(0).at("year"), 1990);
    EXPECT_EQ(json.at("cells").at(0).at("votes"), 27);
    EXPECT_EQ(casus(measure({"--json", "-", "--threads", "1"})).out, ran.out);
}

TEST_F(AlienationMeasureOfRealData, WritesAFileOfCellsOrAFolderAndAPage) {
    std::string const file = (folder->path() / "cells.csv").string();
    fs::path const tables = folder->path() / "tables";
    std::string const page = (folder->path() / "page.html").string();
    Ran const ran = casus(measure({"--csv", file, "--html", page}));
    ASSERT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(read_file(file),
                StartsWith("leader,ally,name,issue,year,votes,deviation,deviation_low,deviation_high,adjusted\n"
                           "2,20,Canada,me,1990,27,0.5555555555555556,"));
    EXPECT_THAT(ran.out, HasSubstr("How far allies vote from their leader: United States of America, 1990–1999"));
    EXPECT_THAT(ran.out, HasSubstr("Issue by issue"));
    std::string const html = read_file(page);
    EXPECT_THAT(html, HasSubstr("class=\"panel\""));
    EXPECT_THAT(html, HasSubstr("Nuclear weapons and material"));
    ASSERT_EQ(casus(measure({"--csv", tables.string()})).status, 0);
    for (char const* const name :
         {"measured-cells.csv", "measured-by-issue.csv", "measured-by-ally.csv", "measured-issues.csv",
          "measured-allies.csv", "measured-trends.csv", "manifest.json"})
        EXPECT_TRUE(fs::exists(tables / name)) << name;
}

/// A table that is too wide for the sheet is cut, and each part begins with the first column again.
TEST_F(AlienationMeasureOfRealData, TablesStayWholeInAHundredColumns) {
    for (auto const& [language, head] : std::map<std::string, std::string>{{"en", "\nAlly  "}, {"zh", "\n盟国  "}}) {
        std::vector<std::string> words = measure({});
        *(std::ranges::find(words, "--lang") + 1) = language;
        Ran const ran = casus(words);
        ASSERT_EQ(ran.status, 0) << ran.err;
        std::size_t heads = 0;
        for (std::size_t at = ran.out.find(head); at != std::string::npos; at = ran.out.find(head, at + 1)) ++heads;
        EXPECT_EQ(heads, 2U) << language << ran.out;
    }
}

} // namespace
} // namespace casus::app
