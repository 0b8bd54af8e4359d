#include "casus/data/panel/frame.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

namespace casus::data {
namespace {

Spell between(int from_year, int from_month, int from_day, int to_year, int to_month, int to_day) {
    return {day_number(from_year, from_month, from_day), day_number(to_year, to_month, to_day)};
}

/// 1: always; 2: dies on 31 March 1902; 3: born on 1 April 1902; 4: away from 1901 to 1903.
StateSystem four_states() {
    return {System::Cow,
            {{4, {between(1900, 1, 1, 1901, 6, 30), between(1903, 2, 1, 1905, 12, 31)}},
             {1, {between(1900, 1, 1, 1905, 12, 31)}},
             {3, {between(1902, 4, 1, 1905, 12, 31)}},
             {2, {between(1900, 1, 1, 1902, 3, 31)}}},
            1905};
}

using Key = std::tuple<int, int, int>;

std::vector<Key> keys_of(Frame const& frame) {
    std::vector<Column> const keys = frame.keys(2);
    std::vector<Key> result;
    for (std::size_t row = 0; row < frame.rows(); ++row)
        result.emplace_back(static_cast<int>(keys.front().number(row)),
                            static_cast<int>(keys[keys.size() - 2].number(row)),
                            static_cast<int>(keys.back().number(row)));
    return result;
}

TEST(Day, CountsFromTheFirstOfJanuary1800) {
    EXPECT_EQ(day_number(1800, 1, 1), 0);
    EXPECT_EQ(day_number(1800, 12, 31), 364); // 1800 was no leap year
    EXPECT_EQ(day_number(1900, 3, 1) - day_number(1900, 2, 28), 1);
    EXPECT_EQ(day_number(2000, 3, 1) - day_number(2000, 2, 28), 2);
    for (int const day : {-1, 0, 364, 365, 36524, 73048}) EXPECT_LE(day_number(year_of_day(day), 1, 1), day);
    EXPECT_EQ(year_of_day(day_number(1913, 12, 31)), 1913);
    EXPECT_EQ(year_of_day(day_number(1914, 1, 1)), 1914);
}

TEST(Day, TakesTheNearestWhereItIsUnknown) {
    EXPECT_EQ(first_day_number(1950, 0, 0), day_number(1950, 1, 1));
    EXPECT_EQ(first_day_number(1950, -9, 12), day_number(1950, 1, 1));
    EXPECT_EQ(last_day_number(1950, 0, 0), day_number(1950, 12, 31));
    EXPECT_EQ(last_day_number(1950, 2, 0), day_number(1950, 2, 28));
    EXPECT_EQ(first_day_number(1951, 2, 30), day_number(1951, 2, 28));
}

TEST(StateSystem, KnowsItsMembersByNumberAndYear) {
    StateSystem const system = four_states();
    ASSERT_EQ(system.size(), 4U);
    EXPECT_EQ(system.states()[0].number, 1);
    EXPECT_EQ(system.find(4), 3U);
    EXPECT_EQ(system.find(5), std::nullopt);
    EXPECT_EQ(system.find(-1), std::nullopt);
    EXPECT_EQ(system.first_year(), 1900);
    EXPECT_TRUE(system.member(3, 1901));
    EXPECT_FALSE(system.member(3, 1902));
    EXPECT_TRUE(system.member(3, 1903));
    EXPECT_FALSE(system.member_between(3, day_number(1903, 1, 1), day_number(1903, 1, 31)));
}

TEST(Frame, GivesAPairTheYearsInWhichTheyShareADay) {
    StateSystem const system = four_states();
    Frame const frame(system, Unit::DyadYear, 1901, 1904);
    // 2 and 3 share the year 1902 but no day of it.
    EXPECT_EQ(keys_of(frame), (std::vector<Key>{{1, 2, 1901},
                                                {1, 2, 1902},
                                                {1, 3, 1902},
                                                {1, 3, 1903},
                                                {1, 3, 1904},
                                                {1, 4, 1901},
                                                {1, 4, 1903},
                                                {1, 4, 1904},
                                                {2, 4, 1901},
                                                {3, 4, 1903},
                                                {3, 4, 1904}}));
    EXPECT_EQ(frame.runs_of(0, 3).size(), 2U); // 1 and 4, before and after 4 was away
    EXPECT_EQ(frame.runs_of(1, 2).size(), 0U);
    EXPECT_EQ(frame.runs_of(2, 0).size(), 0U); // undirected: the lower number stands first
}

TEST(Frame, HasBothDirectionsOfDirectedPairs) {
    StateSystem const system = four_states();
    Frame const undirected(system, Unit::DyadYear, 1900, 1905);
    Frame const directed(system, Unit::DirectedDyadYear, 1900, 1905);
    EXPECT_EQ(directed.rows(), 2 * undirected.rows());
    std::vector<Key> const keys = keys_of(directed);
    EXPECT_TRUE(std::ranges::is_sorted(keys));
    EXPECT_EQ(std::ranges::adjacent_find(keys), keys.end());
}

TEST(Frame, FindsTheRowOfAPairAndYear) {
    StateSystem const system = four_states();
    Frame const frame(system, Unit::DirectedDyadYear, 1900, 1905);
    std::vector<Key> const keys = keys_of(frame);
    std::size_t found = 0;
    for (std::size_t first = 0; first < 4; ++first)
        for (std::size_t second = 0; second < 4; ++second)
            for (int year = 1899; year <= 1906; ++year)
                if (auto const row = frame.row(first, second, year)) {
                    ++found;
                    EXPECT_EQ(keys[*row], Key(system.states()[first].number, system.states()[second].number, year));
                }
    EXPECT_EQ(found, frame.rows());
}

TEST(Frame, ListsSingleStates) {
    StateSystem const system = four_states();
    Frame const frame(system, Unit::CountryYear, 1901, 1903);
    EXPECT_EQ(keys_of(frame), (std::vector<Key>{{1, 1, 1901},
                                                {1, 1, 1902},
                                                {1, 1, 1903},
                                                {2, 2, 1901},
                                                {2, 2, 1902},
                                                {3, 3, 1902},
                                                {3, 3, 1903},
                                                {4, 4, 1901},
                                                {4, 4, 1903}}));
    EXPECT_EQ(frame.keys(1).size(), 2U);
}

TEST(Frame, JoinsSpellsThatMeetInAYear) {
    StateSystem const system(System::Cow,
                             {{1, {between(1900, 1, 1, 1901, 3, 1), between(1901, 9, 1, 1902, 12, 31)}},
                              {2, {between(1900, 1, 1, 1902, 12, 31)}}},
                             1902);
    Frame const frame(system, Unit::DyadYear, 1900, 1902);
    ASSERT_EQ(frame.runs().size(), 1U);
    EXPECT_EQ(frame.rows(), 3U);
}

TEST(Frame, MayHaveNoRows) {
    StateSystem const system = four_states();
    Frame const frame(system, Unit::DyadYear, 1950, 1960);
    EXPECT_EQ(frame.rows(), 0U);
    EXPECT_EQ(frame.keys(2)[0].rows(), 0U);
}

} // namespace
} // namespace casus::data
