#include "casus/data/panel/walt/invented_treaties.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace casus::data::walt {
namespace {

using testing::ElementsAre;
using namespace testing_data;

/// Two members' spells of 1902 with TERM and TERMMODE; "" goes on.
void add_treaty(std::string& lines, int id, std::string const& end, std::string const& codes) {
    for (int const member : {2, 200})
        lines += fmt::format("\n{},{},1902,3,1,{},0,0,1,0,0,0,0,{}", id, member, end, codes);
}

void fill_endings(Store& store) {
    put_states(store);
    std::string lines = "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,phase,obvary,defense,offense,neutral,"
                        "nonagg,consul,term,termmode";
    add_treaty(lines, 11, "1903,6,30", "1,5");
    add_treaty(lines, 12, "1903,6,30", "2,3");
    add_treaty(lines, 13, "1903,6,30", "3,2");
    add_treaty(lines, 14, "1903,6,30", "0,4");
    add_treaty(lines, 15, "1903,6,30", "0,6");
    add_treaty(lines, 16, "1903,6,30", ",");
    add_treaty(lines, 17, "0,,", "0,0");
    // A phase renegotiated, then the alliance violated; a member that was lost before does not count.
    add_treaty(lines, 18, "1902,6,30", "3,2");
    lines += "\n18,365,1902,3,1,1902,9,1,0,0,1,0,0,0,0,2,4";
    lines += "\n18,2,1902,7,1,1903,6,30,0,0,1,0,0,0,0,2,3\n18,200,1902,7,1,1903,6,30,0,0,1,0,0,0,0,2,3";
    put(store, "atop-member", "5.1", 1900, 1903, table_of_lines(lines));
}

TEST(Ending, NamesHowTheAllianceEndedInItsLastYear) {
    InventedGround const ground(fill_endings);
    auto const terms = ending_terms(ground.ground());
    EXPECT_THAT(cells_of(ground, terms, "ending", 11), ElementsAre("NA", "fulfilled"));
    EXPECT_THAT(cells_of(ground, terms, "ending", 12), ElementsAre("NA", "violated"));
    EXPECT_THAT(cells_of(ground, terms, "ending", 13), ElementsAre("NA", "renegotiated"));
    EXPECT_THAT(cells_of(ground, terms, "ending", 14), ElementsAre("NA", "state_death"));
    EXPECT_THAT(cells_of(ground, terms, "ending", 15), ElementsAre("NA", "other"));
    EXPECT_THAT(cells_of(ground, terms, "ending", 16), ElementsAre("NA", "unknown"));
    EXPECT_THAT(cells_of(ground, terms, "ending", 17), ElementsAre("NA", "NA"));
    EXPECT_THAT(cells_of(ground, terms, "ending", 18), ElementsAre("NA", "violated"));
}

} // namespace
} // namespace casus::data::walt
