// What the tests of this room share: a small store of invented figures around 1995. The leader USA has the allies GBR,
// DNK and ISL by treaty 1 (defence, since 1949); treaty 2 with JPN is for consultation, 3 with POL ended in 1994, 4
// between RUS and BLR in the year itself. Majors: USA, GBR, RUS, CHN. RUS was a rival to 1989 and used force against GBR
// in 1990; CHN threatened USA in 1984. ISL has no regime, DNK no military spending.
#pragma once

#include "casus/data/store/store.hpp"
#include "casus/world/from_panel/world_of.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace casus::from_panel {

namespace test {

inline constexpr double none = data::missing<double>;

inline data::Column numbers(std::string name, std::vector<double> const& cells) {
    data::ColumnBuilder builder(std::move(name));
    for (double const cell : cells) {
        if (std::isnan(cell))
            builder.add_missing();
        else if (cell == std::floor(cell) && std::abs(cell) < 1e9)
            builder.add(static_cast<std::int64_t>(cell));
        else
            builder.add(cell);
    }
    return builder.finish();
}

inline data::Column words(std::string name, std::vector<std::string> const& cells) {
    data::ColumnBuilder builder(std::move(name));
    for (std::string const& cell : cells) builder.add(std::string_view(cell));
    return builder.finish();
}

/// Rows under names: {{"ccode", "year"}, {{2, 1995}, …}}.
inline data::Table table(std::vector<std::string> const& names, std::vector<std::vector<double>> const& rows) {
    data::Table result;
    for (std::size_t column = 0; column < names.size(); ++column) {
        std::vector<double> cells;
        for (std::vector<double> const& row : rows) cells.push_back(row.at(column));
        result.columns.push_back(numbers(names[column], cells));
    }
    return result;
}

} // namespace test

class SmallStore : public testing::Test {
protected:
    void SetUp() override {
        std::string name = (std::filesystem::temp_directory_path() / "casus-world-XXXXXX").string();
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        folder_ = name;
        store_ = std::make_unique<data::Store>(folder_ / "store.sqlite", data::Store::Access::Write);
        fill();
    }
    void TearDown() override {
        store_.reset();
        std::filesystem::remove_all(folder_);
    }

    void put(std::string const& dataset, std::string const& version, int first_year, int last_year,
             data::Table const& table) {
        data::Provenance provenance;
        provenance.dataset = dataset;
        provenance.version = version;
        provenance.sha256 = dataset + version;
        provenance.first_year = first_year;
        provenance.last_year = last_year;
        provenance.rows_read = provenance.rows_kept = table.rows();
        ASSERT_TRUE(store_->write(provenance, table));
    }

    [[nodiscard]] data::Store& store() { return *store_; }
    [[nodiscard]] static WorldRequest request(int year = 1995) { return {.year = year, .leader = "USA"}; }
    [[nodiscard]] std::filesystem::path const& folder() const { return folder_; }

    /// Everything wrong, a line each; empty where a world comes of it.
    [[nodiscard]] std::string problems(WorldRequest const& request) {
        std::string lines;
        try {
            (void)world_of(store(), request);
        } catch (Error const& error) {
            for (Problem problem : error.problems()) {
                problem.place = {};
                lines += render(problem, Language::English) + "\n";
            }
        }
        return lines;
    }

private:
    std::filesystem::path folder_;
    std::unique_ptr<data::Store> store_;

