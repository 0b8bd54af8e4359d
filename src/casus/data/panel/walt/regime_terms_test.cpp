#include "casus/data/panel/walt/invented_treaties.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace casus::data::walt {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using namespace testing_data;

/// 2 stays at 10; 200 rises from 4 to 7 in 1904 and is interrupted in 1906; 365 stays at −6; of 710 Polity says nothing,
/// and its polyarchy rises by 0.2 in 1905.
std::string polity() {
    std::string lines = "ccode,year,polity";
    for (int year = 1896; year <= 1908; ++year) {
        lines += fmt::format("\n2,{},10\n365,{},-6", year, year);
        lines += fmt::format("\n200,{},{}", year, year < 1904 ? "4" : year == 1906 ? "" : "7");
    }
    return lines;
}

std::string polyarchy() {
    std::string lines = "cowcode,year,v2x_polyarchy";
    for (int year = 1896; year <= 1908; ++year) lines += fmt::format("\n710,{},{}", year, year < 1905 ? 0.25 : 0.45);
    return lines;
}

void fill_regimes(Store& store, int known) {
    put_treaties(store);
    put(store, "polity", "5v2018", 1896, 1908, table_of_lines(known_by(known, "year", polity())));
    put(store, "vdem", "15", 1896, 1908, table_of_lines(known_by(known, "year", polyarchy())));
    put(store, "archigos", "4.1", 1895, 1905,
        table_of_lines(known_by(known, "startdate",
                                "ccode,leadid,startdate,enddate,entry\n"
                                "2,a,1893-03-04,1901-09-14,Regular\n2,b,1901-09-14,1905-12-31,Regular\n"
                                "200,x,1895-06-25,1902-07-11,Regular\n200,y,1902-07-12,1905-12-05,Regular\n"
                                "200,z,1905-12-05,1905-12-31,Regular\n"
                                "365,n,1894-11-01,1905-10-17,Regular\n365,w,1905-10-17,1905-12-31,Irregular\n"
                                "710,c,1889-03-04,1905-12-31,Regular")));
    put(store, "reign-leaders", "2021-03", 1900, 1909,
        table_of_lines(known_by(known, "syear",
                                "ccode,leadid,sdate,smonth,syear,emonth,eyear\n"
                                "2,R2,14,9,1901,3,1909\n2,T2,4,3,1909,,\n200,R5,5,12,1905,4,1907\n"
                                "200,A2,8,4,1907,,\n365,W3,17,10,1905,,\n710,C4,4,3,1889,,")));
}

InventedGround invented_regimes() {
    return InventedGround([](Store& store) { fill_regimes(store, 9999); });
}

TEST(RegimeTerms, TellChangesOfRegimeInThreeYears) {
    InventedGround const ground = invented_regimes();
    auto const terms = regime_terms(ground.ground());
    // 1902 to 1907: the rise of 1904 counts from 1905 on, the interruption of 1906 in 1907.
    EXPECT_THAT(cells_of(ground, terms, "regime_change", 10), ElementsAre("0", "0", "0", "1", "1", "1"));
    // 1904 to 1909: V-Dem's rise of 1905 counts for 710 from 1906 to 1908; then its levels are all of after it.
    EXPECT_THAT(cells_of(ground, terms, "regime_change", 20), ElementsAre("0", "0", "1", "1", "1", "0"));
}

TEST(RegimeTerms, MeasureRegimesByPolityOfTheYearBefore) {
    InventedGround const ground = invented_regimes();
    auto const terms = regime_terms(ground.ground());
    EXPECT_THAT(cells_of(ground, terms, "regime_distance", 10), ElementsAre("6", "6", "6", "3", "3", "NA"));
    EXPECT_THAT(cells_of(ground, terms, "democracy_share", 10), ElementsAre("0.5", "0.5", "0.5", "1", "1", "NA"));
    EXPECT_THAT(cells_of(ground, terms, "regime_distance", 20), ElementsAre("16", "16", "16", "16", "16", "16"));
}

TEST(RegimeTerms, CountNewLeadersOfTheYearBefore) {
    InventedGround const ground = invented_regimes();
    auto const terms = regime_terms(ground.ground());
    // 2 changed in 1901, 200 in 1902 and 1905 (Archigos) and in 1907 (REIGN, too late for the last row).
    EXPECT_THAT(cells_of(ground, terms, "leader_turnover", 10), ElementsAre("0.5", "0.5", "0", "0", "0.5", "0"));
    // 365 changed in 1905.
    EXPECT_THAT(cells_of(ground, terms, "leader_turnover", 20), ElementsAre("0", "0", "0.333333", "0", "0", "0"));
    EXPECT_THAT(cells_of(ground, terms, "irregular_turnover", 20), ElementsAre("0", "0", "1", "NA", "NA", "NA"));
    EXPECT_THAT(cells_of(ground, terms, "irregular_turnover", 10), ElementsAre("0", "0", "0", "0", "0", "NA"));
}

TEST(RegimeTerms, DoNotKnowTheFuture) { EXPECT_THAT(peeking(fill_regimes, regime_terms, 1902, 1909), IsEmpty()); }

} // namespace
} // namespace casus::data::walt
