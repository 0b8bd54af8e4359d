// The shipped case against the data it was coded from, where those are at hand, and against its own rules everywhere.
#include "casus/base/csv.hpp"
#include "casus/base/file.hpp"
#include "casus/world/case_file/case_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace casus {
namespace {

using Record = std::map<std::string, std::string>;
using Pair = std::pair<std::string, std::string>;

std::filesystem::path const cases = std::filesystem::path(CASUS_SOURCE_DIR) / "cases";
std::filesystem::path const shared = std::filesystem::path(CASUS_SOURCE_DIR) / "../shared/data";
std::string const stem = "us-alliance-system-2021";
std::array<std::string, 5> const judgement_sheets{"judgements", "hostility", "endowments", "computed", "dilemma"};

std::vector<Record> records(std::filesystem::path const& path) {
    auto const rows = read_csv(read_file(path), path.string());
    std::vector<Record> found;
    for (std::size_t n = 1; n < rows.size(); ++n) {
        EXPECT_EQ(rows[n].size(), rows[0].size()) << path << ":" << rows[n][0].line;
        Record record;
        for (std::size_t c = 0; c < rows[n].size(); ++c) record[rows[0][c].text] = rows[n][c].text;
        found.push_back(std::move(record));
    }
    return found;
}

std::vector<Record> sheet(std::string const& name) { return records(cases / (stem + "." + name + ".csv")); }

std::string case_text() { return read_file(cases / (stem + ".toml")); }

double number(std::string const& text) {
    char* end = nullptr;
    double const value = std::strtod(text.c_str(), &end);
    EXPECT_TRUE(!text.empty() && *end == '\0') << "no number: '" << text << "'";
    return value;
}

case_file::Case const& shipped() {
    static auto const read = case_file::read_case(cases / (stem + ".toml"));
    return read;
}

std::vector<std::string> codes(Role role) {
    std::vector<std::string> found;
    for (Actor const& actor : shipped().world.actors())
        if (actor.role == role) found.push_back(actor.code);
    return found;
}

std::string key_of(std::string const& source) { return source.substr(0, source.find(':')); }

/// COW country codes of the case's actors.
std::map<std::string, std::string> const& cow_codes() {
    static std::map<std::string, std::string> const codes{
        {"USA", "2"},   {"CHN", "710"}, {"RUS", "365"}, {"BEL", "211"}, {"CAN", "20"},  {"DNK", "390"}, {"FRA", "220"},
        {"GBR", "200"}, {"ISL", "395"}, {"ITA", "325"}, {"LUX", "212"}, {"NLD", "210"}, {"NOR", "385"}, {"PRT", "235"},
        {"GRC", "350"}, {"TUR", "640"}, {"DEU", "255"}, {"ESP", "230"}, {"CZE", "316"}, {"HUN", "310"}, {"POL", "290"},
        {"BGR", "355"}, {"EST", "366"}, {"LVA", "367"}, {"LTU", "368"}, {"ROU", "360"}, {"SVK", "317"}, {"SVN", "349"},
        {"ALB", "339"}, {"HRV", "344"}, {"MNE", "341"}, {"MKD", "343"}, {"JPN", "740"}, {"KOR", "732"}, {"AUS", "900"},
        {"PHL", "840"}, {"THA", "800"}, {"IND", "750"}, {"VNM", "816"}, {"SGP", "830"}, {"NZL", "920"}, {"SAU", "670"},
        {"ISR", "666"}, {"UKR", "369"}, {"TWN", "713"}, {"PRK", "731"}, {"IRN", "630"}, {"PAK", "770"}};
    return codes;
}

TEST(ShippedCase, AlliesAreTheThirtyFourOf2021) {
    EXPECT_THAT(codes(Role::Ally),
                testing::UnorderedElementsAre("BEL", "CAN", "DNK", "FRA", "GBR", "ISL", "ITA", "LUX", "NLD", "NOR",
                                              "PRT", "GRC", "TUR", "DEU", "ESP", "CZE", "HUN", "POL", "BGR", "EST",
                                              "LVA", "LTU", "ROU", "SVK", "SVN", "ALB", "HRV", "MNE", "MKD", "JPN",
                                              "KOR", "AUS", "PHL", "THA"));
    EXPECT_THAT(codes(Role::Leader), testing::ElementsAre("USA"));
    EXPECT_THAT(codes(Role::Challenger), testing::ElementsAre("CHN", "RUS"));
    EXPECT_THAT(codes(Role::Partner), testing::ElementsAre("IND", "VNM", "SGP", "NZL", "SAU", "ISR", "UKR", "TWN"));
    EXPECT_THAT(codes(Role::Other), testing::ElementsAre("PRK", "IRN", "PAK"));
}

TEST(ShippedCase, IssuesStandInTheirOrder) {
    std::vector<std::string> found;
    for (Issue const& issue : shipped().world.issues()) found.push_back(issue.code);
    EXPECT_THAT(found,
                testing::ElementsAre("security", "trade", "finance", "technology", "climate", "health", "values"));
    EXPECT_EQ(shipped().world.issues()[2].recipes.size(), 1U); // a closed form
    EXPECT_GT(shipped().world.issues()[3].recipes.size(), 1U); // a linear program
}

TEST(ShippedCase, EveryJudgementSaysWhoAndWhy) {
    for (std::string const& name : judgement_sheets) {
        for (Record const& row : sheet(name)) {
            std::string const where = name + ": " + row.at("quantity") + " " + row.at("actor") + " " + row.at("issue");
            EXPECT_FALSE(row.at("coder").empty()) << where;
            EXPECT_FALSE(row.at("reason").empty()) << where;
            EXPECT_GE(number(row.at("sd")), 0.0) << where;
            number(row.at("value"));
        }
    }
}

TEST(ShippedCase, EverySheetOfTheCaseIsNamedInIt) {
    std::string const text = case_text();
    std::size_t sheets = 0;
    for (auto const& entry : std::filesystem::directory_iterator(cases)) {
        std::string const name = entry.path().filename().string();
        if (name.rfind(stem, 0) != 0 || entry.path().extension() != ".csv") continue;
        EXPECT_NE(text.find('"' + name + '"'), std::string::npos) << name;
        ++sheets;
    }
    EXPECT_EQ(sheets, 2 + judgement_sheets.size()); // figures, figures of treaties
}

TEST(ShippedCase, EverySourceIsCited) {
    std::set<std::string> keys;
    for (SourceNote const& source : shipped().world.sources()) {
        keys.insert(source.key);
        EXPECT_FALSE(source.citation.empty()) << source.key;
    }
    for (Record const& row : sheet("figures"))
        EXPECT_TRUE(keys.contains(key_of(row.at("source")))) << row.at("quantity") << " " << row.at("source");
    for (Treaty const& treaty : shipped().world.treaties())
        EXPECT_TRUE(keys.contains(key_of(treaty.source))) << treaty.code << " " << treaty.source;
}

TEST(ShippedCase, TheTaiwanRegionIsARegionWithAJudgedEconomy) {
    World const& world = shipped().world;
    for (std::size_t a = 0; a < world.actors().size(); ++a) {
        Actor const& actor = world.actors()[a];
        EXPECT_EQ(actor.kind == ActorKind::Region, actor.code == "TWN") << actor.code;
        bool const judged = actor.code == "TWN" || actor.code == "PRK";
        EXPECT_EQ(world.basis(Quantity::Gdp, a).kind == Basis::Kind::Judgement, judged) << actor.code;
        if (actor.code != "TWN") continue;
        EXPECT_EQ(actor.name.en, "Taiwan region");
        EXPECT_EQ(actor.name.zh, "台湾地区");
    }
}

/// Tests below look figures up in the project's data.
class ShippedCaseData : public testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(shared / "README.md"))
            GTEST_SKIP() << "the data from which the case was coded are not at " << shared;
    }
};

