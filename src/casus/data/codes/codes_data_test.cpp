// The table of states against the lists that the distributors publish, year by year.
#include "casus/data/codes/codes.hpp"

#include "casus/base/csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace casus::data {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;
using enum StateCode;

fs::path const folder = fs::path(CASUS_SOURCE_DIR) / "../shared/data";

/// Bytes of a file, unzipped where it was gzip.
std::string content_of(fs::path const& path) {
    std::string content;
    gzFile const file = gzopen(path.c_str(), "rb");
    if (file == nullptr) return content;
    std::string piece(1 << 16, '\0');
    for (int got = 0; (got = gzread(file, piece.data(), static_cast<unsigned>(piece.size()))) > 0;)
        content.append(piece, 0, static_cast<std::size_t>(got));
    gzclose(file);
    return content;
}

/// Rows of a published file by column name.
class Published {
public:
    explicit Published(std::string const& path) : rows_(read_csv(content_of(folder / path), path)) {}

    [[nodiscard]] std::size_t size() const { return rows_.size() - 1; }
    [[nodiscard]] std::string const& operator()(std::size_t row, std::string_view column) const {
        CsvRow const& header = rows_.front();
        auto const found =
            std::find_if(header.begin(), header.end(), [&](auto const& each) { return each.text == column; });
        return rows_[row + 1].at(static_cast<std::size_t>(found - header.begin())).text;
    }

private:
    std::vector<CsvRow> rows_;
};

using YearsOf = std::map<int, std::set<int>>; ///< by number

/// What our table says up to the last year of a list.
YearsOf our_years(int StateEra::*number, int last_year) {
    YearsOf years;
    for (StateEra const& era : all_state_eras())
        if (era.*number != 0)
            for (int year = era.first_year; year <= std::min(era.last_year, last_year); ++year)
                years[era.*number].insert(year);
    std::erase_if(years, [](auto const& entry) { return entry.second.empty(); });
    return years;
}

void add(YearsOf& years, int number, int first, int last) {
    for (int year = first; year <= last; ++year) years[number].insert(year);
}

class CodesAgainstData : public testing::Test {
protected:
    void SetUp() override {
        if (!fs::exists(folder)) GTEST_SKIP() << "no data in " << folder;
    }
};

TEST_F(CodesAgainstData, EveryMemberOfTheCowSystemInEveryYear) {
    Published const file("cow/states/states2016.csv");
    ASSERT_EQ(file.size(), 243U);
    YearsOf years;
    for (std::size_t i = 0; i < file.size(); ++i) {
        int const number = std::stoi(file(i, "ccode"));
        int const first = std::stoi(file(i, "styear"));
        int const last = std::stoi(file(i, "endyear"));
        add(years, number, first, last);
        for (int const year : {first, last}) {
            StateEra const* const era = find_state(Cow, number, Year(year));
            ASSERT_NE(era, nullptr) << number << ' ' << year;
            EXPECT_EQ(era->cow_letters, file(i, "stateabb"));
        }
    }
    EXPECT_EQ(our_years(&StateEra::cow, 2016), years);
}

TEST_F(CodesAgainstData, EveryNumberAndLettersOfTheCowCountryCodes) {
    Published const file("cow/states/COW-country-codes.csv");
    for (std::size_t i = 0; i < file.size(); ++i) {
        std::vector<StateEra const*> const eras = eras_of(Cow, file(i, "CCode"));
        ASSERT_FALSE(eras.empty()) << file(i, "StateNme");
        EXPECT_EQ(eras.front()->cow_letters, file(i, "StateAbb"));
    }
}

TEST_F(CodesAgainstData, EveryStateOfGleditschAndWardInEveryYear) {
    Published const file("gleditsch_ward/converted_isard_gw_system.csv");
    YearsOf years;
    for (std::size_t i = 0; i < file.size(); ++i)
        add(years, std::stoi(file(i, "gwcode")), std::stoi(file(i, "start")), std::stoi(file(i, "end")));
    EXPECT_EQ(our_years(&StateEra::gleditsch_ward, 2020), years);
}

TEST_F(CodesAgainstData, EveryStateOfTheOtherGleditschWardLists) {
    YearsOf const ours = our_years(&StateEra::gleditsch_ward, 9999);
    auto const agree = [&](int number, int first, int last) {
        EXPECT_TRUE(ours.contains(number)) << number;
        for (int year = first; year <= last; ++year)
            EXPECT_TRUE(ours.at(number).contains(year)) << number << ' ' << year;
    };
    Published const older("gleditsch_ward/converted_gwstates.csv");
    for (std::size_t i = 0; i < older.size(); ++i)
        agree(std::stoi(older(i, "Cow Nr.")), std::stoi(older(i, "Start").substr(6)),
              std::stoi(older(i, "End").substr(6)));
    Published const with_small("gleditsch_ward/polities_mssl_gleditschward_states.csv");
    for (std::size_t i = 0; i < with_small.size(); ++i)
        agree(std::stoi(with_small(i, "gwcode")), std::stoi(with_small(i, "gw_start")),
              std::stoi(with_small(i, "gw_end")));
}

/// "iso3 cow first–last" of the rows of the ideal points whose code we take for another state or for none.
std::set<std::string> disagreements(Published const& file) {
    std::map<std::string, std::pair<int, int>> found;
    for (std::size_t i = 0; i < file.size(); ++i) {
        std::string const& iso3 = file(i, "iso3c");
        if (iso3.empty()) continue;
        int const year = std::stoi(file(i, "year"));
        StateEra const* const era = find_state(Iso3, iso3, Year(year));
        if (era != nullptr && std::to_string(era->cow) == file(i, "ccode")) continue;
        auto const [place, is_new] = found.try_emplace(iso3 + ' ' + file(i, "ccode"), year, year);
        place->second.first = std::min(place->second.first, year);
        place->second.second = std::max(place->second.second, year);
    }
    std::set<std::string> list;
    for (auto const& [pair, years] : found)
        list.insert(pair + ' ' + std::to_string(years.first) + "–" + std::to_string(years.second));
    return list;
}

