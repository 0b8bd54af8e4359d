#include "casus/dilemma/linkage_file/linkage_file.hpp"

#include "casus/base/error.hpp"
#include "casus/base/probability.hpp"
#include "casus/world/case_file/case_file.hpp"
#include "casus/world/case_file/test_case.hpp"
#include "casus/world/test_builder.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace casus::dilemma {

namespace {

/// The small case with a second branch: Brazil, tied to the leader alone.
World two_branches() {
    WorldBuilder builder = small_builder();
    WorldBuilder::Members rio = members("RIO", {"USA", "BRA"});
    rio.since = Year{1947};
    builder.treaties.push_back(rio);
    for (char const* power : {"USA", "CHN", "RUS"})
        set(builder, {.quantity = Quantity::Trade, .actor = "BRA", .partner = power}, 1e11);
    return builder.build();
}

class LinkageFile : public testing::Test {
protected:
    case_file::TemporaryFolder folder;
    World world = two_branches();

    Linkages read(std::string const& body) const {
        std::filesystem::path const path = folder.path() / "links.toml";
        std::ofstream(path) << "schema = \"casus.linkages/1\"\n" << body;
        return read_linkages(path, world);
    }
    std::string complaints(std::string const& body) const {
        std::string lines;
        try {
            (void)read(body);
        } catch (Error const& error) {
            for (Problem const& problem : error.problems()) {
                lines += problem.what.en;
                if (!problem.found.empty()) lines += " '" + problem.found + "'";
                if (!problem.nearest.empty()) lines += "; " + problem.nearest + "?";
                lines += "\n";
            }
        }
        return lines;
    }
    /// A linkage of these members or sides, other keys as they should be.
    static std::string of(std::string const& members, std::string const& rest = "level = 0.1\n") {
        return "[[linkage]]\ncode = \"L\"\ndate = \"2017-03\"\nsource = \"s\"\n" + members + "\n" + rest;
    }
};

TEST_F(LinkageFile, EveryPairOfDifferentBranchesIsLinked) {
    Linkages const read_in = read(of("members = [\"GBR\", \"BRA\", \"FRA\"]", "level = 0.1\nsd = 0.02\n"));
    Linkage const& linkage = read_in.list.at(0);
    EXPECT_EQ(text_of(linkage.since), "2017-03");
    EXPECT_FALSE(linkage.until);
    EXPECT_EQ(linkage.members.size(), 3U);
    ASSERT_EQ(linkage.pairs.size(), 2U); // GBR and FRA share a branch
    EXPECT_EQ(linkage.pairs[0], (std::pair{small::gbr, small::bra}));
    EXPECT_EQ(linkage.pairs[1], (std::pair{small::bra, small::fra}));
    EXPECT_EQ(linkage.level, 0.1);
    EXPECT_EQ(linkage.sd, 0.02);
    ASSERT_EQ(read_in.warnings.size(), 1U);
    EXPECT_EQ(read_in.warnings[0].en, "L: GBR, FRA share a branch already, which is no linkage");
}

TEST_F(LinkageFile, ABranchAsAWholeSharesTheLevel) {
    Linkage const linkage =
        read(of("between = [[\"NATO\"], [\"BRA\", \"IND\"]]", "level = 0.1\nsd = 0.02\n")).list.at(0);
    EXPECT_EQ(linkage.pairs.size(), 4U);
    EXPECT_EQ(linkage.level, 0.05);
    EXPECT_EQ(linkage.sd, 0.01);
}

TEST_F(LinkageFile, WhatIsWrongWithMembersIsSaid) {
    EXPECT_EQ(complaints(of("members = [\"GBR\", \"BRB\"]")), "unknown member 'BRB'; BRA?\n");
    EXPECT_EQ(complaints(of("members = [\"GBR\", \"BRA\", \"GBR\"]")), "member named twice 'GBR'\n");
    EXPECT_EQ(complaints(of("members = [\"NATO\", \"BRA\", \"GBR\"]")), "member named twice 'GBR'\n");
    EXPECT_EQ(complaints(of("members = [\"USA\", \"BRA\"]")), "the leader is no member of a linkage 'USA'\n");
    EXPECT_EQ(complaints(of("members = [\"BRA\"]")), "a linkage of fewer than two 'L'\n");
    EXPECT_EQ(complaints(of("members = [\"GBR\", \"FRA\"]")), "all members share a branch 'L'\n");
    EXPECT_EQ(complaints(of("between = [[\"NATO\"], [\"BRA\", \"FRA\"]]")), "member named twice 'FRA'\n");
    EXPECT_EQ(complaints(of("between = [[\"NATO\"]]")), "wrong value for between '[…]'\n");
    EXPECT_EQ(complaints(of("")), "members or between must be given, one of them\n");
}

TEST_F(LinkageFile, WhatIsWrongWithDatesAndLevelsIsSaid) {
    std::string const members = "members = [\"GBR\", \"BRA\"]";
    EXPECT_EQ(complaints(of(members, "level = 1.2\n")), "level is out of range '1.2'\n");
    EXPECT_EQ(complaints(of(members, "level = -0.1\nsd = 2\n")),
              "level is out of range '-0.1'\nsd is out of range '2'\n");
    EXPECT_EQ(complaints(of(members, "level = 0.1\nuntil = \"2017-02\"\n")), "ends before it begins '2017-02'\n");
    for (char const* date : {"2017-13", "2017-00", "17-03", "2017-3", "March"})
        EXPECT_EQ(complaints(of(members, "level = 0.1\nuntil = \"" + std::string(date) + "\"\n")),
                  "not a date '" + std::string(date) + "'\n");
    EXPECT_EQ(complaints(of(members) + of(members)), "linkage given twice 'L'\n");
    EXPECT_EQ(complaints(of(members, "level = 0.1\nlevels = 2\n")).substr(0, 23), "unknown key 'levels'; l");
}

/// What the shipped case has as linkage in 2021 is what the shipped linkages give.
TEST(ShippedLinkages, AreThoseOfTheShippedCase) {
    std::filesystem::path const cases = std::filesystem::path(CASUS_SOURCE_DIR) / "cases";
    World const world = case_file::read_case(cases / "us-alliance-system-2021.toml").world;
    Linkages const linkages = read_linkages(cases / "us-linkages.toml", world);
    std::size_t const actors = world.size().actors;
    std::vector<double> level(actors * actors, 0.0);
    for (Linkage const& linkage : linkages.list) {
        bool const in_force = linkage.since <= LinkageDate{2021, 12} && !linkage.until;
        if (!in_force) continue;
        for (auto const& [a, b] : linkage.pairs)
            for (std::size_t const dyad : {world.dyad(a, b), world.dyad(b, a)})
                level[dyad] = either(level[dyad], linkage.level);
    }
    for (std::size_t dyad = 0; dyad < level.size(); ++dyad)
        EXPECT_NEAR(world.value(Quantity::Linkage, dyad), level[dyad], 0.00501)
            << world.actors()[dyad / actors].code << " " << world.actors()[dyad % actors].code;
    ASSERT_EQ(linkages.warnings.size(), 1U);
    EXPECT_EQ(linkages.warnings[0].en, "GCAP: GBR, ITA share a branch already, which is no linkage");
}

TEST_F(LinkageFile, AYearComesBeforeItsMonths) {
    EXPECT_LT((LinkageDate{2017, 0}), (LinkageDate{2017, 1}));
    EXPECT_EQ(text_of({2017, 0}), "2017");
}

} // namespace

} // namespace casus::dilemma
