#include "casus/data/panel/walt/invented_treaties.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace casus::data::walt {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using namespace testing_data;

void fill_setting(Store& store, int known) {
    put_treaties(store);
    put(store, "nmc", "6.0", 1901, 1907,
        table_of_lines(known_by(known, "year",
                                "ccode,year,cinc\n2,1901,0.3\n200,1901,0.1\n2,1902,0.1\n200,1902,0.3\n2,1903,0.2\n"
                                "365,1903,0.1\n710,1903,0.1\n2,1904,0.2\n2,1905,0.2\n365,1905,0.2\n200,1905,0.6")));
    put(store, "cow-majors", "2016", 1890, 1908,
        table_of_lines(known_by(known, "styear", "ccode,styear,endyear\n2,1890,1908\n200,1905,1908")));
    // 2 and 200 at war in 1902; 365 with 710 in a dispute that reached war in 1906, after the list of wars ends.
    put(store, "cow-war-dyad", "2018", 1890, 1904,
        table_of_lines(
            known_by(known, "year", "statea,stateb,year\n2,200,1902\n200,2,1902\n200,365,1903\n365,200,1903")));
    put(store, "mid-participant", "5.0", 1890, 1907,
        table_of_lines(known_by(known, "styear",
                                "dispnum,ccode,styear,endyear,sidea,hostlev\n1,365,1906,1906,1,5\n1,710,1906,1906,0,5\n"
                                "2,2,1905,1905,1,5\n2,200,1905,1905,1,5\n2,999,1905,1905,0,4\n3,2,1901,1901,1,5\n"
                                "3,710,1901,1901,0,5")));
}

TEST(Setting, TellsHowUnequalTheMembersAre) {
    InventedGround const ground([](Store& store) { fill_setting(store, 9999); });
    auto const terms = setting_terms(ground.ground());
    // 1902 to 1907. In 1903 the strongest is 200, no major power before 1905; in 1905 (1904) only one is known.
    EXPECT_THAT(cells_of(ground, terms, "asymmetry", 10), ElementsAre("0.75", "0.75", "NA", "NA", "0.75", "NA"));
    EXPECT_THAT(cells_of(ground, terms, "hegemony", 10), ElementsAre("0.75", "0", "NA", "NA", "0.75", "NA"));
    EXPECT_THAT(cells_of(ground, terms, "asymmetry", 20), ElementsAre("0.5", "NA", "0.5", "NA", "NA", "NA"));
    EXPECT_THAT(cells_of(ground, terms, "size", 20)[0], "1.09861"); // ln 3
    EXPECT_THAT(cells_of(ground, terms, "wartime", 10)[3], "1");
    EXPECT_THAT(cells_of(ground, terms, "wartime", 20)[3], "0");
    EXPECT_THAT(cells_of(ground, terms, "bipolar", 20)[3], "0");
}

TEST(Setting, CountsPowers) {
    InventedGround const ground([](Store& store) { fill_setting(store, 9999); });
    auto const terms = setting_terms(ground.ground());
    // One power alone to 1904; in 1905 shares of a quarter and three quarters: 1 / (1/16 + 9/16).
    EXPECT_THAT(cells_of(ground, terms, "multipolar", 10), ElementsAre("1", "1", "1", "1", "1.6", "NA"));
}

TEST(Setting, KnowsWarsOfTheYearBefore) {
    InventedGround const ground([](Store& store) { fill_setting(store, 9999); });
    auto const terms = setting_terms(ground.ground());
    // Disputes count only after 1904; in that of 1905 no two on opposite sides reached war.
    EXPECT_THAT(cells_of(ground, terms, "war", 10), ElementsAre("0", "1", "1", "0", "0", "0"));
    EXPECT_THAT(cells_of(ground, terms, "war_within", 10), ElementsAre("0", "1", "0", "0", "0", "0"));
    EXPECT_THAT(cells_of(ground, terms, "war", 20), ElementsAre("1", "0", "0", "1", "0", "NA"));
    EXPECT_THAT(cells_of(ground, terms, "war_within", 20), ElementsAre("0", "0", "0", "1", "0", "NA"));
}

TEST(Setting, DoesNotKnowTheFuture) { EXPECT_THAT(peeking(fill_setting, setting_terms, 1902, 1909), IsEmpty()); }

} // namespace
} // namespace casus::data::walt
