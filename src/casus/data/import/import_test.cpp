#include "casus/data/import/import.hpp"

#include "casus/base/error.hpp"
#include "casus/base/file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <unistd.h>

namespace casus::data {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class ImportTest : public testing::Test {
protected:
    ImportTest() : folder_(std::filesystem::temp_directory_path() / ("casus_import_" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(folder_);
    }
    ~ImportTest() override { std::filesystem::remove_all(folder_); }

    Import import(std::string const& text, ImportOptions const& options = {}, std::string const& name = "f.csv") const {
        write_file(folder_ / name, text);
        return import_file(folder_ / name, options);
    }

    std::vector<Problem> problems(std::string const& text, ImportOptions const& options = {}) const {
        try {
            (void)import(text, options);
        } catch (Error const& error) { return error.problems(); }
        return {};
    }

    std::string message(std::string const& text, Language language = Language::English) const {
        std::string lines;
        for (Problem const& problem : problems(text)) lines += render(problem, language) + '\n';
        return lines;
    }

    std::filesystem::path folder_;
};

std::vector<std::string> names(Table const& table) {
    std::vector<std::string> result;
    for (Column const& column : table.columns) result.push_back(column.name);
    return result;
}

/// A row of the table as text, "-" where missing.
std::vector<std::string> row(Table const& table, std::size_t at) {
    std::vector<std::string> result;
    for (Column const& column : table.columns)
        result.push_back(column.is_missing(at) ? "-"
                         : column.is_text()    ? std::string(column.word(at))
                                               : testing::PrintToString(column.number(at)));
    return result;
}

TEST_F(ImportTest, ReadsARelease) {
    Import const found = import("stateabb,ccode,year,irst,milex,milper,pec,tpop,upop,cinc,version\r\n"
                                "USA,2,1816,80,3823,17,254,8659,101,0.0396975,4\r\n"
                                "USA,2,1817,-9,-9,15,277,8899,,.0358166,4\r\n");
    EXPECT_EQ(found.provenance.dataset, "nmc");
    EXPECT_EQ(found.provenance.version, "4.0");
    EXPECT_EQ(found.provenance.file, "f.csv");
    EXPECT_EQ(found.provenance.sha256.size(), 64u);
    EXPECT_EQ(found.provenance.first_year, 1816);
    EXPECT_EQ(found.provenance.last_year, 2007);
    EXPECT_EQ(found.provenance.rows_read, 2u);
    EXPECT_EQ(found.provenance.rows_kept, 2u);
    EXPECT_THAT(found.fits_as_well, IsEmpty());
    EXPECT_THAT(found.provenance.notes, IsEmpty());
    // In the order of the newest release, whatever the file's.
    EXPECT_THAT(names(found.table), ElementsAre("stateabb", "ccode", "year", "milex", "milper", "irst", "pec", "tpop",
                                                "upop", "cinc", "version"));
    EXPECT_THAT(row(found.table, 1),
                ElementsAre("USA", "2", "1817", "-", "15", "-", "277", "8899", "-", "0.0358166", "4"));
    EXPECT_THAT(found.table["year"].as<std::int16_t>(), ElementsAre(1816, 1817));
}

TEST_F(ImportTest, CountsEachCodeForMissingByColumn) {
    Import const found = import("WarNum,WarName,WarType,ccode,StateName,Side,StartYear1,EndYear1,StartYear2,EndYear2,"
                                "TransFrom,BatDeath,Version\r"
                                "1,A War,1,230,Spain,2,1823,1823,-8,-8,503,600,4\r"
                                "1,A War,1,220,France,1,1823,1823,-8,-8,\"404, 410\",-9,4");
    std::vector<std::string> counts;
    for (MissingCount const& count : found.provenance.missing)
        counts.push_back(count.column + ' ' + std::to_string(count.code) + ' ' + std::to_string(count.cells));
    EXPECT_THAT(counts, ElementsAre("startyear2 -8 2", "endyear2 -8 2", "batdeath -9 1"));
    EXPECT_TRUE(found.table["endyear2"].is_missing(0));
    EXPECT_EQ(found.table["transfrom"].word(0), "503");
    EXPECT_EQ(found.table["transfrom"].word(1), "404, 410");
}

TEST_F(ImportTest, GivesRenamedColumnsTheNamesOfTheNewestRelease) {
    Import const found = import("DispNum3,DispNum4,StAbb,ccode,StDay,StMon,StYear,EndDay,EndMon,EndYear,SideA,RevState,"
                                "RevType1,RevType2,Fatality,FataPre,HiAct,HostLev,Orig,Version\n"
                                "2,-9,UKG,200,-9,7,1902,24,1,1903,0,1,1,-9,0,12,0,1,1,4.01\n");
    EXPECT_EQ(found.provenance.dataset, "mid-participant");
    EXPECT_EQ(found.provenance.version, "4.01");
    EXPECT_EQ(found.table["dispnum"].number(0), 2.0);
    EXPECT_EQ(found.table["fatalpre"].number(0), 12.0);
    EXPECT_TRUE(found.table["dispnum4"].is_missing(0));
    EXPECT_EQ(found.table.find("fatapre"), nullptr);
}

TEST_F(ImportTest, KeepsZeroForStillInForceAndCodesOfTheSourcesOwn) {
    Import const found = import("atopid,member,yrent,yrexit,defense,offense,neutral,nonagg,consul,version\n"
                                "1005,200,1949,0,1,0,0,0,1,5.1\n"
                                "1005,8152,1949,1950,1,0,0,0,1,5.1\n");
    EXPECT_EQ(found.table["yrexit"].number(0), 0.0);
    EXPECT_EQ(found.table["member"].number(1), 8152.0);
}

TEST_F(ImportTest, KeepsColumnsThatItDoesNotKnowInLowerCase) {
    Import const found = import("\"\",\"ccode\",\"styear\",\"stateabb\",\"stmonth\",\"stday\",\"endyear\",\"endmonth\","
                                "\"endday\",\"statenme\",\"Region Code\",\"\"\n"
                                "\"1\",2,1816,USA,1,1,2016,12,31,United States of America,007,x\n"
                                "\"2\",20,1920,CAN,1,10,2016,12,31,Canada,b,x\n");
    EXPECT_THAT(names(found.table), ElementsAre("stateabb", "ccode", "styear", "stmonth", "stday", "endyear",
                                                "endmonth", "endday", "statenme", "row", "region code", "column_12"));
    EXPECT_EQ(found.table["row"].number(1), 2.0);
    // Words came after the first row, and its number would not print as it was written.
    EXPECT_EQ(found.table["region code"].word(0), "007");
}

TEST_F(ImportTest, NamibiaIsNotMissing) {
    Import const found = import("rcid,country,country_code,vote\n3,Namibia,NA,yes\n3,Nowhere,,no\n3,NA,FR,abstain\n");
    EXPECT_EQ(found.provenance.dataset, "un-votes");
    EXPECT_EQ(found.table["country_code"].word(0), "NA");
    EXPECT_TRUE(found.table["country_code"].is_missing(1));
    EXPECT_TRUE(found.table["country"].is_missing(2));
}

constexpr char const* system_header = "stateabb,ccode,year,version\n";

TEST_F(ImportTest, LeavesOutEmptyRowsAndRepeats) {
    Import const found = import(std::string(system_header) + "USA,2,1816,2016\n"
                                                             ",,,\n"
                                                             "USA,2,1816,2016\n"
                                                             "\n"
                                                             "UKG,200,1816,2016");
    EXPECT_EQ(found.provenance.rows_read, 4u);
    EXPECT_EQ(found.provenance.rows_kept, 2u);
    ASSERT_EQ(found.provenance.rejected.size(), 2u);
    EXPECT_EQ(found.provenance.rejected[0].line, 3);
    EXPECT_EQ(found.provenance.rejected[0].reason.en, "an empty row");
    EXPECT_EQ(found.provenance.rejected[1].line, 4);
    EXPECT_EQ(found.provenance.rejected[1].reason.zh, "与前面某行完全相同");
}

TEST_F(ImportTest, SaysWhereKeysRepeat) {
    Import const found = import(std::string(system_header) + "USA,2,1816,2016\n"
                                                             "UKG,2,1816,2016\n");
    ASSERT_EQ(found.provenance.notes.size(), 1u);
    EXPECT_EQ(found.provenance.notes[0].en, "1 row with the same ccode and year as an earlier one");
    EXPECT_EQ(found.table.rows(), 2u);
}

TEST_F(ImportTest, RefusesWhatCannotBeAndSaysWhere) {
    std::string const text = message(std::string(system_header) + "USA,2,20166,2016\n"
                                                                  "UKG,2xx,1816,2016\n"
                                                                  "UKG,999,1816,2016\n"
                                                                  "UKG,200,1816\n"
                                                                  "UKG,200,1816.5,2016\n"
                                                                  "UKG,200,1816,2016,1\n");
    EXPECT_EQ(text, "f.csv:2:7: not a year in column 'year' '20166'; expected a year from 1300 to 2100\n"
                    "f.csv:3:5: not a number in column 'ccode' '2xx'\n"
                    "f.csv:4:5: no state has the number in column 'ccode' '999'; expected a Correlates of War number\n"
                    "f.csv:5:1: a row of 3 cells; expected 4, as in the header\n"
                    "f.csv:6:9: not a year in column 'year' '1816.5'; expected a year from 1300 to 2100\n"
                    "f.csv:7:1: a row of 5 cells; expected 4, as in the header\n");
    EXPECT_THAT(message(std::string(system_header) + "USA,2,20166,2016\n", Language::Chinese),
                HasSubstr("f.csv:2:7: 列“year”中不是年份：“20166”；应为1300 至 2100 之间的年份"));
}

TEST_F(ImportTest, ListsTwentyFaultsAndCountsTheRest) {
    std::string text = system_header;
    for (int i = 0; i < 33; ++i) text += "USA,2," + std::to_string(20000 + i) + ",2016\n";
    auto const found = problems(text);
    ASSERT_EQ(found.size(), 21u);
    EXPECT_EQ(render(found.back(), Language::English), "f.csv: and 13 more");
    EXPECT_EQ(render(found.back(), Language::Chinese), "f.csv: 此外还有 13 处");
}

TEST_F(ImportTest, RejectsBadRowsWhereAskedTo) {
    Import const found = import(std::string(system_header) + "USA,2,20166,2016\n"
                                                             "USA,2,1816\n"
                                                             "XXX,999,20166,2016\n"
                                                             "UKG,200,1816,2016\n",
                                {.reject_bad_rows = true});
    EXPECT_EQ(found.provenance.rows_read, 4u);
    EXPECT_THAT(row(found.table, 0), ElementsAre("UKG", "200", "1816", "2016"));
    EXPECT_EQ(found.table.rows(), 1u);
    ASSERT_EQ(found.provenance.rejected.size(), 3u); // a row of two faults once
    EXPECT_EQ(found.provenance.rejected[0].reason.en,
              "not a year in column 'year' '20166'; expected a year from 1300 to 2100");
    EXPECT_THAT(found.provenance.rejected[1].reason.zh, HasSubstr("该行有 3 格"));
    EXPECT_EQ(found.provenance.rejected[2].line, 4);
}

TEST_F(ImportTest, RefusesFilesWithoutRowsOrOfAnotherKind) {
    EXPECT_THAT(problems(system_header), Not(IsEmpty()));
    EXPECT_THAT(message("name,colour\nx,red\n"), HasSubstr("no data set that Casus knows"));
    EXPECT_THAT(problems(std::string(system_header) + "USA,2,1816,2016\n", {.insist = "nmc"}), Not(IsEmpty()));
}

TEST_F(ImportTest, TheYearsOfTheRowsAreTheCoverageWhereTheSourceNamesNone) {
    Import const found = import("ccode1,ccode2,year,dyadigos\n2,20,1990,67\n2,20,1992,70\n2,70,1991,\n");
    EXPECT_EQ(found.provenance.dataset, "cow-igo-dyad");
    EXPECT_EQ(found.provenance.first_year, 1990);
    EXPECT_EQ(found.provenance.last_year, 1992);
}

TEST_F(ImportTest, AFileWithItsColumnsShuffledGivesTheSameTable) {
    std::vector<std::vector<std::string>> columns = {
        {"stateabb", "USA", "CAN", "GMY", "BHM"},
        {"ccode", "2", "20", "255", "31"},
        {"year", "1950", "1951", "1914", "1999"},
        {"milex", "100", "-9", "3000000000", "1.5"},
        {"milper", "NA", "1", "2", "3"},
        {"irst", "0", "0", "1e3", ""},
        {"pec", ".", "5", "6", "7"},
        {"tpop", "1", "2", "3", "-9"},
        {"upop", "1", "2", "3", "4"},
        {"cinc", ".25", "0.5", "-9", "1"},
        {"version", "2021", "2021", "2021", "2021"},
    };
    std::mt19937 random(7);
    std::vector<std::vector<std::string>> expected;
    for (int round = 0; round < 50; ++round) {
        std::string text;
        for (std::size_t r = 0; r < columns.front().size(); ++r)
            for (std::size_t c = 0; c < columns.size(); ++c)
                text += columns[c][r] + (c + 1 < columns.size() ? "," : "\n");
        Import const found = import(text);
        std::vector<std::vector<std::string>> rows{names(found.table)};
        for (std::size_t r = 0; r < found.table.rows(); ++r) rows.push_back(row(found.table, r));
        if (round == 0) expected = rows;
        ASSERT_EQ(rows, expected) << text;
        ASSERT_EQ(found.provenance.version, "6.0");
        std::ranges::shuffle(columns, random);
    }
    EXPECT_THAT(expected[3], ElementsAre("GMY", "255", "1914", "3e+09", "2", "1000", "6", "3", "3", "-", "2021"));
}

} // namespace
} // namespace casus::data
