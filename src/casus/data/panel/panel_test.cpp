#include "casus/data/panel/alliance_years.hpp"
#include "casus/data/panel/panel.hpp"
#include "casus/data/panel/written_store.hpp"

#include "casus/base/file.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <set>

namespace casus::data {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing_data::written_store;

PanelRequest request_of(Unit unit, std::vector<std::string> const& features, int first = 0, int last = 0) {
    PanelRequest request{.unit = unit, .system = System::Cow, .first_year = first, .last_year = last, .features = {}};
    for (std::string const& feature : features) request.features.push_back(feature_choice(feature));
    request.threads = 2;
    return request;
}

Panel panel_of(Unit unit, std::vector<std::string> const& features, int first = 0, int last = 0) {
    return build_panel(written_store(), request_of(unit, features, first, last));
}

/// Cells of the years of a pair (or of a state, with second 0), "NA" for missing.
std::vector<std::string> cells(Panel const& panel, std::string const& column, int first, int second = 0) {
    std::vector<std::string> result;
    Table const& table = panel.table;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        bool const same_second = second == 0 || table.columns[1].number(row) == second;
        if (table.columns[0].number(row) != first || !same_second) continue;
        Column const& there = table[column];
        result.push_back(there.is_missing(row) ? "NA" : fmt::format("{}", there.number(row)));
    }
    return result;
}

std::string message_of(PanelRequest const& request, bool by_alliance = false) {
    try {
        if (by_alliance)
            (void)alliance_years(written_store(), request);
        else
            (void)build_panel(written_store(), request);
    } catch (Error const& error) { return error.what(); }
    return "no error";
}

TEST(FeatureChoice, IsReadAsUsersWriteIt) {
    auto const read = [](std::string_view text) {
        FeatureChoice const choice = feature_choice(text);
        return choice.name + "|" + choice.choice;
    };
    EXPECT_EQ(read("nmc"), "nmc|");
    EXPECT_EQ(read("nmc@5.0"), "nmc|@5.0");
    EXPECT_EQ(read("alliances:atop@4.01"), "alliances|atop@4.01");
}

TEST(Panel, HasKeysFirstSortedAndUnique) {
    Panel const panel = panel_of(Unit::DirectedDyadYear, {"nmc"});
    EXPECT_EQ(panel.table.columns[0].name, "ccode1");
    EXPECT_EQ(panel.table.columns[1].name, "ccode2");
    EXPECT_EQ(panel.table.columns[2].name, "year");
    EXPECT_EQ(panel.columns.size(), panel.table.columns.size());
    EXPECT_EQ(panel.table.rows(), 2U * (6 + 4 + 4));
}

TEST(Panel, IsMissingWhereTheSourceIsSilent) {
    Panel const panel = panel_of(Unit::CountryYear, {"nmc", "majors"});
    EXPECT_THAT(cells(panel, "cinc", 2), ElementsAre("NA", "0.5", "0.4", "NA", "NA", "NA"));
    EXPECT_THAT(cells(panel, "milper", 2), ElementsAre("NA", "1", "NA", "NA", "NA", "NA"));
    EXPECT_THAT(cells(panel, "major", 2), ElementsAre("1", "1", "1", "1", "0", "0"));
    EXPECT_THAT(cells(panel, "major", 40), ElementsAre("0", "0", "0", "0", "0", "0"));
}

TEST(Panel, SaysWhichRowsDidNotFit) {
    Panel const panel = panel_of(Unit::CountryYear, {"nmc"});
    ASSERT_EQ(panel.notes.size(), 3U);
    EXPECT_THAT(panel.notes[0].what.en, HasSubstr("no such state"));
    EXPECT_EQ(panel.notes[0].example, "999, 1902");
    EXPECT_THAT(panel.notes[1].what.en, HasSubstr("not a member"));
    EXPECT_EQ(panel.notes[1].example, "20, 1901");
    EXPECT_THAT(panel.notes[2].what.en, HasSubstr("given before"));
    EXPECT_EQ(panel.notes[2].example, "40, 1902");
    EXPECT_THAT(cells(panel, "cinc", 40), ElementsAre("NA", "NA", "0.25", "NA", "NA", "NA")); // the first stays
}