TEST_F(CodesAgainstData, IsoAndCowCodesOfTheIdealPoints) {
    // Members of the United Nations before they were states, Russia for the Soviet Union, Yugoslavia after its end,
    // and YAR, which ISO never assigned.
    EXPECT_THAT(disagreements(Published("recent/unga/converted_IdealpointsJuly2025.csv")),
                testing::ElementsAre("BLR 370 1946–1990", "IND 750 1946–1946", "RUS 365 1946–1990", "TWN 713 1946–1948",
                                     "UKR 369 1946–1990", "YAR 678 1947–1989", "YAR 680 1967–1989",
                                     "YUG 345 2004–2024"));
}

TEST_F(CodesAgainstData, IsoAndCowCodesOfVDem) {
    Published const file("regime/converted_democracyData_vdem_simple.csv.gz");
    std::set<std::string> found;
    std::size_t same = 0;
    for (std::size_t i = 0; i < file.size(); ++i) {
        StateEra const* const era = find_state(Cow, file(i, "vdem_cowcode"), Year(std::stoi(file(i, "year"))));
        if (era == nullptr) continue;
        std::string const& theirs = file(i, "country_text_id");
        if (era->iso3 == theirs)
            ++same;
        else if (!era->iso3.empty() || !eras_of(Iso3, theirs).empty())
            found.insert(theirs + " for " + era->name.en);
    }
    EXPECT_GT(same, 15000U);
    // Its codes follow a country through all its states; and VDR is its South Vietnam.
    EXPECT_THAT(found, testing::ElementsAre("AUT for Austria-Hungary", "AUT for Austrian Empire",
                                            "CZE for Czechoslovakia", "KOR for Korea", "RUS for Soviet Union",
                                            "SRB for Serbia and Montenegro", "SRB for Yugoslavia",
                                            "VDR for Republic of Vietnam", "VNM for Democratic Republic of Vietnam"));
}

TEST_F(CodesAgainstData, NamesAndCodesOfTheIsoReferenceTable) {
    Published const file("recent/reference/converted_mledoze_countries.csv");
    std::set<std::string> codes;
    std::set<std::string> names;
    for (std::size_t i = 0; i < file.size(); ++i) {
        std::string const iso3 = file(i, "cca3") == "UNK" ? "XKX" : file(i, "cca3");
        auto const is_it = [&](StateCode system, std::string const& code) {
            StateEra const* const era = find_state(system, code, Year(2020));
            return era != nullptr && era->iso3 == iso3;
        };
        if (!is_it(Iso3, file(i, "cca3"))) codes.insert(file(i, "cca3"));
        if (!is_it(Iso2, file(i, "cca2"))) codes.insert(file(i, "cca2"));
        if (file(i, "un_member") != "True") continue;
        for (char const* const column : {"name_en_common", "name_en_official", "name_zh_common", "name_zh_official"})
            if (!is_it(Name, file(i, column))) names.insert(file(i, column));
    }
    EXPECT_THAT(codes, IsEmpty());
    // Congo is ambiguous; the table calls Dominica by the Chinese name of the Dominican Republic.
    EXPECT_THAT(names, testing::UnorderedElementsAre("Congo", "刚果", "多米尼加", "多米尼加共和国"));
}

TEST_F(CodesAgainstData, NamesOfTheWorldBankStandForTheStateOfItsCode) {
    Published const file("worldbank/gdp.csv");
    std::set<std::string> names;
    for (std::size_t i = 0; i < file.size(); ++i) {
        Year const year(std::stoi(file(i, "Year")));
        StateEra const* const era = find_state(Iso3, file(i, "Country Code"), year);
        if (era == nullptr || era->cow == 0) continue;
        if (find_state(Name, file(i, "Country Name"), year) != era) names.insert(file(i, "Country Name"));
    }
    // West and East Germany until 1989.
    EXPECT_THAT(names, testing::ElementsAre("Germany"));
}

/// Names of a list whose years do not give its own number.
template <class Row> std::set<std::string> misread(Published const& file, StateCode system, Row const& row) {
    std::set<std::string> names;
    for (std::size_t i = 0; i < file.size(); ++i) {
        auto const [name, number, year] = row(file, i);
        StateEra const* const era = find_state(Name, name, Year(year));
        if (era == nullptr || code_of(*era, system) != number) names.insert(name);
    }
    return names;
}

TEST_F(CodesAgainstData, NamesOfTheStateLists) {
    EXPECT_THAT(misread(Published("cow/states/states2016.csv"), Cow,
                        [](Published const& file, std::size_t i) {
                            return std::tuple(file(i, "statenme"), file(i, "ccode"), std::stoi(file(i, "styear")));
                        }),
                testing::ElementsAre("Congo", "Vietnam"));
    EXPECT_THAT(misread(Published("gleditsch_ward/converted_isard_gw_system.csv"), GleditschWard,
                        [](Published const& file, std::size_t i) {
                            return std::tuple(file(i, "gw_name"), file(i, "gwcode"), std::stoi(file(i, "start")));
                        }),
                testing::ElementsAre("Congo"));
}

} // namespace
} // namespace casus::data
