// Imports every published file of the state system, security and alliances in ../shared/data.

#include "casus/data/import/import.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace casus::data {
namespace {

namespace fs = std::filesystem;

struct Published {
    char const* path;
    char const* release;
    std::size_t rows;         ///< as the README counts them
    std::size_t rejected = 0; ///< exact repeats that the README names
};

constexpr Published files[] = {
    {"atop/v3.0/atop3_0dyeug.csv", "atop-dyad-year@3.0", 63'994},
    {"atop/v3.0/atop3_0syeug.csv", "atop-state-year@3.0", 8'354},
    {"atop/v4.01/atop-alliance-level.csv", "atop-alliance@4.01", 745},
    {"atop/v4.01/atop-member-level.csv", "atop-member@4.01", 2'398},
    {"atop/v5.1/atop5_1a.csv", "atop-alliance@5.1", 789},
    {"atop/v5.1/atop5_1a_NNA.csv", "atop-alliance-nna@5.1", 589},
    {"atop/v5.1/atop5_1aph.csv", "atop-phase@5.1", 849},
    {"atop/v5.1/atop5_1m.csv", "atop-member@5.1", 2'510},
    {"atop/v5.1/atop5_1m_NNA.csv", "atop-member-nna@5.1", 1'838},
    {"atop/v5.1/atop5_1sy.csv", "atop-state-year@5.1", 11'923},
    {"atop/v5.1/converted_peacesciencer_atop5_1ddyr.csv.gz", "atop-dyad-year@5.1", 273'296},
    {"cow/alliances/alliance_v4.1_by_directed.csv", "cow-alliance-directed@4.1", 6'444},
    {"cow/alliances/alliance_v4.1_by_dyad.csv", "cow-alliance-dyad@4.1", 3'222, 3},
    {"cow/alliances/alliance_v4.1_by_member.csv", "cow-alliance-member@4.1", 1'221},
    {"cow/alliances/alliance_v4.1_by_member_yearly.csv", "cow-alliance-member-year@4.1", 21'315},
    {"cow/alliances/converted_peacesciencer_cow_alliance_ddyr.csv.gz", "cow-alliance-dyad-year@4.1", 120'784},
    {"cow/contiguity/contdir.csv", "contiguity@3.2", 847},
    {"cow/contiguity/contdird.csv", "contiguity-dyad-year@3.2", 82'498},
    {"cow/contiguity/contdirs.csv", "contiguity-state-year@3.2", 15'951},
    {"cow/contiguity/v3.1/contdir.csv", "contiguity@3.1", 835},
    {"cow/igo/converted_peacesciencer_cow_igo_ndy_1990_2014.csv.gz", "cow-igo-dyad@3.0", 445'374},
    {"cow/igo/converted_peacesciencer_cow_igo_sy.csv", "cow-igo-state@3.0", 15'557},
    {"cow/mid/MIDA 5.0.csv", "mid-dispute@5.0", 2'436},
    {"cow/mid/MIDA_4.01.csv", "mid-dispute@4.01", 2'586},
    {"cow/mid/MIDB 5.0.csv", "mid-participant@5.0", 5'883},
    {"cow/mid/MIDB_4.01.csv", "mid-participant@4.01", 6'132},
    {"cow/mid/MIDI 5.0.csv", "mid-incident@5.0", 4'483},
    {"cow/nmc/NMC-60-abridged.csv", "nmc@6.0", 15'951},
    {"cow/nmc/NMC_5_0.csv", "nmc@5.0", 15'171},
    {"cow/nmc/NMC_v4_0.csv", "nmc@4.0", 14'199},
    {"cow/nmc/converted_peacesciencer_NMC-70.csv", "nmc@7.0", 17'121},
    {"cow/states/COW-country-codes.csv", "cow-codes@undated", 243, 26},
    {"cow/states/majors2016.csv", "cow-majors@2016", 14},
    {"cow/states/states2016.csv", "cow-states@2016", 243},
    {"cow/states/system2016.csv", "cow-system@2016", 15'951},
    {"cow/trade/converted_peacesciencer_dyadic_trade_4.0_nondirected.csv.gz", "cow-trade@4.0", 673'654},
    {"cow/trade/converted_peacesciencer_national_trade_4.0.csv", "cow-trade-national@4.0", 14'410},
    {"cow/trade/national_trade_3.0.csv", "cow-trade-national@3.0", 12'696},
    {"cow/wars/Inter-StateWarData_v4.0.csv", "cow-war-participant@4.0", 337},
    {"cow/wars/directed_dyadic_war.csv", "cow-war-dyad@2018", 1'364},
    {"gml/gml-mida-2.1.csv", "gml-dispute@2.1", 2'199},
    {"gml/gml-midb-2.1.csv", "gml-participant@2.1", 5'300},
    {"gml/gml-ndy-disputes-2.1.csv", "gml-dyad-year@2.1", 5'169},
};

class PublishedSecurity : public testing::TestWithParam<Published> {};

TEST_P(PublishedSecurity, IsRecognisedAndImportedInFull) {
    fs::path const folder = fs::path(CASUS_SOURCE_DIR) / ".." / "shared" / "data";
    if (!fs::exists(folder)) GTEST_SKIP() << "no published files in " << folder;
    Published const& file = GetParam();
    Import const found = import_file(folder / file.path, {});
    Provenance const& provenance = found.provenance;
    EXPECT_EQ(provenance.dataset + '@' + provenance.version, file.release);
    EXPECT_EQ(provenance.rows_read, file.rows);
    EXPECT_EQ(provenance.rejected.size(), file.rejected);
    EXPECT_EQ(provenance.rows_kept, file.rows - file.rejected);
    for (Column const& column : found.table.columns) EXPECT_EQ(column.rows(), provenance.rows_kept) << column.name;
    for (Text const& note : provenance.notes)
        ADD_FAILURE() << "claims keys that the published file does not keep: " << note.en;
}

INSTANTIATE_TEST_SUITE_P(Files, PublishedSecurity, testing::ValuesIn(files), [](auto const& file) {
    std::string name = fs::path(file.param.path).filename().string();
    for (char& c : name)
        if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
    return std::to_string(file.index) + '_' + name;
});

} // namespace
} // namespace casus::data