TEST_F(ShippedCaseData, FiguresAgreeWithTheCollectedTable) {
    std::map<std::array<std::string, 3>, double> table;
    for (Record const& row : records(shared / "recent/us_system_2021_figures.csv"))
        if (row.at("unit").rfind("percent", 0) != 0)
            table[{row.at("iso3c"), row.at("quantity"), row.at("year")}] = number(row.at("value"));
    std::map<std::string, std::array<std::string, 2>> const same{{"power", {"cinc", "2021"}},
                                                                 {"gdp", {"gdp", "2021"}},
                                                                 {"military_spending", {"milex", "2021"}},
                                                                 {"area", {"area_km2", ""}},
                                                                 {"latitude", {"capital_lat", "2024"}},
                                                                 {"longitude", {"capital_lon", "2024"}},
                                                                 {"regime", {"v2x_polyarchy", "2021"}}};
    std::size_t compared = 0;
    for (Record const& row : sheet("figures")) {
        std::string const& actor = row.at("actor");
        std::string const where = row.at("quantity") + " " + actor + " " + row.at("partner");
        double const value = number(row.at("value"));
        if (auto const q = same.find(row.at("quantity")); q != same.end()) {
            auto const found = table.find({actor, q->second[0], q->second[1]});
            if (found == table.end()) continue;
            EXPECT_NEAR(value, found->second, 1e-12 + (value > 1e6 ? 1.0 : 0.0)) << where;
            ++compared;
        } else if (row.at("quantity") == "trade" && table.contains({actor, "cinc", "2021"})) {
            double const total = table.at({actor, "exports_to_" + row.at("partner"), "2020"}) +
                                 table.at({actor, "imports_from_" + row.at("partner"), "2020"});
            EXPECT_NEAR(value, total, 0.5e6 + 1.0) << where; // rounded to the nearest million
            ++compared;
        }
    }
    // Forty-five actors of the table: five quantities of each, two without one actor, trade with three powers.
    EXPECT_EQ(compared, 45U * 5U + 44U * 2U + 45U * 3U - 3U);
}

