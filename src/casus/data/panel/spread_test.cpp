#include "casus/data/panel/spread.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace casus::data {
namespace {

using testing::ElementsAre;

constexpr double na = missing<double>;

StateSystem three_states() {
    Spell const always{day_number(1900, 1, 1), day_number(1904, 12, 31)};
    return {System::Cow, {{2, {always}}, {20, {always}}, {40, {{day_number(1902, 5, 1), always.last_day}}}}, 1904};
}

/// Numbers of a column, −1000 for missing.
std::vector<double> numbers(Column const& column) {
    std::vector<double> result;
    for (std::size_t row = 0; row < column.rows(); ++row)
        result.push_back(column.is_missing(row) ? -1000.0 : column.number(row));
    return result;
}

PairSeries series_of(std::vector<PairSpell> spells) {
    PairSeries series;
    series.name = "tie";
    series.coverage = {1901, 1903};
    series.otherwise = 0.0;
    series.spells = std::move(spells);
    return series;
}

class SpreadOfPairs : public testing::Test {
protected:
    StateSystem system = three_states();
    Frame undirected{system, Unit::DyadYear, 1900, 1904};
    Frame directed{system, Unit::DirectedDyadYear, 1900, 1904};

    static std::vector<double> rows_of(Frame const& frame, PairSeries const& series, std::size_t first,
                                       std::size_t second) {
        std::vector<Spread> const laid = spread(frame, {}, std::span(&series, 1), 2);
        EXPECT_EQ(laid[0].missing, count_missing(laid[0].column));
        std::vector<double> const all = numbers(laid[0].column);
        data::Run const run = frame.runs_of(first, second).front();
        return {all.begin() + static_cast<long>(run.row), all.begin() + static_cast<long>(run.row + run.years())};
    }
};

TEST(SpreadOfStates, StandsTwiceInPanelsOfPairs) {
    StateSystem const system = three_states();
    StateSeries series;
    series.name = "power";
    series.coverage = {1901, 1902};
    series.width = Width::Flag;
    series.values = {1, 2, na, 4, 5, 6};
    Frame const pairs(system, Unit::DyadYear, 1900, 1903);
    std::vector<Spread> const laid = spread(pairs, std::span(&series, 1), {}, 2);
    ASSERT_EQ(laid.size(), 2U);
    EXPECT_EQ(laid[0].column.name, "power1");
    EXPECT_EQ(laid[1].column.name, "power2");
    EXPECT_THAT(numbers(laid[0].column), ElementsAre(-1000, 1, 2, -1000, 2, -1000, 4, -1000));
    EXPECT_THAT(numbers(laid[1].column), ElementsAre(-1000, -1000, 4, -1000, 6, -1000, 6, -1000));
    EXPECT_EQ(laid[0].missing, 4U);
    EXPECT_TRUE(std::holds_alternative<Values<std::int8_t>>(laid[0].column.cells));
    Frame const single(system, Unit::CountryYear, 1901, 1902);
    std::vector<Spread> const one = spread(single, std::span(&series, 1), {}, 1);
    ASSERT_EQ(one.size(), 1U);
    EXPECT_EQ(one[0].column.name, "power");
    EXPECT_THAT(numbers(one[0].column), ElementsAre(1, 2, -1000, 4, 6));
}

TEST(SpreadOfStates, SaysOtherwiseWhereNothingWasGivenInsideTheCoverage) {
    StateSystem const system = three_states();
    StateSeries series;
    series.name = "major";
    series.coverage = {1901, 1902};
    series.otherwise = 0.0;
    series.width = Width::Flag;
    series.values = {1, na, na, na, na, na};
    Frame const single(system, Unit::CountryYear, 1900, 1903);
    EXPECT_THAT(numbers(spread(single, std::span(&series, 1), {}, 1)[0].column),
                ElementsAre(-1000, 1, 0, -1000, -1000, 0, 0, -1000, 0, -1000));
}

TEST(SpreadOfStates, WidensWhereValuesNeedIt) {
    StateSystem const system = three_states();
    StateSeries series;
    series.coverage = {1901, 1901};
    series.width = Width::Flag;
    Frame const single(system, Unit::CountryYear, 1901, 1901);
    auto const index_for = [&](double value) {
        series.values = {value, 0, 0};
        return spread(single, std::span(&series, 1), {}, 1)[0].column.cells.index();
    };
    EXPECT_EQ(index_for(127), 0U);
    EXPECT_EQ(index_for(-128), 1U); // stands for missing in eight bits
    EXPECT_EQ(index_for(32768), 2U);
    EXPECT_EQ(index_for(3e9), 3U);
    EXPECT_EQ(index_for(0.5), 3U);
}

TEST_F(SpreadOfPairs, IsMissingOutsideTheCoverageAndOtherwiseInside) {
    PairSeries const series = series_of({{0, 1, 1890, 1902, 1.0}});
    EXPECT_THAT(rows_of(undirected, series, 0, 1), ElementsAre(-1000, 1, 1, 0, -1000));
    EXPECT_THAT(rows_of(undirected, series, 0, 2), ElementsAre(0, 0, -1000)); // members from 1902
    PairSeries unknown = series;
    unknown.otherwise = na;
    EXPECT_THAT(rows_of(undirected, unknown, 0, 1), ElementsAre(-1000, 1, 1, -1000, -1000));
}

TEST_F(SpreadOfPairs, HoldsInBothDirectionsUnlessItIsDirected) {
    PairSeries series = series_of({{1, 0, 1901, 1901, 3.0}});
    EXPECT_THAT(rows_of(directed, series, 0, 1), ElementsAre(-1000, 3, 0, 0, -1000));
    EXPECT_THAT(rows_of(directed, series, 1, 0), ElementsAre(-1000, 3, 0, 0, -1000));
    EXPECT_THAT(rows_of(undirected, series, 0, 1), ElementsAre(-1000, 3, 0, 0, -1000));
    series.direction = PairSeries::Direction::Joined;
    EXPECT_THAT(rows_of(directed, series, 0, 1), ElementsAre(-1000, 0, 0, 0, -1000));
    EXPECT_THAT(rows_of(directed, series, 1, 0), ElementsAre(-1000, 3, 0, 0, -1000));
    EXPECT_THAT(rows_of(undirected, series, 0, 1), ElementsAre(-1000, 3, 0, 0, -1000));
    series.direction = PairSeries::Direction::Ordered;
    EXPECT_THAT(rows_of(undirected, series, 0, 1), ElementsAre(-1000, 0, 0, 0, -1000));
}

TEST_F(SpreadOfPairs, JoinsSpellsThatMeet) {
    PairSeries series = series_of({{0, 1, 1901, 1902, 5.0}, {0, 1, 1902, 1903, 2.0}});
    auto const with = [&](PairSeries::Join join) {
        series.join = join;
        return rows_of(undirected, series, 0, 1);
    };
    EXPECT_THAT(with(PairSeries::Join::Max), ElementsAre(-1000, 5, 5, 2, -1000));
    EXPECT_THAT(with(PairSeries::Join::Min), ElementsAre(-1000, 5, 2, 2, -1000));
    EXPECT_THAT(with(PairSeries::Join::Sum), ElementsAre(-1000, 5, 7, 2, -1000));
    EXPECT_THAT(with(PairSeries::Join::Last), ElementsAre(-1000, 5, 2, 2, -1000));
}

TEST_F(SpreadOfPairs, KeepsWhatIsUnknownApartFromNothing) {
    PairSeries series = series_of({{0, 1, 1901, 1902, na}, {0, 1, 1902, 1902, 1.0}});
    EXPECT_THAT(rows_of(undirected, series, 0, 1), ElementsAre(-1000, -1000, 1, 0, -1000));
    series.spells = {{0, 1, 1902, 1902, na}};
    EXPECT_THAT(rows_of(undirected, series, 0, 1), ElementsAre(-1000, 0, -1000, 0, -1000));
}

TEST_F(SpreadOfPairs, AddsUpBeyondTheWidthOfItsValues) {
    PairSeries series = series_of({{0, 1, 1901, 1901, 100.0}, {0, 1, 1901, 1901, 100.0}});
    series.join = PairSeries::Join::Sum;
    EXPECT_THAT(rows_of(undirected, series, 0, 1), ElementsAre(-1000, 200, 0, 0, -1000));
}

TEST(Spread, DoesNotDependOnThreads) {
    std::vector<StateSystem::State> states;
    for (int i = 0; i < 120; ++i)
        states.push_back({i + 1, {{day_number(1800 + i % 37, 3, 1), day_number(2000 - i % 23, 5, 1)}}});
    StateSystem const system(System::Cow, states, 2000);
    Frame const frame(system, Unit::DirectedDyadYear, 1800, 2000);
    PairSeries series;
    series.coverage = {1810, 1990};
    series.width = Width::Real;
    for (std::uint32_t i = 0; i < 5000; ++i) {
        auto const year = static_cast<std::int16_t>(1800 + i * 7 % 200);
        series.spells.push_back(
            {i * 13 % 120, i * 29 % 120, year, static_cast<std::int16_t>(year + static_cast<int>(i % 9)), i * 0.25});
    }
    auto const with = [&](std::size_t threads) {
        Spread laid = std::move(spread(frame, {}, std::span(&series, 1), threads).front());
        return std::pair(numbers(laid.column), laid.missing);
    };
    EXPECT_EQ(with(1), with(4));
}

} // namespace
} // namespace casus::data
