#include "casus/fit/dyad_years.hpp"

#include "casus/base/error.hpp"
#include "casus/data/panel/published_store.hpp"
#include "casus/data/panel/written_store.hpp"
#include "casus/fit/dyad_support.hpp"
#include "casus/world/case_file/test_case.hpp"
#include "casus/world/derive.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace casus::fit {
namespace {

using data::testing_data::put;
using data::testing_data::table_of;
constexpr double degree = 6371.0088 * 3.14159265358979323846 / 180.0; // km, along the equator

data::Table capitals_on_the_equator(std::vector<std::pair<int, double>> const& places) {
    data::ColumnBuilder state("ccode"), from("stdate"), to("enddate"), lat("lat"), lng("lng");
    for (auto const& [number, longitude] : places) {
        state.add(std::int64_t{number});
        from.add(std::string_view("1900-01-01"));
        to.add(std::string_view("1910-12-31"));
        lat.add(0.0);
        lng.add(longitude);
    }
    data::Table table;
    for (auto* each : {&state, &from, &to, &lat, &lng}) table.columns.push_back(each->finish());
    return table;
}

/// What changes in the other store: everything that happens or is measured from 1906 on.
struct Later {
    double power = 1.0;
    int end_of_war = 1907;
    int level = 3;
    int one_more = 1909; ///< year of one more dispute
};

/// States 2, 20, 70 on one landmass (2–20–70) and 40 across the water. 40 attacks 2 in 1903, 70 comes to help; 40 attacks 2
/// again in 1905, until 1907. 2 and 70 owe each other defence from 1902 to 1906; 2 and 40 are rivals from 1901.
void fill_dyads(data::Store& store, Later const& later) {
    put(store, "cow-states", "2016", 1900, 1910,
        table_of({"ccode", "styear", "stmonth", "stday", "endyear", "endmonth", "endday"},
                 {{2, 1900, 1, 1, 1910, 12, 31},
                  {20, 1900, 1, 1, 1910, 12, 31},
                  {40, 1900, 1, 1, 1910, 12, 31},
                  {70, 1900, 1, 1, 1910, 12, 31}}));
    std::vector<std::vector<data::testing_data::Cell>> nmc, regimes;
    for (int year = 1900; year <= 1910; ++year)
        for (auto const& [state, power, spending] : {std::tuple{2, 0.4, 100.0}, std::tuple{20, 0.1, 60.0},
                                                     std::tuple{40, 0.3, 40.0}, std::tuple{70, 0.2, 0.0}}) {
            double const change = year < 1906 ? 1.0 : later.power;
            nmc.push_back({state, year, spending * change, 1, 1, 1, 1, 1, power * change});
            regimes.push_back({state, year, state == 2 ? 0.9 : 0.3 * change});
        }
    put(store, "nmc", "6.0", 1900, 1910,
        table_of({"ccode", "year", "milex", "milper", "irst", "pec", "tpop", "upop", "cinc"}, nmc));
    put(store, "vdem", "15", 1900, 1910, table_of({"cowcode", "year", "v2x_polyarchy"}, regimes));
    put(store, "contiguity", "3.2", 1900, 1910,
        table_of({"statelno", "statehno", "conttype", "begin", "end"},
                 {{2, 20, 1, 190001, 191012}, {20, 70, 1, 190001, 191012}, {2, 40, 4, 190001, 191012}}));
    put(store, "capitals", "2024", 1900, 1910, capitals_on_the_equator({{2, 0.0}, {20, 5.0}, {40, 60.0}, {70, 10.0}}));
    put(store, "atop-member", "5.1", 1900, 1910,
        table_of({"atopid", "member", "yrent", "moent", "dayent", "yrexit", "moexit", "dayexit", "phase", "obvary",
                  "term", "defense", "offense", "neutral", "nonagg", "consul"},
                 {{10, 2, 1902, 1, 1, 1906, 12, 31, 0, 0, 4, 1, 0, 0, 0, 0},
                  {10, 70, 1902, 1, 1, 1906, 12, 31, 0, 0, 4, 1, 0, 0, 0, 0}}));
    put(store, "mid-participant", "5.0", 1900, 1910,
        table_of({"dispnum", "ccode", "sidea", "orig", "revstate", "styear", "stmon", "stday", "endyear", "endmon",
                  "endday", "hostlev"},
                 {{1, 40, 1, 1, 1, 1903, 5, 1, 1903, 8, 1, 5},
                  {1, 2, 0, 1, 1, 1903, 5, 1, 1903, 8, 1, 4},
                  {1, 70, 0, 0, 0, 1903, 6, 1, 1903, 8, 1, 3},
                  {2, 40, 1, 1, 0, 1905, 3, 1, later.end_of_war, 2, 1, later.level},
                  {2, 2, 0, 1, 0, 1905, 3, 1, later.end_of_war, 2, 1, later.level},
                  {3, 20, 1, 1, 0, later.one_more, 3, 1, later.one_more, 4, 1, 5},
                  {3, 70, 0, 1, 0, later.one_more, 3, 1, later.one_more, 4, 1, 5}}));
    put(store, "rivalry-tss", "2022", 1900, 1910,
        table_of({"ccode1", "ccode2", "start", "end"}, {{2, 40, 1901, 1908}}));
}

class MadeUpYears : public testing::Test {
protected:
    case_file::TemporaryFolder folder_;

