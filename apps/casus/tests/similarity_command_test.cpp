// casus similarity as its users run it: a pair with its table, all pairs to a file, clear refusals.
#include "imported_data.hpp"
#include "running.hpp"

#include "casus/world/case_file/test_case.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

namespace casus::app {
namespace {

namespace fs = std::filesystem;
using case_file::TemporaryFolder;
using testing::HasSubstr;

TEST(SimilarityCommand, RefusesWhatItCannotDo) {
    auto const refuses = [](std::vector<std::string> words, std::string const& reason) {
        words.insert(words.begin(), "similarity");
        words.insert(words.end(), {"--lang", "en"});
        Ran const ran = casus(words);
        EXPECT_EQ(ran.status, 2);
        EXPECT_THAT(ran.err, HasSubstr(reason));
    };
    refuses({}, "neither a pair nor years");
    refuses({"USA", "RUS"}, "a pair needs two states and --year");
    refuses({"USA", "RUS", "--year", "1985x"}, "bad value of --year '1985x'");
    refuses({"USA", "RUS", "--year", "1985", "--of", "votez"}, "did you mean 'votes'?");
    refuses({"USA", "RUS", "--year", "1985", "--of", "votes", "--diagonal", "none"}, "--diagonal changes nothing here");
    refuses({"USA", "RUS", "--year", "1985", "--out", "x.csv"}, "--out changes nothing here");
    refuses({"--years", "2000:1990", "--out", "x.csv"}, "--years runs backwards");
    refuses({"--years", "1990:2000"}, "--out is missing");
    EXPECT_THAT(casus({"similarity", "--lang", "zh"}).err, HasSubstr("既未给出一对国家也未给出年份"));
}

class SimilarityOfRealData : public ImportedData<SimilarityOfRealData> {
public:
    static std::vector<std::string> files() {
        return {"atop/v5.1/atop5_1m.csv", "cow/states/states2016.csv", "cow/nmc/NMC-60-abridged.csv",
                "unvotes/un_votes.csv.gz", "unvotes/un_roll_calls.csv.gz"};
    }
};

TEST_F(SimilarityOfRealData, SaysWhereGermanyAndItalyDifferedIn1914) {
    Ran const ran = casus({"similarity", "GMY", "ITA", "--year", "1914", "--store", store(), "--lang", "en"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("Germany and Italy, 1914"));
    EXPECT_THAT(ran.out, HasSubstr("0.837037")); // the published S
    EXPECT_THAT(ran.out, HasSubstr("Where they differ (5 of 45)"));
    EXPECT_THAT(casus({"similarity", "GMY", "ITA", "--year", "1914", "--store", store(), "--lang", "zh"}).out,
                HasSubstr("德国与意大利，1914 年"));
}

TEST_F(SimilarityOfRealData, RefusesCodesThatMeanTwoStatesAndYearsWithoutData) {
    Ran const two = casus({"similarity", "AUS", "USA", "--year", "1985", "--store", store(), "--lang", "en"});
    EXPECT_EQ(two.status, 2);
    EXPECT_THAT(two.err, HasSubstr("Austria (COW 305, AUT) or Australia (COW 900, AUS)"));
    Ran const late = casus({"similarity", "USA", "RUS", "--year", "2017", "--store", store(), "--lang", "en"});
    EXPECT_THAT(late.err, HasSubstr("expected a year from 1815 to 2016"));
}

TEST_F(SimilarityOfRealData, WritesTheSameWhateverTheThreads) {
    auto const written = [](std::string const& threads) {
        fs::path const out = folder->path() / ("votes" + threads + ".csv");
        Ran const ran = casus({"similarity", "--years", "1985:1990", "--of", "votes", "--out", out.string(), "--store",
                               store(), "--threads", threads});
        EXPECT_EQ(ran.status, 0) << ran.err;
        std::ifstream file(out);
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    std::string const one = written("1");
    EXPECT_EQ(one, written("3"));
    EXPECT_TRUE(one.starts_with("ccode1,ccode2,year,un_items,un_agreement,"));
    EXPECT_THAT(one, HasSubstr("\n2,365,1985,151,0.11258278145695"));
}

} // namespace
} // namespace casus::app
