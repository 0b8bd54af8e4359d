// S of valued ATOP 5.1 portfolios against the values that others have published (../shared/data/similarity): all
// dyad-years 1816–2018, absolute and squared distances, to their six decimals.
#include "casus/measure/similarity_columns.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace casus::measure {
namespace {

namespace fs = std::filesystem;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Rows of numbers below a header; an empty cell is NaN.
std::vector<std::vector<double>> numbers(fs::path const& path) {
    std::vector<std::vector<double>> rows;
    gzFile const file = gzopen(path.c_str(), "rb");
    std::array<char, 4096> line{};
    bool header = true;
    while (file != nullptr && gzgets(file, line.data(), static_cast<int>(line.size())) != nullptr) {
        if (std::exchange(header, false)) continue;
        std::vector<double>& row = rows.emplace_back();
        char const* const end = std::find_if(line.data(), line.data() + std::char_traits<char>::length(line.data()),
                                             [](char c) { return c == '\r' || c == '\n'; });
        for (char const* at = line.data(); at <= end;) {
            char const* const stop = std::find(at, end, ',');
            double value = nan;
            std::from_chars(at, stop, value);
            row.push_back(value);
            at = stop + 1;
        }
    }
    if (file != nullptr) gzclose(file);
    return rows;
}

/// The rank that the field gives to the obligations of a dyad: defence, offence, neutrality, non-aggression,
/// consultation.
std::size_t rank_of(std::vector<double> const& row) {
    if (row[3] == 1.0 || row[4] == 1.0) return 3;
    if (row[5] == 1.0 || row[7] == 1.0) return 2;
    return row[6] == 1.0 ? 1 : 0;
}

TEST(AllianceSimilarity, IsWhatOthersHavePublished) {
    fs::path const data = fs::path(CASUS_SOURCE_DIR) / "../shared/data";
    fs::path const published = data / "similarity/converted_fpsim_alliance_S_valued_atop5_1.csv.gz";
    if (!fs::exists(published)) GTEST_SKIP() << "no " << published;
    auto const expected = numbers(published);
    ASSERT_EQ(expected.size(), 994005u);
    std::map<int, std::set<int>> members;
    std::map<int, std::vector<std::vector<double> const*>> rows;
    for (auto const& row : expected) {
        int const year = static_cast<int>(row[2]);
        members[year].insert({static_cast<int>(row[0]), static_cast<int>(row[1])});
        rows[year].push_back(&row);
    }
    std::map<int, Portfolios> portfolios;
    auto const position = [&](int year, double state) {
        auto const& all = members.at(year);
        auto const found = all.find(static_cast<int>(state));
        return found == all.end() ? all.size() : static_cast<std::size_t>(std::distance(all.begin(), found));
    };
    for (auto const& [year, states] : members) {
        Portfolios& year_portfolios = portfolios.emplace(year, Portfolios(states.size(), states.size())).first->second;
        for (std::size_t i = 0; i < states.size(); ++i)
            for (std::size_t k = 0; k < states.size(); ++k) year_portfolios.set(i, k, i == k ? 3 : 0);
    }
    for (auto const& row : numbers(data / "atop/v5.1/converted_peacesciencer_atop5_1ddyr.csv.gz")) {
        int const year = static_cast<int>(row[2]);
        if (!members.contains(year)) continue;
        std::size_t const i = position(year, row[0]);
        std::size_t const k = position(year, row[1]);
        if (i < members[year].size() && k < members[year].size()) portfolios.at(year).set(i, k, rank_of(row));
    }
    std::size_t empty = 0;
    std::size_t differing = 0;
    for (auto const& [year, list] : rows) {
        std::vector<PairRow> pairs;
        for (auto const* row : list)
            pairs.push_back({.first = static_cast<std::uint32_t>(position(year, (*row)[0])),
                             .second = static_cast<std::uint32_t>(position(year, (*row)[1])),
                             .row = pairs.size()});
        std::vector<double> absolute(pairs.size());
        std::vector<double> squared(pairs.size());
        std::array const columns{
            SimilarityColumn{{SimilarityIndex::S, valued_ties, Distance::Absolute}, false, absolute},
            SimilarityColumn{{SimilarityIndex::S, valued_ties, Distance::Squared}, false, squared}};
        write_similarities(portfolios.at(year), nullptr, pairs, columns);
        for (std::size_t n = 0; n < list.size(); ++n) {
            auto const& row = *list[n];
            ASSERT_FALSE(std::isnan(absolute[n]) || std::isnan(squared[n]));
            if (std::isnan(row[3])) {
                ++empty;
                continue;
            }
            if (std::abs(absolute[n] - row[3]) > 5.0001e-7 || std::abs(squared[n] - row[4]) > 5.0001e-7) {
                ++differing;
                ADD_FAILURE() << row[0] << ' ' << row[1] << ' ' << year << ": " << absolute[n] << ", " << squared[n];
                ASSERT_LT(differing, 20u);
            }
        }
    }
    EXPECT_EQ(empty, 3728u);
}

} // namespace
} // namespace casus::measure