TEST_F(ShippedCaseData, CapabilitiesAgreeWithTheDistributorsFile) {
    std::map<std::string, Record> nmc;
    for (Record& row : records(shared / "cow/nmc/converted_peacesciencer_NMC-70.csv"))
        if (row.at("year") == "2021") nmc[row.at("ccode")] = row;
    std::size_t compared = 0;
    for (Record const& row : sheet("figures")) {
        if (key_of(row.at("source")) != "NMC7") continue;
        Record const& from = nmc.at(cow_codes().at(row.at("actor")));
        bool const power = row.at("quantity") == "power";
        double const expected = power ? number(from.at("cinc")) : 1000.0 * number(from.at("milex"));
        EXPECT_DOUBLE_EQ(number(row.at("value")), expected) << row.at("quantity") << " " << row.at("actor");
        ++compared;
    }
    EXPECT_EQ(compared, cow_codes().size() + 1); // every actor's power and Viet Nam's spending
}

TEST_F(ShippedCaseData, WealthAndSpendingOfTheOthersAgree) {
    std::map<Pair, double> expected;
    for (Record const& row : records(shared / "worldbank/gdp.csv"))
        if (row.at("Year") == "2021") expected[{"gdp", row.at("Country Code")}] = number(row.at("Value"));
    for (Record const& row : records(shared / "recent/sipri/converted_sipri_milex_2018_2023.csv"))
        if (row.at("year") == "2021" && !row.at("current_usd_million").empty())
            expected[{"military_spending", row.at("iso3c")}] = 1e6 * number(row.at("current_usd_million"));
    std::size_t compared = 0;
    for (Record const& row : sheet("figures")) {
        std::string const key = key_of(row.at("source"));
        if (key != "WDI" && key != "SIPRI") continue;
        EXPECT_NEAR(number(row.at("value")), expected.at({row.at("quantity"), row.at("actor")}), 1.0)
            << row.at("actor");
        ++compared;
    }
    EXPECT_EQ(compared, 2 * cow_codes().size() - 4); // not the Taiwan region and North Korea; North Korea, Viet Nam
}

TEST_F(ShippedCaseData, ContiguityAgrees) {
    std::map<std::string, std::string> iso;
    for (auto const& [code, cow] : cow_codes()) iso[cow] = code;
    std::set<Pair> near;
    std::set<Pair> land;
    for (Record const& row : records(shared / "cow/contiguity/contdird.csv")) {
        if (row.at("year") != "2016" || !iso.contains(row.at("state1no")) || !iso.contains(row.at("state2no")))
            continue;
        Pair const pair = std::minmax(iso.at(row.at("state1no")), iso.at(row.at("state2no")));
        if (number(row.at("conttype")) <= 3) near.insert(pair); // up to 24 miles of water
        if (number(row.at("conttype")) <= 1) land.insert(pair);
    }
    std::set<Pair> borders;
    for (Record const& row : records(shared / "recent/reference/converted_mledoze_land_borders.csv"))
        if (cow_codes().contains(row.at("iso3c_1")) && cow_codes().contains(row.at("iso3c_2")))
            borders.insert(std::minmax(row.at("iso3c_1"), row.at("iso3c_2")));
    EXPECT_EQ(land, borders);
    std::set<Pair> coded;
    for (Record const& row : sheet("figures"))
        if (row.at("quantity") == "contiguity") coded.insert(std::minmax(row.at("actor"), row.at("partner")));
    EXPECT_EQ(coded, near);
}

TEST_F(ShippedCaseData, AreaAndCoastAgree) {
    std::map<std::string, Record> countries;
    for (Record& row : records(shared / "recent/reference/converted_mledoze_countries.csv"))
        countries[row.at("cca3")] = row;
    for (Record const& row : sheet("figures")) {
        if (key_of(row.at("source")) != "COUNTRIES") continue;
        Record const& from = countries.at(row.at("actor"));
        double const expected = row.at("quantity") == "area"      ? number(from.at("area_km2"))
                                : from.at("landlocked") == "True" ? 1.0
                                                                  : 0.0;
        EXPECT_EQ(number(row.at("value")), expected) << row.at("quantity") << " " << row.at("actor");
    }
}

} // namespace
} // namespace casus
