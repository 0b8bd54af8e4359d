#include "casus/data/import/source.hpp"

#include "casus/base/error.hpp"
#include "casus/base/file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

namespace casus::data {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> cut(std::string const& line) {
    std::vector<std::string> parts;
    std::istringstream stream(line);
    for (std::string part; std::getline(stream, part, ',');) parts.push_back(part);
    return parts;
}

/// "dataset@version" of a file with this header and first row, or the error's text.
std::string known_as(std::string const& header, std::string const& row, std::string const& insist = "",
                     std::string const& file = "some.csv", Language language = Language::English) {
    auto const columns = cut(header);
    auto const words = cut(row);
    std::vector<std::string_view> const cells(words.begin(), words.end());
    try {
        Recognised const found = recognise(file, columns, cells, insist);
        return found.source->dataset + '@' + found.version->version;
    } catch (Error const& error) {
        std::string text;
        for (Problem const& problem : error.problems()) text += render(problem, language) + '\n';
        return text;
    }
}

constexpr char const* nmc_header = "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version";
constexpr char const* member_header = "atopid,member,yrent,yrexit,defense,offense,neutral,nonagg,consul,version";

TEST(Recognise, TellsReleasesByTheirMark) {
    EXPECT_EQ(known_as(nmc_header, "AAA,2,1900,1,1,1,1,1,1,.1,2021"), "nmc@6.0");
    EXPECT_EQ(known_as(nmc_header, "AAA,2,1900,1,1,1,1,1,1,.1,2011"), "nmc@5.0");
    EXPECT_EQ(known_as(nmc_header, "AAA,2,1900,1,1,1,1,1,1,.1,4.0"), "nmc@4.0"); // another spelling of 4
    EXPECT_EQ(known_as("ccode,year,milex,milper,irst,pec,tpop,upop,cinc", "2,1900,1,1,1,1,1,1,.1"), "nmc@7.0");
}

TEST(Recognise, NamesWhatElseAnUnmarkedFileCouldBe) {
    auto const header = cut("ccode,year,milex,milper,irst,pec,tpop,upop,cinc");
    EXPECT_THAT(recognise("x.csv", header, {}, "").other, ElementsAre("nmc@6.0", "nmc@5.0", "nmc@4.0"));
    EXPECT_THAT(recognise("x.csv", cut(nmc_header),
                          std::vector<std::string_view>{"", "", "", "", "", "", "", "", "", "", "2011"}, "")
                    .other,
                IsEmpty());
}

TEST(Recognise, OrderAndLetterCaseOfColumnsDoNotMatter) {
    EXPECT_EQ(known_as("Version,CINC,upop,tpop,pec,irst,milper,milex,YEAR,CCode", "2011,.1,1,1,1,1,1,1,1900,2"),
              "nmc@5.0");
}

TEST(Recognise, PrefersTheSourceThatExplainsMostColumns) {
    EXPECT_EQ(known_as("stateabb,ccode,year,version", "AAA,2,1900,2016"), "cow-system@2016");
    EXPECT_EQ(known_as("stateabb,ccode,styear,stmonth,stday,endyear,endmonth,endday,version", "A,2,1,1,1,1,1,1,1"),
              "cow-majors@2016");
    EXPECT_EQ(known_as("stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday", "A,2,A,1,1,1,1,1,1"),
              "cow-states@2016");
}

TEST(Recognise, FewColumnsThatManyTablesHaveAreNoDataSet) {
    EXPECT_THAT(known_as("stateabb,ccode,year,growth,mood", "AAA,2,1900,1,1"), HasSubstr("a column 'growth'"));
}

TEST(Recognise, ATableThatHasADataSetAmongManyOtherColumnsIsNotThatDataSet) {
    std::string const header = "ccode,year,imports,exports,a,b,c,d,e,f,g,h,i,j,k,l,m";
    std::string const row = "2,1900,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1";
    EXPECT_THAT(known_as(header, row),
                AllOf(HasSubstr("nearest to cow-trade-national@"), HasSubstr("13 of the 17 columns unknown")));
    EXPECT_EQ(known_as(header, row, "cow-trade-national"), "cow-trade-national@4.0"); // the user knows better
}

TEST(Recognise, ADataSetOfManyColumnsIsItselfThoughItsSourceListsFewOfThem) {
    std::string header = "icb1,crisno,crisname,break,trigent,yrtrig,motrig,datrig,yrterm,moterm,daterm,gravcr,viol,"
                         "sevviosy,noactr";
    std::string row = "ICB1,1,A CRISIS,1,2,1950,1,1,1950,2,1,2,1,1,2";
    for (int other = 0; other < 76; ++other) {
        header += ",other" + std::to_string(other);
        row += ",1";
    }
    EXPECT_EQ(known_as(header, row), "icb@13");
}

TEST(Recognise, NamesTheMissingColumnsAndTheirNeighbours) {
    std::string const text =
        known_as("stateabb,ccode,yaer,milex,milper,irst,tpop,upop,cinc,version", "A,2,1900,1,1,1,1,1,.1,2021");
    EXPECT_THAT(text,
                AllOf(HasSubstr("some.csv: not a data set that Casus knows; nearest to nmc@"),
                      HasSubstr("no column 'year' (nearest in the file: 'yaer')"), HasSubstr("no column 'pec'\n")));
    EXPECT_THAT(known_as("stateabb,ccode,yaer,milex,milper,irst,tpop,upop,cinc,version", "A,2,1900,1,1,1,1,1,.1,2021",
                         "", "some.csv", Language::Chinese),
                AllOf(HasSubstr("最接近 nmc@"), HasSubstr("缺少列“year”（文件中最接近的是“yaer”）")));
}

TEST(Recognise, SaysPlainlyThatAFileIsSomethingElse) {
    EXPECT_THAT(known_as("name,colour", "x,red"), HasSubstr("no data set that Casus knows has these columns\n"));
    EXPECT_THAT(known_as("ccode,year,a,b,c,d", "2,1900,1,1,1,1"), testing::Not(HasSubstr("nearest: ")));
}

TEST(Recognise, InsistingNamesADataSetOrARelease) {
    std::string const row = "AAA,2,1900,1,1,1,1,1,1,.1,2011";
    EXPECT_EQ(known_as(nmc_header, row, "nmc"), "nmc@5.0");
    EXPECT_EQ(known_as(nmc_header, row, "NMC@5.0"), "nmc@5.0");
    EXPECT_THAT(known_as(nmc_header, row, "nmc@6.0"),
                AllOf(HasSubstr("not nmc@6.0:"), HasSubstr("'2011' in column 'version', where it has '2021'")));
    EXPECT_THAT(known_as(nmc_header, row, "mid-dispute"), HasSubstr("no column 'dispnum'"));
    EXPECT_THAT(known_as(nmc_header, row, "nmcc"), HasSubstr("unknown data set 'nmcc'; did you mean 'nmc'?"));
    EXPECT_THAT(known_as(nmc_header, row, "nmc@5.1"),
                HasSubstr("unknown version of nmc '5.1'; expected one of 7.0, 6.0, 5.0, 4.0"));
}

TEST(Recognise, AReleaseThatTheUserNamesIsBelievedOverAMarkThatIsNobodys) {
    std::string const header = "dispnum,stday,stmon,styear,endday,endmon,endyear,fatality,fatalpre,hiact,hostlev,numa,"
                               "numb,version";
    std::string const row = "2,1,1,1902,1,1,1903,0,0,7,3,1,1,5.9";
    EXPECT_THAT(known_as(header, row, "mid-dispute"), HasSubstr("'5.9' in column 'version'"));
    EXPECT_EQ(known_as(header, row, "mid-dispute@5.0"), "mid-dispute@5.0");
}

TEST(Recognise, TheFilesNameTellsWhatItsColumnsCannot) {
    std::string const row = "1005,200,1815,1815,1,0,0,0,1,5.1";
    EXPECT_EQ(known_as(member_header, row, "", "atop5_1m.csv"), "atop-member@5.1");
    EXPECT_EQ(known_as(member_header, row, "", "atop5_1m_nna.csv"), "atop-member-nna@5.1");
    EXPECT_EQ(known_as(member_header, row, "atop-member-nna", "renamed.csv"), "atop-member-nna@5.1");
}

TEST(Recognise, GmlAndMidShareColumnsAndAreToldByTheirMark) {
    std::string const header =
        "dispnum3,dispnum4,stday,stmon,styear,endday,endmon,endyear,outcome,settle,fatality,"
        "fatalpre,maxdur,mindur,hiact,hostlev,recip,numa,numb,link1,link2,link3,ongo2010,version";
    std::string const row = "2,-9,1,7,1902,24,1,1903,6,1,0,0,208,178,7,3,0,1,1,0,0,0,0,";
    EXPECT_EQ(known_as(header, row + "gml-2.1"), "gml-dispute@2.1");
    EXPECT_EQ(known_as(header, row + "4.01"), "mid-dispute@4.01");
}

TEST(Recognise, KnowsTheDistributorsDyadicFiles) {
    EXPECT_EQ(known_as("ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1,smoothflow2,smoothtotrade,"
                       "spike1,spike2,dip1,dip2,trdspike,tradedip,bel_lux_alt_flow1,bel_lux_alt_flow2,china_alt_flow1,"
                       "china_alt_flow2,source1,source2,version",
                       "2,20,1920,A,B,1,1,1,1,2,0,0,0,0,0,0,-9,-9,-9,-9,1,1,4"),
              "cow-trade@4.0");
    EXPECT_EQ(known_as("ddyad,stateA,stateB,year,atopally,defense,offense,neutral,nonagg,consul,shareob,transyr,"
                       "bilatno,multino,number,asymm,atopid1,atopid2,version",
                       "2020,2,20,1942,1,1,1,0,0,0,1,1,0,1,1,0,2550,,5.1"),
              "atop-dyad-year@5.1");
}

TEST(Sources, SayOfThemselvesWhatTheyMust) {
    std::set<std::string> names;
    for (Source const& source : all_sources()) {
        SCOPED_TRACE(source.dataset);
        EXPECT_TRUE(names.insert(source.dataset).second) << "twice";
        EXPECT_EQ(source_named(source.dataset), &source);
        EXPECT_EQ(source.dataset.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"), std::string::npos);
        EXPECT_FALSE(source.title.en.empty() || source.title.zh.empty());
        EXPECT_FALSE(source.row.en.empty() || source.row.zh.empty());
        EXPECT_EQ(source.note.en.empty(), source.note.zh.empty());
        EXPECT_THAT(source.citation, HasSubstr("@"));
        EXPECT_EQ(std::ranges::count(source.citation, '{'), std::ranges::count(source.citation, '}'));
        EXPECT_FALSE(source.versions.empty());
        std::set<std::string> versions;
        for (SourceVersion const& version : source.versions) {
            EXPECT_TRUE(versions.insert(version.version).second) << version.version << " twice";
            EXPECT_LE(version.first_year, version.last_year);
            EXPECT_EQ(version.mark_column.empty(), version.mark_value.empty());
        }
    }
    EXPECT_EQ(source_named("no-such"), nullptr);
}

TEST(Sources, HaveRowsEachForTheFuzzerToBeginWith) {
    std::filesystem::path const corpus = std::filesystem::path(CASUS_SOURCE_DIR) / "fuzz" / "corpus" / "import";
    for (std::size_t i = 0; i < all_sources().size(); ++i) {
        std::string const bytes = read_file(corpus / all_sources()[i].dataset);
        EXPECT_EQ(static_cast<unsigned char>(bytes.at(0)), i) << "begins with the source's place in all_sources()";
        EXPECT_EQ(std::ranges::count(bytes.substr(2), '\n'), 2) << all_sources()[i].dataset;
    }
}

TEST(Sources, NameEachColumnOnceAndKeysAmongThem) {
    for (Source const& source : all_sources()) {
        SCOPED_TRACE(source.dataset);
        std::set<std::string> names;
        bool required = false;
        for (SourceColumn const& column : source.columns) {
            EXPECT_TRUE(names.insert(column.name).second) << column.name << " twice";
            EXPECT_EQ(std::ranges::count_if(column.name, [](char c) { return c >= 'A' && c <= 'Z'; }), 0)
                << column.name;
            EXPECT_FALSE(column.text && column.numeric()) << column.name;
            required = required || column.need == SourceColumn::Need::Required;
        }
        EXPECT_TRUE(required);
        if (source.reshape) continue; // keys are those of the table after it
        for (std::string const& key : source.keys) EXPECT_TRUE(names.contains(key)) << key;
    }
}

} // namespace
} // namespace casus::data
