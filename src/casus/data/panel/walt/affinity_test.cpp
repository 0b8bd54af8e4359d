#include "casus/data/panel/walt/invented_treaties.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace casus::data::walt {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using namespace testing_data;

void fill_affinity(Store& store, int known) {
    put_treaties(store);
    // 2 and 365 border by land to 1905, by sea after; 365 and 710 always by land.
    put(store, "contiguity", "3.2", 1890, 1908,
        table_of_lines(known_by(known, "begin",
                                "statelno,statehno,conttype,begin,end\n2,365,1,189001,190512\n2,365,2,190601,190812\n"
                                "365,710,1,189001,190812")));
    // Capitals a quarter of the equator apart; that of 200 moves next to 2's in 1903.
    put(store, "capitals", "2024", 1890, 1912,
        table_of_lines(known_by(known, "stdate",
                                "ccode,stdate,enddate,lat,lng\n2,1890-01-01,1912-12-31,0,0\n"
                                "200,1890-01-01,1903-05-31,0,90\n200,1903-06-01,1912-12-31,0,0\n"
                                "365,1890-01-01,1912-12-31,0,90\n710,1890-01-01,1912-12-31,0,180")));
    put(store, "un-ideal-points", "2025-07", 1901, 1908,
        table_of_lines(
            known_by(known, "year",
                     "ccode,year,idealpointall\n2,1901,1.5\n200,1901,-0.5\n2,1902,1.5\n2,1903,2\n200,1903,0.5\n"
                     "2,1904,2\n365,1904,-1\n710,1904,0")));
    put(store, "leader-ideologies", "2020", 1901, 1908,
        table_of_lines(
            known_by(known, "year",
                     "country_code_cow,year,leader_ideology\n2,1901,rightist\n200,1901,rightist\n"
                     "2,1902,rightist\n200,1902,leftist\n2,1903,none\n200,1903,none\n"
                     "2,1904,rightist\n200,1904,no information\n365,1904,rightist\n710,1904,not applicable")));
    put(store, "polity", "5v2018", 1901, 1908,
        table_of_lines(
            known_by(known, "year",
                     "ccode,year,polity\n2,1901,10\n200,1901,6\n2,1902,10\n200,1902,5\n2,1903,-6\n200,1903,-9\n"
                     "2,1904,10\n200,1904,\n365,1904,8\n710,1904,7")));
    put(store, "vdem", "15", 1901, 1908, table_of_lines("cowcode,year,v2x_polyarchy\n2,1901,0.5"));
}

TEST(Affinity, IsOfTheYearBefore) {
    InventedGround const ground([](Store& store) { fill_affinity(store, 9999); });
    auto const terms = affinity_terms(ground.ground());
    // Treaty 10 is of 1902 to 1907, of 2 and 200; a quarter of the meridian of 6371.0088 km is 10007.557 km.
    EXPECT_THAT(cells_of(ground, terms, "contiguous", 10), ElementsAre("0", "0", "0", "0", "0", "0"));
    EXPECT_THAT(cells_of(ground, terms, "distance", 10), ElementsAre("9.2111", "9.2111", "0", "0", "0", "0"));
    EXPECT_THAT(cells_of(ground, terms, "ideal_distance", 10), ElementsAre("2", "NA", "1.5", "NA", "NA", "NA"));
    EXPECT_THAT(cells_of(ground, terms, "ideology_match", 10), ElementsAre("1", "0", "0", "NA", "NA", "NA"));
    EXPECT_THAT(cells_of(ground, terms, "same_regime", 10), ElementsAre("1", "0", "1", "NA", "NA", "NA"));
}

TEST(Affinity, IsOverAllPairsOfMembers) {
    InventedGround const ground([](Store& store) { fill_affinity(store, 9999); });
    auto const terms = affinity_terms(ground.ground());
    // Treaty 20, 1904 to 1909: two of the three pairs border to 1905, one after.
    EXPECT_THAT(cells_of(ground, terms, "contiguous", 20),
                ElementsAre("0.666667", "0.666667", "0.666667", "0.333333", "0.333333", "0.333333"));
    // Two quarters and one half: (2 ln 10007.557 + ln 20015.115) / 3.
    EXPECT_THAT(cells_of(ground, terms, "distance", 20)[0], "9.44214");
    EXPECT_THAT(cells_of(ground, terms, "ideal_distance", 20), ElementsAre("NA", "3", "NA", "NA", "NA", "NA"));
    EXPECT_THAT(cells_of(ground, terms, "ideology_match", 20), ElementsAre("NA", "1", "NA", "NA", "NA", "NA"));
    EXPECT_THAT(cells_of(ground, terms, "same_regime", 20), ElementsAre("NA", "1", "NA", "NA", "NA", "NA"));
}

TEST(Affinity, DoesNotKnowTheFuture) { EXPECT_THAT(peeking(fill_affinity, affinity_terms, 1902, 1909), IsEmpty()); }

} // namespace
} // namespace casus::data::walt