    void fill() {
        using test::none;
        using test::table;
        put("cow-states", "2016", 1816, 2016,
            table({"ccode", "styear", "stmonth", "stday", "endyear", "endmonth", "endday"},
                  {{2, 1816, 1, 1, 2016, 12, 31},
                   {200, 1816, 1, 1, 2016, 12, 31},
                   {290, 1918, 11, 3, 2016, 12, 31},
                   {365, 1816, 1, 1, 2016, 12, 31},
                   {370, 1991, 8, 25, 2016, 12, 31},
                   {390, 1816, 1, 1, 2016, 12, 31},
                   {395, 1944, 5, 17, 2016, 12, 31},
                   {710, 1860, 10, 25, 2016, 12, 31},
                   {740, 1860, 1, 1, 2016, 12, 31}}));
        put("cow-majors", "2016", 1816, 2016,
            table({"ccode", "styear", "endyear"},
                  {{2, 1898, 2016}, {200, 1816, 2016}, {365, 1922, 2016}, {710, 1950, 2016}, {740, 1895, 1945}}));
        put("nmc", "6.0", 1816, 2000,
            table({"ccode", "year", "cinc", "milex"}, {{2, 1995, 0.14, 300000000},
                                                       {200, 1995, 0.025, 40000000},
                                                       {290, 1995, 0.008, 4000000},
                                                       {365, 1995, 0.06, 80000000},
                                                       {370, 1995, 0.003, 1000000},
                                                       {390, 1995, 0.002, none},
                                                       {395, 1995, 0.0001, 0},
                                                       {710, 1995, 0.12, 33000000},
                                                       {740, 1995, 0.05, 50000000}}));
        data::Table gdp = table({"year", "gdp_usd"}, {{1995, 7.6e12},
                                                      {1995, 1.3e12},
                                                      {1995, 1.4e11},
                                                      {1995, 4.0e11},
                                                      {1995, 1.4e10},
                                                      {1995, 1.8e11},
                                                      {1995, 7.0e9},
                                                      {1995, 7.3e11},
                                                      {1995, 5.5e12}});
        gdp.columns.push_back(test::words("iso3c", {"USA", "GBR", "POL", "RUS", "BLR", "DNK", "ISL", "CHN", "JPN"}));
        put("worldbank-gdp", "wdi", 1960, 2000, gdp);
        put("vdem", "15", 1789, 2024,
            table({"cowcode", "year", "v2x_polyarchy", "v2x_polyarchy_sd"}, {{2, 1995, 0.87, 0.04},
                                                                             {200, 1995, 0.84, 0.03},
                                                                             {290, 1995, 0.86, 0.03},
                                                                             {365, 1995, 0.45, 0.05},
                                                                             {370, 1995, 0.35, 0.05},
                                                                             {390, 1995, 0.91, 0.02},
                                                                             {710, 1995, 0.09, 0.02},
                                                                             {740, 1995, 0.84, 0.03}}));
        data::Table capitals = table({"ccode", "lat", "lng"}, {{2, 38.9, -77.0},
                                                               {200, 51.5, -0.1},
                                                               {290, 52.2, 21.0},
                                                               {365, 59.9, 30.3},
                                                               {365, 55.8, 37.6},
                                                               {370, 53.9, 27.6},
                                                               {390, 55.7, 12.6},
                                                               {395, 64.1, -21.9},
                                                               {710, 39.9, 116.4},
                                                               {740, 35.7, 139.7}});
        capitals.columns.push_back(test::words("capital", {"Washington", "London", "Warsaw", "Petrograd", "Moscow",
                                                           "Minsk", "Copenhagen", "Reykjavik", "Beijing", "Tokyo"}));
        capitals.columns.push_back(
            test::words("stdate", {"1816-01-01", "1816-01-01", "1918-11-03", "1816-01-01", "1918-03-12", "1991-08-25",
                                   "1816-01-01", "1944-05-17", "1860-10-25", "1860-01-01"}));
        capitals.columns.push_back(
            test::words("enddate", {"2024-12-31", "2024-12-31", "2024-12-31", "1918-03-11", "2024-12-31", "2024-12-31",
                                    "2024-12-31", "2024-12-31", "2024-12-31", "2024-12-31"}));
        put("capitals", "2024", 1816, 2024, capitals);
        // Denmark and Poland face each other across up to 150 miles, Russia and China share a border.
        put("contiguity", "3.2", 1816, 2016,
            table({"statelno", "statehno", "conttype", "begin", "end"}, {{290, 370, 1, 199108, 201612},
                                                                         {365, 370, 1, 199108, 201612},
                                                                         {290, 390, 4, 191811, 201612},
                                                                         {365, 710, 1, 186010, 201612},
                                                                         {200, 390, 3, 181601, 201612},
                                                                         {200, 290, 1, 181601, 191410}}));
        put("mid-participant", "5.0", 1816, 2014,
            table({"dispnum", "ccode", "sidea", "revstate", "styear", "endyear", "hostlev"},
                  {{1, 365, 1, 1, 1990, 1990, 4},
                   {1, 200, 0, 0, 1990, 1990, 1},
                   {2, 710, 1, 0, 1984, 1984, 2},
                   {2, 2, 0, 0, 1984, 1984, 1},
                   {3, 365, 1, 1, 1995, 1995, 5},
                   {3, 390, 0, 0, 1995, 1995, 5}}));
        put("rivalry-tss", "2022", 1494, 2020, table({"ccode1", "ccode2", "start", "end"}, {{2, 365, 1945, 1989}}));
        std::vector<std::vector<double>> members;
        auto const member = [&](double treaty, double state, double from, double to, double defence, double consult) {
            members.push_back({treaty, state, from, 4, 4, to, to == 0 ? 0.0 : 6, to == 0 ? 0.0 : 30, 1, 0, defence, 0,
                               0, 0, consult});
        };
        for (double const state : {2, 200, 390, 395}) member(1, state, 1949, 0, 1, 1);
        for (double const state : {2, 740}) member(2, state, 1960, 0, 0, 1);
        for (double const state : {2, 290}) member(3, state, 1950, 1994, 1, 0);
        for (double const state : {365, 370}) member(4, state, 1992, 1995, 1, 0);
        put("atop-member", "5.1", 1815, 2018,
            table({"atopid", "member", "yrent", "moent", "dayent", "yrexit", "moexit", "dayexit", "phase", "obvary",
                   "defense", "offense", "neutral", "nonagg", "consul"},
                  members));
        put("cow-trade", "4.0", 1870, 2014,
            table({"ccode1", "ccode2", "year", "flow1", "flow2"},
                  {{2, 200, 1995, 27000, 28500}, {200, 365, 1995, none, 1500}, {2, 390, 1995, 2000, 1500}}));
        put("cow-trade-national", "4.0", 1870, 2014,
            table({"ccode", "year", "imports", "exports"}, {{200, 1995, 260000, 240000}}));
    }
};

} // namespace casus::from_panel