TEST(Panel, GivesEachMembersObligationsByPhase) {
    Panel const panel = panel_of(Unit::DirectedDyadYear, {"alliances:atop"});
    // Alliance 10 changes phase in 1902, and the later counts; alliance 11 adds defence by 2 in 1902 and 1903.
    EXPECT_THAT(cells(panel, "atop_defense", 2, 40), ElementsAre("0", "1", "1", "1", "0", "NA"));
    EXPECT_THAT(cells(panel, "atop_defense", 40, 2), ElementsAre("0", "0", "0", "0", "0", "NA"));
    EXPECT_THAT(cells(panel, "atop_consul", 40, 2), ElementsAre("0", "1", "1", "1", "0", "NA"));
    EXPECT_THAT(cells(panel, "atop_neutral", 2, 40), ElementsAre("0", "0", "1", "1", "1", "NA"));
    EXPECT_THAT(cells(panel, "atop_consul", 20, 40), ElementsAre("1", "1", "0", "NA"));
    std::vector<std::string> said;
    for (JoinNote const& note : panel.notes) said.push_back(note.what.en);
    EXPECT_THAT(said, ElementsAre(HasSubstr("no such state"), HasSubstr("different fellow members")));
}

TEST(Panel, JoinsDirectionsWherePairsHaveNone) {
    Panel const panel = panel_of(Unit::DyadYear, {"alliances"});
    EXPECT_THAT(cells(panel, "atop_defense", 2, 40), ElementsAre("0", "1", "1", "1", "0", "NA"));
    EXPECT_THAT(cells(panel, "atop_consul", 2, 40), ElementsAre("0", "1", "1", "1", "0", "NA"));
}

TEST(Panel, CountsPartnersInPanelsOfStates) {
    Panel const panel = panel_of(Unit::CountryYear, {"alliances", "contiguity"});
    EXPECT_THAT(cells(panel, "atop_defense", 2), ElementsAre("0", "1", "2", "2", "0", "NA"));
    EXPECT_THAT(cells(panel, "atop_defense", 40), ElementsAre("0", "0", "0", "0", "0", "NA"));
    EXPECT_THAT(cells(panel, "contiguous", 2), ElementsAre("1", "1", "2", "2", "2", "NA"));
}

TEST(Panel, TakesTheCloserOfTwoKindsOfContiguity) {
    Panel const panel = panel_of(Unit::DyadYear, {"contiguity"});
    EXPECT_THAT(cells(panel, "conttype", 2, 40), ElementsAre("5", "5", "4", "4", "4", "NA"));
    EXPECT_THAT(cells(panel, "conttype", 20, 40), ElementsAre("0", "0", "0", "NA"));
}

TEST(Panel, LeavesOutYearsBeyondTheListAndSaysSo) {
    Panel const panel = panel_of(Unit::CountryYear, {}, 1904, 1910);
    EXPECT_EQ(panel.last_year, 1905);
    ASSERT_EQ(panel.notes.size(), 1U);
    EXPECT_EQ(panel.notes[0].rows, 5U);
    EXPECT_THAT(message_of(request_of(Unit::CountryYear, {}, 1950, 1960)),
                HasSubstr("years that cow-states does not cover '1950:1960'; expected years from 1900 to 1905"));
}

TEST(Panel, NamesAllThatIsWrongWithItsFeatures) {
    std::string const said =
        message_of(request_of(Unit::CountryYear, {"alliance", "alliances:atpo", "nmc", "nmc", "distance"}));
    EXPECT_THAT(said, HasSubstr("unknown feature 'alliance'"));
    EXPECT_THAT(said, HasSubstr("did you mean 'alliances'?"));
    EXPECT_THAT(said,
                HasSubstr("unknown choice for alliances 'atpo'; expected one of atop, cow; did you mean 'atop'?"));
    EXPECT_THAT(said, HasSubstr("a feature asked for twice 'nmc'"));
    EXPECT_THAT(said, HasSubstr("only panels of pairs have 'distance'"));
    EXPECT_THAT(message_of(request_of(Unit::CountryYear, {"walt"})),
                HasSubstr("a feature that only panels of alliances have 'walt'; expected alliance-year"));
    EXPECT_THAT(message_of(request_of(Unit::AllianceYear, {"walt"}), true), HasSubstr("mid-participant"));
    EXPECT_THAT(message_of(request_of(Unit::DyadYear, {"trade"})), HasSubstr("cow-trade"));
    EXPECT_THAT(message_of(request_of(Unit::DyadYear, {"nmc@4.0"})), HasSubstr("4.0"));
}

