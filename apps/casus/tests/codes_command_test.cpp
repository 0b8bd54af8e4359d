// casus codes as its users run it.
#include "running.hpp"

#include "casus/world/case_file/test_case.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>

namespace casus::app {
namespace {

using case_file::TemporaryFolder;
using testing::HasSubstr;

std::string written(std::filesystem::path const& path) {
    std::ostringstream content;
    content << std::ifstream(path).rdbuf();
    return content.str();
}

TEST(CodesCommand, ConvertsCodesOfTheCommandLine) {
    Ran const ran = casus({"codes", "convert", "--from", "cow", "--to", "iso3", "--year", "1990", "365", "255"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("SUN"));
    EXPECT_THAT(ran.out, HasSubstr("DEU"));
    Ran const chinese =
        casus({"codes", "convert", "--from", "name", "--to", "name", "--year", "1960", "ussr", "--lang", "zh"});
    EXPECT_THAT(chinese.out, HasSubstr("苏联"));
}

TEST(CodesCommand, WritesJson) {
    Ran const ran = casus({"codes", "convert", "--from", "iso3", "--to", "cow", "--year", "1960", "--unmatched", "na",
                           "FRA", "RUS", "--json", "-", "--lang", "en"});
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.err, "1 of 2 rows have no match and are NA\n");
    auto const document = nlohmann::ordered_json::parse(ran.out);
    EXPECT_EQ(document["schema"], "casus.codes/1");
    EXPECT_EQ(document["conversions"][0]["result"], "220");
    EXPECT_EQ(document["conversions"][0]["state"]["name"]["zh"], "法国");
    EXPECT_TRUE(document["conversions"][1]["result"].is_null());
    EXPECT_THAT(document["conversions"][1]["problem"]["en"].get<std::string>(), HasSubstr("Soviet Union (COW 365"));
}

TEST(CodesCommand, RefusesToGuess) {
    Ran const ran = casus({"codes", "convert", "--from", "name", "--to", "cow", "--year", "1960", "Korea", "Germny",
                           "France", "--lang", "en"});
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(ran.err, "error: several states of 1960 have the name 'Korea'; expected one of North Korea (COW 731, "
                       "PRK), South Korea (COW 732, KOR)\n"
                       "error: no state has the name 'Germny'; did you mean 'Germany'?\n");
}

TEST(CodesCommand, ConvertsAColumnOfAFile) {
    TemporaryFolder const folder;
    std::filesystem::path const in = folder.path() / "in.csv";
    std::filesystem::path const out = folder.path() / "out.csv";
    std::ofstream(in) << "ccode,year\n365,1990\n240,1850\n240,1851\n";
    std::vector<std::string> const words{"codes", "convert",  "--from", "cow",       "--to",   "iso3", "--year-column",
                                         "year",  "--column", "ccode",  in.string(), "--lang", "en"};
    Ran const refused = casus(words);
    EXPECT_EQ(refused.status, 2);
    EXPECT_EQ(refused.out, "");
    EXPECT_EQ(refused.err, "error: " + in.string() +
                               ":3:1: (first of 2 rows) Hanover (COW 240) has no ISO 3166 alpha-3 code in 1850\n"
                               "error: " +
                               in.string() +
                               ": 2 of 3 rows (1 codes) have no match; expected a match for each, or "
                               "--unmatched na to keep them as NA\n");
    std::vector<std::string> kept = words;
    kept.insert(kept.end(), {"--unmatched", "na", "--out", out.string(), "--json", "-"});
    Ran const ran = casus(kept);
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.err, "2 of 3 rows have no match and are NA\n");
    EXPECT_EQ(written(out), "ccode,year,iso3\n365,1990,SUN\n240,1850,NA\n240,1851,NA\n");
    auto const document = nlohmann::ordered_json::parse(ran.out);
    EXPECT_EQ(document["unmatched_rows"], 2);
    EXPECT_EQ(document["unmatched"][0]["first_line"], 3);
}

TEST(CodesCommand, ShowsWhatACodeEverStoodFor) {
    Ran const ran = casus({"codes", "show", "255", "--lang", "en"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("Prussia"));
    EXPECT_THAT(ran.out, HasSubstr("1990: German Democratic Republic → Germany"));
    auto const document = nlohmann::ordered_json::parse(casus({"codes", "show", "也门", "--json", "-"}).out);
    EXPECT_EQ(document["schema"], "casus.codes/1");
    EXPECT_EQ(document["states"].back()["cow"], 679);
    EXPECT_TRUE(document["states"].back()["last_year"].is_null());
    EXPECT_EQ(casus({"codes", "show", "Frence", "--lang", "en"}).err,
              "error: no state has the name 'Frence'; did you mean 'France'?\n");
}

TEST(CodesCommand, SaysWhatIsMissing) {
    auto const said = [](std::vector<std::string> words) {
        words.insert(words.end(), {"--lang", "en"});
        Ran const ran = casus(words);
        EXPECT_EQ(ran.status, 2);
        return ran.err;
    };
    EXPECT_EQ(said({"codes"}), "error: a verb is missing after codes; expected convert or show\n");
    EXPECT_EQ(said({"codes", "convrt"}),
              "error: unknown verb 'convrt'; expected convert or show; did you mean 'convert'?\n");
    EXPECT_EQ(said({"codes", "convert"}),
              "error: CODE is missing; expected codes or names, or with --column one CSV file\n");
    EXPECT_EQ(said({"codes", "convert", "2"}),
              "error: --from is missing; expected one of cow, cow-letters, gw, iso2, iso3, name\n");
    EXPECT_EQ(said({"codes", "convert", "--from", "cow", "--to", "gw", "2"}),
              "error: --year is missing; expected the year in which the codes are meant\n");
    EXPECT_EQ(said({"codes", "convert", "--from", "cow", "--to", "gw", "--column", "c", "x.csv"}),
              "error: --year-column is missing; expected the column with the years, or --year for all rows\n");
    EXPECT_EQ(said({"codes", "convert", "--from", "cows", "--to", "gw", "2"}),
              "error: bad value of --from 'cows'; expected one of cow, cow-letters, gw, iso2, iso3, name; did you mean "
              "'cow'?\n");
    EXPECT_EQ(said({"codes", "convert", "--from", "cow", "--to", "gw", "--year", "20166", "2"}),
              "error: bad value of --year '20166'; expected a year from 1816 to 2100\n");
}

} // namespace
} // namespace casus::app
