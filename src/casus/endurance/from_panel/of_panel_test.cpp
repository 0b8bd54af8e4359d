#include "casus/endurance/from_panel/of_panel.hpp"

#include "casus/base/error.hpp"
#include "casus/data/panel/written_store.hpp"
#include "casus/endurance/made_up_model.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace casus::endurance {
namespace {

/// Two alliances in 1985 and one in 1986; no column for asymmetry, and one cell that is not known.
data::Panel invented_panel() {
    data::Panel panel{
        .unit = data::Unit::AllianceYear,
        .system = data::System::Cow,
        .first_year = 1985,
        .last_year = 1986,
        .table = data::testing_data::table_of({"atopid", "year", "years_in_force", "defense", "offense",
                                               "common_threat", "threat_fallen", "regime_change", "institution"},
                                              {{3180, 1985, 36, 0, 0, 0.5, 0.1, 0, 0.9},
                                               {3375, 1985, 30, 0, 1, {}, 0.0, 1, 0.2},
                                               {3180, 1986, 37, 1, 0, 1, 1, 1, 1}}),
        .columns = {},
        .notes = {},
        .also = {},
        .sources = {}};
    panel.columns.push_back({"institution", {}, {"atop", "5.1"}, {1815, 2018}, 0});
    return panel;
}

data::Treaties invented_treaties() {
    data::Treaties treaties;
    int const first = data::day_number(1955, 1, 1);
    int const last = data::day_number(1990, 1, 1);
    int const gone = data::day_number(1966, 1, 1);
    treaties.list.push_back(
        {3180,
         false,
         {{2, 0, first, last, true, {}}, {20, 0, first, last, true, {}}, {220, 0, first, gone, false, {}}}});
    treaties.list.push_back({3375, false, {{365, 0, first, last, true, {}}, {290, 0, first, last, true, {}}}});
    return treaties;
}

TEST(AlliancesOfPanel, ReadColumnsByTheNamesOfTerms) {
    OfPanel const found = alliances_of(invented_panel(), invented_treaties(), made_up_model(), 1985);
    ASSERT_EQ(found.alliances.size(), 2U);
    Alliance const& first = found.alliances[0];
    EXPECT_EQ(first.code, "3180");
    EXPECT_EQ(first.age, 36.0);
    ASSERT_EQ(first.members.size(), 2U); // France had left by then
    EXPECT_EQ(first.members[0].code, "USA");
    EXPECT_EQ(first.members[1].name.en, "Canada");
    EXPECT_EQ(first.name.en, first.members[0].name.en + " – Canada");
    ASSERT_TRUE(first.terms[3]);
    EXPECT_EQ(first.terms[3]->value, 0.9);
    EXPECT_EQ(first.terms[3]->source, "atop 5.1");
    EXPECT_FALSE(first.terms[4]);
    EXPECT_FALSE(found.alliances[1].terms[0]); // the cell is missing
    EXPECT_TRUE(found.alliances[1].terms[1]);
    EXPECT_EQ(found.without_column, std::vector<std::string>{"asymmetry"});
}

std::string refusal_of(auto const& act) {
    try {
        act();
    } catch (Error const& error) { return error.what(); }
    return "";
}

TEST(AlliancesOfPanel, AreThoseOfAnObligation) {
    OfPanel const found =
        alliances_of(invented_panel(), invented_treaties(), made_up_model(), 1985, Owing::DefenseOrOffense);
    ASSERT_EQ(found.alliances.size(), 1U);
    EXPECT_EQ(found.alliances[0].code, "3375"); // owes offence
}

TEST(AlliancesOfPanel, AreChosenByNumberOrMembers) {
    std::vector<Alliance> const all =
        alliances_of(invented_panel(), invented_treaties(), made_up_model(), 1985).alliances;
    auto const codes = [&](std::string const& chosen) {
        std::vector<std::string> list;
        for (Alliance const& alliance : chosen_of(all, chosen, 1985)) list.push_back(alliance.code);
        return list;
    };
    EXPECT_EQ(codes("3375"), std::vector<std::string>{"3375"});
    EXPECT_EQ(codes("USA, CAN"), std::vector<std::string>{"3180"});
    EXPECT_EQ(codes("Poland"), std::vector<std::string>{"3375"});
    auto const refusal = [&](std::string const& chosen) {
        return refusal_of([&] { (void)chosen_of(all, chosen, 1985); });
    };
    EXPECT_EQ(refusal("3370"), "no such alliance in 1985 '3370'; expected the number of an alliance (atopid); did you "
                               "mean '3375'?");
    EXPECT_EQ(refusal("FRN"), "no member of an alliance in 1985 'FRN'; expected an alliance's number, or members as "
                              "USA,GBR; did you mean 'CAN'?");
    EXPECT_EQ(refusal("USA,POL"), "no alliance has all of these members in 1985 'USA,POL'; expected members of one "
                                  "alliance");
    EXPECT_EQ(refusal_of([&] { (void)alliances_of(invented_panel(), invented_treaties(), made_up_model(), 1900); }),
              "no alliance in this year '1900'; expected a year from 1985 to 1986");
}

} // namespace
} // namespace casus::endurance