TEST(Panel, DoesNotDependOnThreads) {
    PanelRequest request = request_of(Unit::DirectedDyadYear, {"alliances", "nmc", "contiguity"});
    auto const with = [&](std::size_t threads) {
        request.threads = threads;
        Panel const panel = build_panel(written_store(), request);
        std::vector<std::vector<std::string>> all;
        for (Column const& column : panel.table.columns) all.push_back(cells(panel, column.name, 2));
        return std::pair(all, panel_sidecar(panel).dump());
    };
    EXPECT_EQ(with(1), with(4));
}

TEST(AllianceYears, HasARowForEachYearInForce) {
    Panel const panel = alliance_years(written_store(), request_of(Unit::AllianceYear, {"nmc", "majors"}));
    EXPECT_THAT(cells(panel, "year", 10), ElementsAre("1901", "1902", "1903", "1904"));
    EXPECT_THAT(cells(panel, "year", 11), ElementsAre("1902", "1903"));
    EXPECT_THAT(cells(panel, "members", 11), ElementsAre("4", "4"));
    EXPECT_THAT(cells(panel, "bilateral", 10), ElementsAre("1", "1", "1", "1"));
    EXPECT_THAT(cells(panel, "phase", 10), ElementsAre("1", "2", "2", "2"));
    EXPECT_THAT(cells(panel, "defense", 10), ElementsAre("1", "1", "0", "0"));
    EXPECT_THAT(cells(panel, "years_in_force", 10), ElementsAre("0", "1", "2", "3"));
    EXPECT_THAT(cells(panel, "ends", 10), ElementsAre("0", "0", "0", "0")); // still in force
    EXPECT_THAT(cells(panel, "ends", 11), ElementsAre("0", "1"));
    EXPECT_THAT(cells(panel, "term", 11), ElementsAre("NA", "3"));
    EXPECT_THAT(cells(panel, "cinc_sum", 10), ElementsAre("0.5", "0.65", "NA", "NA"));
    EXPECT_THAT(cells(panel, "cinc_max", 10), ElementsAre("0.5", "0.4", "NA", "NA"));
    EXPECT_THAT(cells(panel, "cinc_min", 10), ElementsAre("0.5", "0.25", "NA", "NA"));
    EXPECT_THAT(cells(panel, "majors", 10), ElementsAre("1", "1", "1", "0"));
}

TEST(AllianceYears, HasNothingToSayOfPairs) {
    EXPECT_THAT(message_of(request_of(Unit::AllianceYear, {"contiguity"}), true),
                HasSubstr("a feature of pairs in a panel of alliances 'contiguity'"));
    EXPECT_THAT(message_of(request_of(Unit::AllianceYear, {"distance"}), true), HasSubstr("'distance'"));
}

TEST(Sidecar, SaysWhatEachColumnRestsOn) {
    Panel const panel = panel_of(Unit::CountryYear, {"nmc"});
    auto const document = panel_sidecar(panel);
    EXPECT_EQ(document.at("schema"), "casus.panel/1");
    EXPECT_EQ(document.at("unit"), "country-year");
    EXPECT_EQ(document.at("rows"), 16);
    auto const& cinc = document.at("columns").back();
    EXPECT_EQ(cinc.at("name"), "cinc");
    EXPECT_EQ(cinc.at("source"), "nmc");
    EXPECT_EQ(cinc.at("version"), "6.0");
    EXPECT_EQ(cinc.at("years").at("last"), 1904);
    EXPECT_EQ(cinc.at("missing"), 13);
    EXPECT_DOUBLE_EQ(cinc.at("share_missing"), 13.0 / 16.0);
    EXPECT_THAT(cinc.at("citations"), ElementsAre("singer1972capability", "singer1987reconstructing"));
    EXPECT_EQ(document.at("sources").size(), 2U);
    EXPECT_THAT(document.at("sources")[1].at("bibtex").get<std::string>(), HasSubstr("@article{singer1987"));
}

void collect_keys(nlohmann::ordered_json const& value, std::set<std::string>& keys) {
    for (auto const& [key, inner] : value.items()) {
        if (value.is_object()) keys.insert(key);
        if (inner.is_structured()) collect_keys(inner, keys);
    }
}