    DyadYears rows_of(DyadRequest const& request, Later const& later = {}) {
        std::filesystem::path const path = folder_.path() / "store.sqlite";
        std::filesystem::remove(path);
        {
            data::Store writing(path, data::Store::Access::Write);
            fill_dyads(writing, later);
        }
        return dyad_years(data::Store(path, data::Store::Access::Read), request);
    }
    static DyadRequest years(int first, int last) { return {.first_year = first, .last_year = last}; }
    static std::size_t row(DyadYears const& rows, int a, int b, int year) {
        for (std::size_t n = 0; n < rows.size(); ++n)
            if (rows.sender[n] == a && rows.target[n] == b && rows.year[n] == year) return n;
        return rows.size();
    }
};

TEST_F(MadeUpYears, HaveEveryDirectedPairThatWasThereTheYearBefore) {
    DyadYears const rows = rows_of(years(1817, 1910));
    EXPECT_EQ(rows.going_on, 4U); // 2 and 40, 1906 and 1907, both ways
    EXPECT_EQ(rows.lacking, 0U);
    EXPECT_EQ(rows.size(), 12U * 10U - 4U); // 1901 to 1910
    EXPECT_EQ(row(rows, 40, 2, 1900), rows.size());
    EXPECT_EQ(row(rows, 2, 40, 1906), rows.size());
    EXPECT_LT(row(rows, 2, 40, 1908), rows.size());
}

TEST_F(MadeUpYears, SayWhoBegan) {
    DyadYears const rows = rows_of(years(1817, 1910));
    std::size_t begun = 0;
    for (std::uint8_t const each : rows.initiates) begun += each;
    EXPECT_EQ(begun, 3U);
    for (auto const& [a, b, year] : {std::tuple{40, 2, 1903}, std::tuple{40, 2, 1905}, std::tuple{20, 70, 1909}})
        EXPECT_EQ(rows.initiates[row(rows, a, b, year)], 1) << a << " " << b;
    DyadRequest request = years(1817, 1910);
    request.beginners = Beginners::Joiners; // 40 against 70, which came to help
    DyadYears const joined = rows_of(request);
    EXPECT_EQ(joined.initiates[row(joined, 40, 70, 1903)], 1);
}

TEST_F(MadeUpYears, RememberPeaceAndHostility) {
    DyadYears const rows = rows_of(years(1817, 1910));
    auto const fades = [](int age) { return std::exp2(-age / 10.0); };
    std::size_t const first = row(rows, 40, 2, 1903);
    EXPECT_EQ(rows.peace[first], 3.0); // since both were there in 1900
    EXPECT_NEAR(rows.hostility[first], -std::expm1(-0.01 * (fades(2) + fades(1))), 1e-12);
    std::size_t const after = row(rows, 40, 2, 1904);
    EXPECT_EQ(rows.peace[after], 0.0);
    double const rival = 0.01 * (fades(3) + fades(2) + fades(1));
    // Two states stood in the dispute when it began, three by the end of its year.
    EXPECT_NEAR(rows.hostility[after], -std::expm1(-(0.5 * 1.0 * (1.0 - 1.0 / 3.0) * fades(1) + rival)), 1e-12);
    // 2 did not begin, but wanted things changed.
    EXPECT_NEAR(rows.hostility[row(rows, 2, 40, 1904)],
                -std::expm1(-(0.25 * 0.75 * (1.0 - 1.0 / 3.0) * fades(1) + rival)), 1e-12);
    EXPECT_EQ(rows.hostility[row(rows, 2, 20, 1904)], 0.01);
    EXPECT_EQ(rows.peace[row(rows, 40, 2, 1908)], 0.0);
    EXPECT_EQ(rows.peace[row(rows, 40, 70, 1906)], 2.0);
}

TEST_F(MadeUpYears, HavePlaceStrengthAndSupportOfTheYearBefore) {
    DyadYears const rows = rows_of(years(1817, 1910));
    std::size_t const n = row(rows, 40, 2, 1903);
    EXPECT_EQ(rows.sender_power[n], 0.3);
    EXPECT_EQ(rows.target_power[n], 0.4);
    EXPECT_NEAR(rows.distance[n], 60.0 * degree, 1e-6);
    EXPECT_EQ(rows.contiguity[n], 0.0); // across 150 miles of water
    EXPECT_EQ(rows.barrier[n], 0.0);
    EXPECT_NEAR(rows.closeness[n], std::exp(-60.0 * degree / 6000.0), 1e-12);
    EXPECT_EQ(rows.closeness[row(rows, 2, 20, 1903)], 1.0);
    std::size_t const by_way = row(rows, 2, 70, 1903); // joined by way of 20
    EXPECT_EQ(rows.barrier[by_way], 1.0);
    EXPECT_NEAR(rows.closeness[by_way], std::exp(-10.0 * degree / 6000.0), 1e-12); // by sea is the shorter way
    EXPECT_NEAR(rows.target_support[n], 0.2 * std::exp(-10.0 * degree / 6000.0), 1e-12);
    EXPECT_EQ(rows.sender_support[n], 0.0);
    EXPECT_EQ(rows.target_support[row(rows, 40, 2, 1902)], 0.0); // the pact is of 1902
    EXPECT_EQ(rows.target_support[row(rows, 70, 2, 1903)], 0.0); // no help against oneself
    EXPECT_NEAR(rows.sender_offence[n], offence_from_spending(0.2 * world_spending), 1e-12);
    EXPECT_EQ(rows.joint_democracy[n], 0.3);
}

void expect_same_columns(DyadYears const& one, DyadYears const& other, std::size_t rows) {
    auto const same = [rows](auto const& a, auto const& b, char const* name) {
        ASSERT_GE(a.size(), rows);
        ASSERT_GE(b.size(), rows);
        for (std::size_t n = 0; n < rows; ++n)
            EXPECT_TRUE(a[n] == b[n] || (a[n] != a[n] && b[n] != b[n])) << name << " " << n;
    };
    same(one.year, other.year, "year");
    same(one.initiates, other.initiates, "initiates");
    same(one.sender_power, other.sender_power, "power");
    same(one.closeness, other.closeness, "closeness");
    same(one.hostility, other.hostility, "hostility");
    same(one.peace, other.peace, "peace");
    same(one.sender_offence, other.sender_offence, "offence");
    same(one.sender_support, other.sender_support, "sender support");
    same(one.target_support, other.target_support, "target support");
    same(one.joint_democracy, other.joint_democracy, "democracy");
}

TEST_F(MadeUpYears, KnowNothingOfWhatComesLater) {
    DyadYears const as_it_was = rows_of(years(1817, 1906));
    DyadYears const otherwise =
        rows_of(years(1817, 1906), {.power = 0.5, .end_of_war = 1908, .level = 5, .one_more = 1907});
    EXPECT_EQ(as_it_was.size(), otherwise.size());
    expect_same_columns(as_it_was, otherwise, as_it_was.size());
    // The change would be seen: 1908 has its hostility from it.
    DyadYears const later = rows_of(years(1908, 1910));
    DyadYears const changed = rows_of(years(1908, 1910), {.power = 0.5, .level = 5});
    EXPECT_NE(later.hostility[row(later, 40, 2, 1908)], changed.hostility[row(changed, 40, 2, 1908)]);
    EXPECT_NE(later.sender_power[0], changed.sender_power[0]);
}

TEST_F(MadeUpYears, RefuseYearsWithoutDisputes) {
    EXPECT_THROW((void)rows_of(years(1900, 1911)), Error);
    EXPECT_THROW((void)rows_of(years(1816, 1905)), Error);
}

TEST(Landmasses, JoinNeighbourByNeighbourYearByYear) {
    Landmasses land(1900, 1901);
    land.join(3, 5, 1900);
    land.join(5, 9, 1900);
    EXPECT_TRUE(land.joined(3, 9, 1900));
    EXPECT_FALSE(land.joined(3, 9, 1901));
    EXPECT_FALSE(land.joined(3, 4, 1900));
}

// --- published files --------------------------------------------------------------------------------------------------

/// What the distributors' rows say, one by one.
class PublishedRows {
public:
    explicit PublishedRows(std::string const& dataset, std::vector<std::string> const& columns)
        : table_(data::testing_data::published_store().read(dataset, columns)) {}
    [[nodiscard]] std::size_t rows() const { return table_.rows(); }
    [[nodiscard]] double at(char const* column, std::size_t row) const { return table_[column].number(row); }

private:
    data::Table table_;
};

std::set<int> onsets_in_file(int a, int b) {
    PublishedRows const mid("mid-participant", {"dispnum", "ccode", "sidea", "orig", "styear", "endyear"});
    std::set<int> years;
    for (std::size_t one = 0; one < mid.rows(); ++one) {
        if (mid.at("ccode", one) != a || mid.at("sidea", one) != 1 || mid.at("orig", one) != 1) continue;
        for (std::size_t other = 0; other < mid.rows(); ++other)
            if (mid.at("dispnum", other) == mid.at("dispnum", one) && mid.at("ccode", other) == b &&
                mid.at("sidea", other) == 0 && mid.at("orig", other) == 1)
                years.insert(static_cast<int>(std::max(mid.at("styear", one), mid.at("styear", other))));
    }
    return years;
}

double power_in_file(int state, int year) {
    static PublishedRows const nmc("nmc", {"ccode", "year", "cinc"});
    for (std::size_t row = 0; row < nmc.rows(); ++row)
        if (nmc.at("ccode", row) == state && nmc.at("year", row) == year) return nmc.at("cinc", row);
    return -1.0;
}

TEST(DyadYearsOfPublishedFiles, AreWhatAPlainReadingOfTheFilesGives) {
    if (!data::testing_data::have_shared_data()) GTEST_SKIP() << "no ../shared/data";
    DyadYears const rows = dyad_years(data::testing_data::published_store(), {.first_year = 1817, .last_year = 2010});
    EXPECT_GT(rows.size(), 1'500'000U);
    for (auto const& [a, b] : {std::pair{2, 93}, std::pair{365, 710}, std::pair{651, 666}, std::pair{200, 300},
                               std::pair{750, 770}, std::pair{731, 732}}) {
        std::set<int> const onsets = onsets_in_file(a, b);
        std::size_t seen = 0;
        for (std::size_t n = 0; n < rows.size(); ++n) {
            if (rows.sender[n] != a || rows.target[n] != b) continue;
            ++seen;
            EXPECT_EQ(rows.initiates[n] == 1, onsets.contains(rows.year[n])) << a << " " << b << " " << rows.year[n];
            if (rows.year[n] % 10 == 0) {
                EXPECT_EQ(rows.sender_power[n], power_in_file(a, rows.year[n] - 1)) << a << " " << rows.year[n];
                EXPECT_EQ(rows.target_power[n], power_in_file(b, rows.year[n] - 1)) << b << " " << rows.year[n];
            }
        }
        EXPECT_GE(seen, 30U) << a << " " << b;
    }
}

} // namespace
} // namespace casus::fit
