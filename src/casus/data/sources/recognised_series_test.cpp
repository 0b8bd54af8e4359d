// Every file of ../shared/data outside the state system, security and alliances: which data set it is recognised as,
// and how many rows it has and gives.
#include "casus/data/codes/codes.hpp"
#include "casus/data/import/import.hpp"

#include "casus/base/file.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <string>
#include <unordered_map>
#include <vector>

namespace casus::data {
namespace {

namespace fs = std::filesystem;

struct File {
    char const* path;
    char const* release;
    std::size_t rows;      ///< in the file, as its README counts them
    std::size_t rows_kept; ///< after wide files have become long
    int first_year;        ///< coverage
    int last_year;
};

fs::path folder() { return fs::path(CASUS_SOURCE_DIR) / ".." / "shared" / "data"; }

std::vector<File> const& files() {
    static std::vector<File> const list{
        {"coalitions/compiled_issue_coalition_members.csv", "memberships@coalitions", 227, 227, 2015, 2025},
        {"dcad/DCAD-v1.0-main.csv", "dcad@1.0", 1871, 1871, 1980, 2010},
        {"desta/DESTA.csv", "desta@2020", 1217, 7772, 1948, 2020},
        {"distance/converted_peacesciencer_cow_capitals.csv", "capitals@2024", 242, 242, 1816, 2024},
        {"distance/converted_peacesciencer_cow_mindist_5yearly_1950_2019.csv.gz", "min-distance@2.0", 184375, 184375,
         1950, 2019},
        {"distance/converted_peacesciencer_gw_capitals.csv", "gw-capitals@2024", 264, 264, 1816, 2024},
        {"economy/converted_peacesciencer_cow_sdp_gdp.csv", "sdp-gdp@2020", 27753, 27753, 1800, 2016},
        {"exercises/converted_jme_v3.csv", "jme@3", 1790, 6339, 1974, 2010},
        {"exercises/mme_v7.csv", "mme@7", 3707, 13679, 1980, 2010},
        {"gleditsch_ward/converted_gwstates.csv", "gw-states@2017", 216, 216, 1816, 2017},
        {"gleditsch_ward/converted_isard_gw_system.csv", "gw-states@2020", 239, 239, 1816, 2020},
        {"gleditsch_ward/polities_mssl_gleditschward_states.csv", "gw-states@2012", 239, 239, 1816, 2012},
        {"icb/icb1v13.csv", "icb@13", 482, 482, 1918, 2016},
        {"recent/economy/extracted_cia_factbook_gdp_official_exchange_rate.csv", "factbook-gdp@2026-05", 1230, 1230,
         2003, 2024},
        {"recent/economy/population.csv", "worldbank-population@wdi", 17195, 17195, 1960, 2024},
        {"recent/leaders/REIGN_electionlist_3_21.csv", "reign-elections@2021-03", 4351, 4351, 1950, 2021},
        {"recent/leaders/REIGN_leaderlist_3_21.csv", "reign-leaders@2021-03", 2524, 2524, 1950, 2021},
        {"recent/leaders/REIGN_regime_list.csv", "reign-regimes@2020-12", 627, 627, 1950, 2020},
        {"recent/leaders/converted_Archigos_4.1.csv", "archigos@4.1", 3409, 3409, 1875, 2015},
        {"recent/leaders/global_leader_ideologies.csv", "leader-ideologies@2020", 10992, 10992, 1945, 2020},
        {"recent/leaders/parlgov_view_cabinet.csv", "parlgov-cabinets@2023-06", 12640, 12640, 1900, 2023},
        {"recent/membership/compiled_membership_facts.csv", "memberships@facts", 520, 520, 1949, 2025},
        {"recent/membership/converted_stevedata_gatt_members.csv", "gatt-members@1994", 128, 128, 1948, 1994},
        {"recent/sipri/converted_sipri_milex_2018_2023.csv", "sipri-milex@2023", 1008, 1008, 2018, 2023},
        {"recent/trade/converted_imf_dots_bilateral_2018_2020.csv.gz", "imf-dots@2020", 168427, 168427, 2018, 2020},
        {"recent/trade/converted_imf_dots_main_partners_2010_2017.csv.gz", "imf-dots@2017", 24785, 24785, 2010, 2017},
        {"recent/trade/extracted_cia_factbook_partner_shares.csv", "factbook-partners@2026-05", 11705, 11705, 2012,
         2023},
        {"recent/unga/converted_IdealpointsJuly2025.csv", "un-ideal-points@2025-07", 11440, 11440, 1946, 2024},
        {"recent/unga/ungaVoting_003.csv", "un-votes-wide@2024-06", 6551, 1015674, 1946, 2024},
        {"regime/converted_democracyData_polity5.csv", "polity@5v2018", 17574, 17574, 1776, 2018},
        {"regime/converted_democracyData_uds_2014.csv", "uds@2014", 9850, 9850, 1946, 2012},
        {"regime/converted_democracyData_vdem_simple.csv.gz", "vdem@15", 27913, 27913, 1789, 2024},
        {"regime/converted_isard_cw_democracy.csv", "democracy@2026-06", 17706, 17706, 1816, 2025},
        {"regime/polity4v2015.csv", "polity@4v2015", 17061, 17061, 1800, 2015},
        {"rivalry/converted_peacesciencer_grh_arms_races.csv", "arms-races@2005", 71, 71, 1816, 1993},
        {"rivalry/converted_peacesciencer_td_rivalries.csv", "rivalry-td@2012", 197, 197, 1494, 2010},
        {"rivalry/converted_peacesciencer_tss_rivalries.csv", "rivalry-tss@2022", 264, 264, 1494, 2020},
        {"rivalry/converted_tss_rivalries_xlsx.csv", "rivalry-tss@2022-typed", 264, 264, 1494, 2020},
        {"rivalry/strategic_rivalries.csv", "rivalry-td@2012-names", 197, 197, 1494, 2010},
        {"similarity/all-fp-sim.csv", "fpsim-alliance@2021", 13941, 13941, 1815, 2016},
        {"similarity/converted_fpsim_alliance_S_valued_atop5_1.csv.gz", "fpsim@2025-07", 994005, 994005, 1816, 2018},
        {"sipri/SIPRI Military Expenditure Database.csv", "sipri-milex@2020", 8496, 8496, 1949, 2020},
        {"sipri/sipri-milex-data.csv", "sipri-milex@2018", 173, 7623, 1949, 2018},
        {"sipri/us-arms-exports.csv", "sipri-arms-exports@2020", 163, 3834, 1950, 2020},
        {"sipri/us-trade-register.csv", "sipri-trade-register@2021", 9273, 8940, 1940, 2021},
        {"troopdata/troopdata-rebuild-country-year.csv", "troops@2024-rebuild", 13135, 13135, 1950, 2024},
        {"troopdata/troopdata.csv", "troops@2023", 14792, 14792, 1950, 2023},
        {"unga/IdealpointestimatesAll_Apr2020.csv", "un-ideal-points@2020-04", 10469, 10469, 1946, 2019},
        {"unga/converted_UNVotesPublished_1990_2015.csv.gz", "un-votes-voeten@2015", 366869, 366869, 1990, 2015},
        {"unvotes/un_roll_call_issues.csv.gz", "un-roll-call-issues@2021", 5745, 5745, 1946, 2020},
        {"unvotes/un_roll_calls.csv.gz", "un-roll-calls@2021", 6203, 6203, 1946, 2020},
        {"unvotes/un_votes.csv.gz", "un-votes@2021", 870109, 870109, 1946, 2020},
        {"worldbank/gdp.csv", "worldbank-gdp@wdi", 13979, 13979, 1960, 2023},
    };
    return list;
}

/// What the README says of a file: "| `path` | … | 1,234 x 5 | …".
std::size_t rows_by_readme(std::string const& path) {
    bool const recent = path.starts_with("recent/");
    std::string const readme = read_file(folder() / (recent ? "recent/README.md" : "README.md"));
    std::string const entry = "| `" + (recent ? path.substr(7) : path) + "` |";
    std::size_t const at = readme.find(entry);
    if (at == std::string::npos) return 0;
    std::string const line = readme.substr(at, readme.find('\n', at) - at);
    std::smatch found;
    if (!std::regex_search(line, found, std::regex(R"(\| ([0-9,]+) x [0-9]+ \|)"))) return 0;
    std::string count = found[1];
    std::erase(count, ',');
    return std::stoul(count);
}

class Published : public testing::TestWithParam<File> {
protected:
    void SetUp() override {
        if (!fs::exists(folder())) GTEST_SKIP() << "no published files at " << folder();
    }
};

TEST_P(Published, IsRecognisedAndReadInFull) {
    File const& file = GetParam();
    Import const import = import_file(folder() / file.path, {});
    Provenance const& provenance = import.provenance;
    EXPECT_EQ(provenance.dataset + "@" + provenance.version, file.release);
    EXPECT_TRUE(import.fits_as_well.empty()) << import.fits_as_well.front();
    EXPECT_EQ(provenance.rows_read, file.rows);
    EXPECT_EQ(provenance.rows_read, rows_by_readme(file.path));
    EXPECT_EQ(provenance.rows_kept, file.rows_kept);
    EXPECT_EQ(import.table.rows(), file.rows_kept);
    EXPECT_EQ(provenance.first_year, file.first_year);
    EXPECT_EQ(provenance.last_year, file.last_year);
    for (std::string const& key : source_named(provenance.dataset)->keys)
        EXPECT_NE(import.table.find(key), nullptr) << key;
}

std::string test_name(testing::TestParamInfo<File> const& info) {
    std::string name = info.param.path;
    std::ranges::replace_if(
        name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Series, Published, testing::ValuesIn(files()), test_name);

/// Two hands kept the votes of 1990 to 2015, one a row a vote, one a column a state: no vote may differ.
TEST(PublishedSeries, WideVotesAreVoetensVotes) {
    if (!fs::exists(folder())) GTEST_SKIP() << "no published files at " << folder();
    Table const voeten = import_file(folder() / "unga/converted_UNVotesPublished_1990_2015.csv.gz", {}).table;
    auto const key = [](double roll_call, int state) { return static_cast<long>(roll_call) * 1000 + state; };
    std::unordered_map<long, int> votes;
    for (std::size_t row = 0; row < voeten.rows(); ++row)
        votes[key(voeten["rcid"].number(row), static_cast<int>(voeten["ccode"].number(row)))] =
            static_cast<int>(voeten["vote"].number(row));
    Table const wide = import_file(folder() / "recent/unga/ungaVoting_003.csv", {}).table;
    std::size_t same = 0;
    std::size_t different = 0;
    for (std::size_t row = 0; row < wide.rows(); ++row) {
        int const year = static_cast<int>(wide["year"].number(row));
        if (year < 1990 || year > 2015) continue;
        StateEra const* const era =
            find_state(StateCode::Iso3, wide["iso3c"].word(row), Year{static_cast<std::int16_t>(year)});
        if (era == nullptr || era->cow == 0) continue;
        auto const vote = votes.find(key(wide["rcid"].number(row), era->cow));
        if (vote == votes.end()) continue;
        ++(vote->second == static_cast<int>(wide["vote"].number(row)) ? same : different);
    }
    EXPECT_EQ(different, 0u);
    EXPECT_GT(same, 340000u);
}

TEST(PublishedSeries, FilesOfNoDistributorAreRefused) {
    if (!fs::exists(folder())) GTEST_SKIP() << "no published files at " << folder();
    for (char const* path :
         {"similarity/converted_WeeksIO2012_eugene_similarity.csv", "recent/us_system_2021_figures.csv",
          "recent/economy/converted_stevedata_USFAHR.csv", "recent/economy/converted_stevedata_china_peace.csv",
          "recent/economy/compiled_taiwan_region_gdp.csv", "recent/reference/capitals.csv",
          "recent/reference/converted_mledoze_countries.csv", "recent/unga/converted_ES-11-1_2022-03-02_vote.csv",
          "recent/unga/computed_agreement_with_USA_CHN_RUS_2010_2024.csv",
          "recent/unga/converted_stevedata_rok_unga.csv"})
        EXPECT_THROW(static_cast<void>(import_file(folder() / path, {})), Error) << path;
}

} // namespace
} // namespace casus::data