TEST(Sidecar, HasEveryKeyOnItsPage) {
    std::string const page = read_file(std::filesystem::path(CASUS_SOURCE_DIR) / "docs" / "panel-json.md");
    std::set<std::string> keys{"casus.panel/1"};
    collect_keys(panel_sidecar(panel_of(Unit::CountryYear, {"nmc"})), keys);
    for (std::string const& key : keys) EXPECT_THAT(page, HasSubstr(fmt::format("`{}`", key)));
}

/// A store of its own with releases of rivalries that have numbers of states, and newer ones that have names only.
class RivalriesTwice : public testing::Test {
protected:
    std::filesystem::path const path =
        std::filesystem::temp_directory_path() / ("casus-rivalries-" + std::to_string(getpid()) + ".sqlite");

    RivalriesTwice() {
        std::filesystem::remove(path);
        Store store(path, Store::Access::Write);
        testing_data::fill(store);
        testing_data::put(store, "rivalry-td", "2012", 1494, 1904,
                          testing_data::table_of({"ccode1", "ccode2", "styear", "endyear"}, {{2, 40, 1902, 1903}}));
        testing_data::put(store, "rivalry-td", "2012-names", 1494, 1904,
                          testing_data::table_of({"rivalryno", "styear", "endyear"}, {{1, 1902, 1903}}));
        testing_data::put(store, "rivalry-tss", "2022", 1494, 1904,
                          testing_data::table_of({"ccode1", "ccode2", "start", "end"}, {{2, 40, 1902, 1903}}));
        testing_data::put(store, "rivalry-tss", "2022-typed", 1494, 1904,
                          testing_data::table_of({"rivalry", "start", "end"}, {{1, 1902, 1903}}));
    }
    ~RivalriesTwice() override {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
    }
    [[nodiscard]] Panel panel(std::string const& feature) const {
        return build_panel(Store(path, Store::Access::Read), request_of(Unit::DyadYear, {feature}, 1901, 1904));
    }
};

TEST_F(RivalriesTwice, TheReleaseWithNumbersOfStatesIsTaken) {
    for (std::string const choice : {"td", "tss"})
        EXPECT_THAT(cells(panel("rivalry:" + choice), "rivalry_" + choice, 2, 40), ElementsAre("0", "1", "1", "0"));
    EXPECT_EQ(panel("rivalry:td").columns.back().origin.version, "2012");
    EXPECT_EQ(panel("hostility:rivalry").columns.back().origin.version, "2022");
}

TEST_F(RivalriesTwice, AReleaseAskedForByNameIsNotReplaced) {
    EXPECT_THAT([&] { (void)panel("rivalry:td@2012-names"); }, testing::ThrowsMessage<Error>(HasSubstr("ccode1")));
}

TEST_F(RivalriesTwice, AVersionDoesNotChangeWhatIsAskedFor) {
    EXPECT_THAT(cells(panel("hostility:rivalry@2022"), "hostility12", 2, 40),
                testing::ElementsAreArray(cells(panel("hostility:rivalry"), "hostility12", 2, 40)));
    EXPECT_THAT(cells(panel("polarity:all@6.0"), "polarity_hhi", 2, 40),
                testing::ElementsAreArray(cells(panel("polarity:all"), "polarity_hhi", 2, 40)));
    for (std::string const feature : {"hostility:mid@9", "hostility:rivalry@9", "polarity:all@9"})
        EXPECT_THROW((void)panel(feature), Error) << feature << " is in no store";
}

TEST_F(RivalriesTwice, EveryDataSetUsedIsNamedAmongTheSources) {
    auto const names = [](Panel const& built) {
        std::vector<std::string> result;
        for (Provenance const& source : built.sources) result.push_back(source.dataset);
        return result;
    };
    EXPECT_THAT(names(panel("polarity:majors")), ElementsAre("cow-states", "nmc", "cow-majors"));
    EXPECT_THAT(names(panel("similarity:atop-s")), ElementsAre("cow-states", "atop-member", "nmc"));
    EXPECT_THAT(names(panel("similarity:atop-kappa")), ElementsAre("cow-states", "atop-member"));
}

} // namespace
} // namespace casus::data
