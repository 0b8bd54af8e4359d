// Sources that do more than describe columns, on invented rows in the distributors' formats.
#include "casus/data/import/import.hpp"

#include "casus/base/error.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace casus::data {
namespace {

namespace fs = std::filesystem;

/// Imports `text` as if it lay in a file of this name.
Import imported(std::string_view text, std::string const& name = "file.csv", std::string_view insist = {}) {
    fs::path const folder = fs::temp_directory_path() / ("casus-reshaped-" + std::to_string(getpid()));
    fs::create_directories(folder);
    std::ofstream(folder / name, std::ios::binary) << text;
    struct Cleared {
        fs::path folder;
        ~Cleared() { fs::remove_all(folder); }
    } const cleared{folder};
    return import_file(folder / name, {.insist = insist});
}

/// A row's cells as a person would write them, "NA" for missing.
std::string row(Table const& table, std::size_t row, std::initializer_list<char const*> columns) {
    std::string line;
    for (char const* const name : columns) {
        Column const& column = table[name];
        if (!line.empty()) line += ' ';
        if (column.is_missing(row))
            line += "NA";
        else if (column.is_text())
            line += column.word(row);
        else {
            std::string number = std::to_string(column.number(row));
            number.erase(number.find_last_not_of('0') + 1);
            if (number.ends_with('.')) number.pop_back();
            line += number;
        }
    }
    return line;
}

TEST(IdealPoints, SessionsBecomeYearsAndTheOldNameTheLegacyOne) {
    Import const import = imported("Row,ccode,session,NVotes,IdealPoint,QO%,iso3c,Countryname\r\n"
                                   "1,403,30,12,-0.5,-1.25,STP,S\xE3o Tom\xE9\r\n"
                                   "2,2,74,13,1.5,1.25,USA,United States");
    EXPECT_EQ(import.provenance.dataset, "un-ideal-points");
    EXPECT_EQ(import.provenance.version, "2020-04");
    EXPECT_EQ(row(import.table, 0, {"ccode", "year", "idealpointlegacy", "nvoteslegacy", "qolegacy"}),
              "403 1975 -0.5 12 -1.25");
    EXPECT_EQ(import.table["countryname"].word(0), "São Tomé");
    EXPECT_EQ(row(import.table, 1, {"year"}), "2019");
}

TEST(UnVotes, NamibiaHasItsCodeAndOthersWithoutCodeHaveNone) {
    Import const import = imported("rcid,country,country_code,vote\n7,Namibia,NA,yes\n7,Federal Republic of Germany,NA,"
                                   "no\n7,Canada,CA,abstain\n");
    EXPECT_EQ(import.provenance.dataset, "un-votes");
    EXPECT_EQ(row(import.table, 0, {"country", "country_code", "vote"}), "Namibia NA yes");
    EXPECT_FALSE(import.table["country_code"].is_missing(0));
    EXPECT_TRUE(import.table["country_code"].is_missing(1));
    EXPECT_EQ(import.table["country_code"].word(2), "CA");
}

TEST(UnVotesWide, EachVoteOfAMemberBecomesARow) {
    Import const import = imported("rcid,date,me,nu,di,hr,co,ec,USA,GBR,FRA,RUS,CHN,TWN\n"
                                   "3,1946-01-01,FALSE,TRUE,FALSE,FALSE,FALSE,FALSE,1,2,3,8,9,1\n"
                                   "9464,2024-06-04,TRUE,FALSE,FALSE,FALSE,FALSE,FALSE,3.0,1,1.0,,2,9\n");
    EXPECT_EQ(import.provenance.dataset, "un-votes-wide");
    EXPECT_EQ(import.provenance.rows_read, 2u);
    ASSERT_EQ(import.provenance.rows_kept, 9u);
    EXPECT_EQ(row(import.table, 3, {"rcid", "year", "iso3c", "vote", "me", "nu"}), "3 1946 RUS 8 0 1");
    EXPECT_EQ(row(import.table, 4, {"rcid", "year", "iso3c", "vote", "me", "nu"}), "3 1946 TWN 1 0 1");
    EXPECT_EQ(row(import.table, 5, {"rcid", "year", "iso3c", "vote", "me", "nu"}), "9464 2024 USA 3 1 0");
    EXPECT_EQ(row(import.table, 8, {"date", "iso3c", "vote"}), "2024-06-04 CHN 2");
}

TEST(SipriMilex, ThreeShapesArriveInTheSameColumns) {
    Import const wide = imported("Country,1949,1950,2018\nC\xF4te d\x92Ivoire, ,1.5,600\nUSA,13503, ,648798.3\n");
    EXPECT_EQ(wide.provenance.version, "2018");
    ASSERT_EQ(wide.table.rows(), 4u);
    EXPECT_EQ(row(wide.table, 0, {"country", "year", "current_usd_million"}), "Côte d’Ivoire 1950 1.5");
    EXPECT_EQ(row(wide.table, 3, {"country", "year", "current_usd_million"}), "USA 2018 648798.3");

    Import const copied = imported("Entity,Year,military_expenditure,military_expenditure_share_gdp,"
                                   "military_expenditure_per_capita\nUnited States,2019,734344100000.0,3.43,2231.61\n"
                                   "World,2020,,,\n");
    EXPECT_EQ(copied.provenance.version, "2020");
    EXPECT_NEAR(copied.table["constant_usd_million"].number(0), 734344.1, 1e-6);
    EXPECT_NEAR(copied.table["share_gdp"].number(0), 0.0343, 1e-12);
    EXPECT_TRUE(copied.table["share_gdp"].is_missing(1));
    EXPECT_EQ(row(copied.table, 0, {"country", "year", "usd_per_capita"}), "United States 2019 2231.61");

    Import const recent = imported("iso3c,country,year,current_usd_million,share_of_gdp,notes\n"
                                   "AFG,Afghanistan,2018,198.0747,0.010067,2\n");
    EXPECT_EQ(recent.provenance.version, "2023");
    EXPECT_EQ(row(recent.table, 0, {"country", "year", "current_usd_million", "share_gdp"}),
              "Afghanistan 2018 198.0747 0.010067");
}

TEST(SipriArmsExports, OnlyYearsWithDeliveriesAreRows) {
    Import const import = imported("recipient,1950,1951,2020\nAland,,0,7\nBland,3,,\n");
    EXPECT_EQ(import.provenance.dataset, "sipri-arms-exports");
    ASSERT_EQ(import.table.rows(), 3u);
    EXPECT_EQ(row(import.table, 0, {"recipient", "year", "tiv_million"}), "Aland 1951 0");
    EXPECT_EQ(row(import.table, 2, {"recipient", "year", "tiv_million"}), "Bland 1950 3");
}

TEST(SipriTradeRegister, RecipientsGoDownToTheirDealsAndRepeatsStay) {
    Import const import = imported("\xEF\xBB\xBF"
                                   "country,ordered,weapon,weapon.des,year,years.delivered,delivered,comments\r\n"
                                   "Aland,,,,,,,\r\n"
                                   "     ,26,M-113,APC,2004,2005,26,Second-hand\r\n"
                                   "     ,26,M-113,APC,2004,2005,26,Second-hand\r\n"
                                   ",,,,,,,\r\n"
                                   "Bland,,,,,,,\r\n"
                                   "   ,26,M-113,APC,2004,2005,26,Second-hand\r\n"
                                   "   ,   ,-20,AVQ-26,EO system,1996,1997-1998,-20\r\n");
    EXPECT_EQ(import.provenance.dataset, "sipri-trade-register");
    EXPECT_EQ(import.provenance.rejected.size(), 1u);
    ASSERT_EQ(import.table.rows(), 4u);
    EXPECT_EQ(row(import.table, 1, {"recipient", "ordered", "weapon", "year", "delivered"}), "Aland 26 M-113 2004 26");
    EXPECT_EQ(row(import.table, 2, {"recipient", "ordered", "weapon", "year", "delivered"}), "Bland 26 M-113 2004 26");
    EXPECT_EQ(row(import.table, 3,
                  {"recipient", "ordered", "weapon", "weapon.des", "year", "years.delivered", "delivered", "comments"}),
              "Bland 20 AVQ-26 EO system 1996 1997-1998 20 NA");
}

TEST(RivalryTss, MarksAsTypedBecomeYearsAndFlags) {
    Import const import =
        imported("rivalry,start,end,positional,spatial,ideological,interventionary,principal,aprin,note"
                 "\nA-B,P1494,1716,1,,,,1,,\nC-D,1948,ongoing,,1,,,,1,doubtful\n");
    EXPECT_EQ(import.provenance.version, "2022-typed");
    EXPECT_EQ(row(import.table, 0, {"rivalry", "start", "end", "before_start", "ongoing"}), "A-B 1494 1716 1 0");
    EXPECT_EQ(row(import.table, 1, {"rivalry", "start", "end", "before_start", "ongoing"}), "C-D 1948 2020 0 1");
}

TEST(Desta, MembersBecomeRowsWithLetters) {
    Import const import = imported("number;base_treaty;name;entry_type;consolidated;year;entryforceyear;language;"
                                   "typememb;regioncon;wto_listed;wto_name;c1;c2;c3;mc1;mc2;mc3\n"
                                   "1;1;Aland Bland;base_treaty;0;2003;NA;English;1;Asia;1;NA;4;356;NA;0;0;NA\n"
                                   "16+2;16;Club, accession;accession;0;1997;1998;NA;5;Europe;0;NA;900;8;840;2;2;1\n");
    EXPECT_EQ(import.provenance.dataset, "desta");
    EXPECT_EQ(import.provenance.rows_read, 2u);
    ASSERT_EQ(import.provenance.rows_kept, 5u);
    EXPECT_EQ(row(import.table, 1, {"number", "name", "year", "entryforceyear", "member", "iso3c", "mc"}),
              "1 Aland Bland 2003 NA 356 IND 0");
    EXPECT_EQ(row(import.table, 2, {"number", "member", "iso3c", "mc"}), "16+2 900 XKX 2");
    EXPECT_EQ(row(import.table, 4, {"number", "entryforceyear", "member", "iso3c", "mc"}), "16+2 1998 840 USA 1");
    EXPECT_EQ(import.table.find("c1"), nullptr);
}

TEST(JointExercises, MembersBecomeRowsAndDatesFillYears) {
    Import const import =
        imported("Coder,Timestamp,,Exercise Name,Location1,Location2,Start Date,s.year,s.month,s.day,enddate,e.year,"
                 "e.month,e.day,JME Type,State A,State B,State C,AUS\n"
                 "Eli,t,77,Midlink,Ocean,,11/xx/1974,1974,11,xx,11/30/1974,1974,11,30,FTX,USA,kWT,-9,\n"
                 "Eve,t,78,-9,AUS,,07/xx/2007,,,,40462,,,,CPX,AUS,NATO,,1\n");
    EXPECT_EQ(import.provenance.dataset, "jme");
    ASSERT_EQ(import.table.rows(), 4u);
    EXPECT_EQ(row(import.table, 1, {"exercise", "iso3c", "start_year", "start_month", "start_day", "exercise name"}),
              "1 KWT 1974 11 NA Midlink");
    EXPECT_EQ(row(import.table, 3, {"exercise", "iso3c", "start_year", "start_month", "start_day", "exercise name"}),
              "2 NATO 2007 7 NA NA");
    EXPECT_EQ(row(import.table, 3, {"end_year", "end_month", "end_day"}), "2010 10 11");
}

TEST(MultilateralExercises, MembersBecomeRows) {
    Import const import = imported(
        "MMEID,Ex_Name,Series_Name,Location,lat,lon,StartDate,s.year,s.month,s.day,EndDate,e.year,e.month,e.day,"
        "CPX,Air,Land,Sea,StateA,StateB,StateC,StateAA\n"
        "mme87,Readex,,Vieques,18.1,-65.4,1/14/80,1980,1,14,1980-01-xx,1980,1,xx,0,0,0,1,-9,United Kingdom,,"
        "NATO\n");
    EXPECT_EQ(import.provenance.dataset, "mme");
    ASSERT_EQ(import.table.rows(), 2u);
    EXPECT_EQ(row(import.table, 0, {"mmeid", "state", "start_year", "start_day", "end_day", "sea"}),
              "mme87 United Kingdom 1980 14 NA 1");
    EXPECT_EQ(row(import.table, 1, {"exercise", "state"}), "1 NATO");
}

TEST(GleditschWardStates, ThreeFormsArriveAlike) {
    auto const first = [](std::string_view text) {
        Import const import = imported(text);
        return import.provenance.version + ": " +
               row(import.table, 0,
                   {"gwcode", "gw_abb", "name", "styear", "stmonth", "stday", "endyear", "endmonth", "endday"});
    };
    EXPECT_EQ(first("Cow Nr.,Cow ID,Name of State,Start,End\n20,CAN,Canada,01.07.1867,31.12.2017\n"),
              "2017: 20 CAN Canada 1867 7 1 2017 12 31");
    EXPECT_EQ(first("gwcode,gw_abb,gw_name,microstate,start,end\n20,CAN,Canada,0,1867-07-01,2020-12-31\n"),
              "2020: 20 CAN Canada 1867 7 1 2020 12 31");
    EXPECT_EQ(first("gwcode,gwabrev,gwname,gwname_clean,gw_start,gw_end,nation_wikidata_id,polity_name,microstate\n"
                    "20,CAN,Canada,Canada,1867-07-01,2012-12-31,Q16,Canada,0\n"),
              "2012: 20 CAN Canada 1867 7 1 2012 12 31");
}

TEST(Polity, SpecialRegimesAreMissingOnEveryScale) {
    Import const import = imported("cyear,ccode,scode,country,year,democ,autoc,polity,polity2,d4,regtrans\n"
                                   "7001990,700,AFG,Afghanistan,1990,-77,-77,-77,,1,-77\n"
                                   "7001991,700,AFG,Afghanistan,1991,0,9,-9,-9,,\n",
                                   "polity4v2015.csv");
    EXPECT_EQ(import.provenance.version, "4v2015");
    EXPECT_EQ(row(import.table, 0, {"democ", "polity", "polity2", "regtrans"}), "NA NA NA NA");
    EXPECT_EQ(row(import.table, 1, {"democ", "polity", "polity2"}), "0 -9 -9");
    EXPECT_EQ(row(import.table, 1, {"autoc", "regtrans"}), "9 NA");
    std::vector<std::string> counted;
    for (MissingCount const& count : import.provenance.missing) {
        EXPECT_EQ(count.code, -77);
        counted.push_back(count.column);
    }
    EXPECT_EQ(counted, (std::vector<std::string>{"democ", "autoc", "polity", "regtrans"}));
}

TEST(Vdem, OwnNamesAndTheReleaseByItsLastCodedYear) {
    auto const of = [](std::string const& coded_to) {
        return imported("country_name,country_text_id,country_id,year,historical_date,codingstart,codingend,COWcode,"
                        "v2x_polyarchy,v2x_polyarchy_codelow,v2xsomething\n"
                        "Mexico,MEX,3,1789,1789-12-31,1789," +
                        coded_to + ",70,0.028,0.016,5\n");
    };
    Import const import = of("2023");
    EXPECT_EQ(import.provenance.dataset, "vdem");
    EXPECT_EQ(import.provenance.version, "14");
    EXPECT_EQ(import.provenance.last_year, 2023);
    EXPECT_EQ(row(import.table, 0, {"country_name", "cowcode", "year", "v2x_polyarchy"}), "Mexico 70 1789 0.028");
    EXPECT_EQ(import.table.find("v2xsomething"), nullptr);
    EXPECT_EQ(of("2024").provenance.version, "15");
}

TEST(WorldBank, TheSeriesIsToldByTheFilesNameOrByTheUser) {
    std::string_view const text = "Country Name,Country Code,Year,Value\nWorld,WLD,1960,5.5\nNamibia,NAM,1990,7\n";
    Import const gdp = imported(text, "API_GDP_2023.csv");
    EXPECT_EQ(gdp.provenance.dataset, "worldbank-gdp");
    EXPECT_EQ(row(gdp.table, 0, {"iso3c", "year", "gdp_usd"}), "WLD 1960 5.5");
    EXPECT_EQ(gdp.provenance.first_year, 1960);
    EXPECT_EQ(gdp.provenance.last_year, 1990);
    Import const people = imported(text, "population.csv");
    EXPECT_EQ(people.provenance.dataset, "worldbank-population");
    EXPECT_EQ(row(people.table, 1, {"country", "population"}), "Namibia 7");
    EXPECT_THROW(imported(text, "series.csv"), Error);
    EXPECT_EQ(imported(text, "series.csv", "worldbank-gdp").provenance.dataset, "worldbank-gdp");
}

TEST(MinDistance, CoverageIsThatOfTheYearsInTheFile) {
    Import const import = imported("ccode1,ccode2,year,mindist\n2,20,1950,0\n2,20,2019,0\n");
    EXPECT_EQ(import.provenance.dataset, "min-distance");
    EXPECT_EQ(import.provenance.first_year, 1950);
    EXPECT_EQ(import.provenance.last_year, 2019);
}

} // namespace
} // namespace casus::data
