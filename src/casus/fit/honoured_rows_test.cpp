#include "casus/fit/honoured_rows.hpp"

#include "casus/base/error.hpp"
#include "casus/data/panel/written_store.hpp"
#include "casus/world/random_world.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace casus::fit {
namespace {

using data::testing_data::put;
using data::testing_data::table_of;

/// War 1 of 1901: 2 (power 0.1) against 40 (0.3). War 2 of 1901: 30 (0.1) against 50 (0.9). Treaty 10 binds 2, 20 (0.2) and
/// 21 (0.05); treaty 11 binds 20 and 30. 20 is a democracy, 21 is none.
class HonouredStore : public testing::Test {
protected:
    std::filesystem::path path = std::filesystem::temp_directory_path() /
                                 ("casus-honoured-" + std::to_string(static_cast<long>(getpid())) + ".sqlite");

    void SetUp() override {
        std::filesystem::remove(path);
        data::Store store(path, data::Store::Access::Write);
        put(store, "cow-war-participant", "4.0", 1900, 1905,
            table_of({"warnum", "ccode", "side", "startyear1", "endyear1"},
                     {{1, 2, 1, 1901, 1902}, {1, 40, 2, 1901, 1902}, {2, 30, 1, 1901, 1901}, {2, 50, 2, 1901, 1901}}));
        put(store, "nmc", "7.0", 1900, 1905,
            table_of({"ccode", "year", "cinc"}, {{2, 1901, 0.1},
                                                 {20, 1901, 0.2},
                                                 {21, 1901, 0.05},
                                                 {40, 1901, 0.3},
                                                 {30, 1901, 0.1},
                                                 {50, 1901, 0.9}}));
        put(store, "polity", "5v2018", 1900, 1905,
            table_of({"ccode", "year", "polity2"}, {{20, 1901, 8}, {21, 1901, -5}}));
        std::vector<std::vector<data::testing_data::Cell>> members;
        for (auto const& [treaty, state] :
             std::vector<std::pair<int, int>>{{10, 2}, {10, 20}, {10, 21}, {11, 20}, {11, 30}})
            members.push_back({treaty, state, 1900, 1, 1, 0, {}, {}, 0, 0, 0, 1, 0, 0, 0, 0});
        put(store, "atop-member", "5.1", 1900, 1904,
            table_of({"atopid", "member", "yrent", "moent", "dayent", "yrexit", "moexit", "dayexit", "phase", "obvary",
                      "term", "defense", "offense", "neutral", "nonagg", "consul"},
                     members));
    }
    void TearDown() override {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
    }

    /// Rows in the order of Leeds and Anac's columns.
    [[nodiscard]] HonouredRows read(std::vector<std::vector<double>> const& rows) const {
        std::vector<std::string> const columns = honoured_columns(
            {"war", "atopid", "ccode1", "honor3", "milinst", "formal", "chcap2d", "dinstch2", "origtar1", "wartime"});
        estimate::Frame frame{.name = "f.csv", .rows = rows.size(), .variables = {}, .names = columns};
        for (std::size_t c = 0; c < columns.size(); ++c) {
            estimate::Variable variable{.name = columns[c]};
            for (std::vector<double> const& row : rows) variable.numbers.push_back(row[c]);
            frame.variables.push_back(std::move(variable));
        }
        return honoured_rows(frame, data::Store(path, data::Store::Access::Read), parameters);
    }

    Parameters parameters = random_parameters(1);
};

TEST_F(HonouredStore, PredictsFromSidesPowersAndCalls) {
    HonouredRows const all = read({{1, 10, 2, 0, 1, 0, 0, 0, 1, 0}});
    ASSERT_EQ(all.rows.size(), 1U);
    HonouredRow const& row = all.rows.front();
    EXPECT_EQ(row.year, 1901);
    EXPECT_EQ(row.ally, 20);
    EXPECT_FALSE(row.honoured);
    EXPECT_EQ(row.published.size(), 6U);
    EXPECT_EQ(row.democratic, 0.5);
    EXPECT_NEAR(row.dependence, 0.3 / 0.4, 1e-12);
    double const calls = 0.8 * (0.3 / 0.4 + 0.9 / 1.0); // both wars call on 20
    EXPECT_NEAR(row.spread_thin, std::min(1.0, 1.5 / calls), 1e-12);
    double const shares = (0.2 * 0.2 + 0.3 * 0.3) / 0.25;
    double const exit =
        std::clamp(parameters[Parameter::ExitFloor] + parameters[Parameter::ExitSlope] * (1.0 - shares), 0.0, 1.0);
    EXPECT_NEAR(row.exit, exit, 1e-12);
    EXPECT_NEAR(row.broken, 1.0 - 0.8 * row.spread_thin * (1.0 - exit), 1e-12);
    EXPECT_NEAR(row.abandonment, row.dependence * row.broken, 1e-12);
}

TEST_F(HonouredStore, SaysWhatItLeavesOut) {
    double const unknown = std::nan("");
    HonouredRows const all = read({{1, 10, 2, 1, 1, 0, 0, 0, 1, 0},
                                   {1, 10, 20, 1, 1, 0, 0, 0, 1, 0},
                                   {9, 10, 2, 1, 1, 0, 0, 0, 1, 0},
                                   {1, 10, 2, 1, unknown, 0, 0, 0, 1, 0}});
    EXPECT_EQ(all.rows.size(), 1U);
    ASSERT_EQ(all.notes.size(), 3U);
    EXPECT_EQ(all.notes[0].en, "1 rows left out: holder not in the war");
    EXPECT_EQ(all.notes[2].en, "1 rows left out: war unknown");
    EXPECT_THROW((void)read({{9, 10, 2, 1, 1, 0, 0, 0, 1, 0}}), Error);
}

} // namespace
} // namespace casus::fit
