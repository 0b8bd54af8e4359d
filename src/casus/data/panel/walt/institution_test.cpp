#include "casus/data/panel/walt/invented_treaties.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace casus::data::walt {
namespace {

using testing::ElementsAre;
using namespace testing_data;

/// Treaty 10 is a plain public treaty to July 1904 and then has meetings, a secretariat and peacetime contact; treaty 30
/// is secret, with a base, a common command and a term of months; of treaty 40 nothing is known.
void fill_treaties(Store& store) {
    put_states(store);
    std::string const dates = "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,phase,obvary,defense,offense,"
                              "neutral,nonagg,consul,organ1,organ2,orgpurp1,orgpurp2,milcon,milaid,intcom,subord,base,"
                              "contrib,estmode,pubsecr,conditio,speclgth";
    std::string lines = dates;
    for (int const member : {2, 200}) {
        lines += fmt::format("\n10,{},1902,3,1,1904,7,1,1,0,1,0,0,0,0,1,0,3,0,1,0,0,0,0,0,1,0,0,0", member);
        lines += fmt::format("\n10,{},1904,7,1,1907,6,30,2,0,1,0,0,0,0,3,0,3,0,2,0,0,0,0,0,1,0,1,0", member);
        lines += fmt::format("\n30,{},1905,7,1,1906,6,30,0,0,1,0,0,0,0,0,0,0,0,0,0,1,0,2,0,1,2,0,1", member);
        lines += fmt::format("\n40,{},1905,7,1,1906,6,30,0,0,1,0,0,0,0,,,,,,,,,,,,,,", member);
        lines += fmt::format("\n50,{},1905,7,1,1906,6,30,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,1,1,0,1,3", member);
    }
    put(store, "atop-member", "5.1", 1900, 1909, table_of_lines(lines));
}

TEST(Institution, FollowsThePhaseWithWhichTheYearBegins) {
    InventedGround const ground(fill_treaties);
    auto const terms = institution_terms(ground.ground());
    // 1904 begins under the first phase. Then coordination 1 (of 2) and formality 2 (of 2).
    EXPECT_THAT(cells_of(ground, terms, "institution", 10),
                ElementsAre("0.25", "0.25", "0.25", "0.75", "0.75", "0.75"));
    EXPECT_THAT(cells_of(ground, terms, "organization", 10), ElementsAre("0", "0", "0", "1", "1", "1"));
    EXPECT_THAT(cells_of(ground, terms, "military_contact", 10), ElementsAre("0", "0", "0", "1", "1", "1"));
    EXPECT_THAT(cells_of(ground, terms, "conditional", 10), ElementsAre("0", "0", "0", "1", "1", "1"));
}

TEST(Institution, ReadsAtopsColumns) {
    InventedGround const ground(fill_treaties);
    auto const terms = institution_terms(ground.ground());
    EXPECT_THAT(cells_of(ground, terms, "institution", 30), ElementsAre("0.5", "0.5")); // 2 + 0
    EXPECT_THAT(cells_of(ground, terms, "bases", 30), ElementsAre("1", "1"));
    EXPECT_THAT(cells_of(ground, terms, "integrated_command", 30), ElementsAre("1", "1"));
    EXPECT_THAT(cells_of(ground, terms, "fixed_term", 30), ElementsAre("1", "1"));
    EXPECT_THAT(cells_of(ground, terms, "institution", 50), ElementsAre("0.5", "0.5")); // contributions 1, public 1
    EXPECT_THAT(cells_of(ground, terms, "fixed_term", 50), ElementsAre("0", "0"));      // code 3: no months
}

TEST(Institution, IsUnknownWhereAtopSaysNothing) {
    InventedGround const ground(fill_treaties);
    for (TermColumn const& term : institution_terms(ground.ground()))
        EXPECT_THAT(cells_of(ground, {term}, term.name, 40), ElementsAre("NA", "NA")) << term.name;
}

TEST(Institution, NeedsAtopsTreaties) {
    InventedGround const invented(fill_treaties);
    Treaties const cow{{"cow-alliance-member", "4.1"}, {1816, 2012}, {}};
    Ground ground = invented.ground();
    ground.treaties = &cow;
    try {
        (void)institution_terms(ground);
        ADD_FAILURE() << "no error";
    } catch (Error const& error) {
        EXPECT_STREQ(error.what(), "alliances without terms of the treaty 'cow-alliance-member'; expected ATOP's "
                                   "alliances: --with alliances:atop, or none named");
    }
}

} // namespace
} // namespace casus::data::walt
