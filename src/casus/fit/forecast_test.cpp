#include "casus/fit/forecast.hpp"

#include "casus/base/random.hpp"
#include "casus/fit/forecast_scores.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace casus::fit {
namespace {

struct MadeUp {
    DeviationYears d{7, 3, 1960, 2000};
    Surroundings around;
};

double uniform(std::uint32_t run, std::uint32_t n) {
    return uniforms({.seed = 5, .run = run, .purpose = Purpose::Test}, n / 4)[n % 4];
}

/// Deviations at random, some missing; one state joins late; the administration changes every eight years.
MadeUp made_up() {
    MadeUp made;
    DeviationYears& d = made.d;
    for (std::uint32_t n = 0; n < d.deviation.size(); ++n) {
        if (uniform(1, n) < 0.1) continue;
        d.deviation[n] = uniform(2, n);
        d.votes[n] = 1.0 + std::floor(20.0 * uniform(3, n));
    }
    for (std::size_t state = 0; state < d.states; ++state)
        for (int year = state == 6 ? 1990 : 1960; year <= 2000; ++year)
            d.ally[state * d.years() + static_cast<std::size_t>(year - 1960)] = 1;
    for (std::size_t year = 0; year < d.years(); ++year) {
        made.around.administration.push_back(static_cast<double>(year / 8 % 2));
        made.around.ahead.push_back(made.around.administration.back());
    }
    for (std::uint32_t n = 0; n < d.states * d.years(); ++n)
        made.around.ideal_distance.push_back(uniform(4, n) < 0.1 ? std::nan("") : 4.0 * uniform(5, n));
    return made;
}

TEST(Forecast, DoesNotChangeWhenTheFutureIsPermuted) {
    MadeUp const made = made_up();
    ModelSettings const settings = choose_settings(made.d, made.around, 1975, 1984);
    for (int const year : {1985, 1990, 2000}) {
        YearForecast const ahead = forecast_year(made.d, made.around, settings, year);
        MadeUp other = made;
        for (std::size_t state = 0; state < made.d.states; ++state)
            for (int y = year; y <= made.d.last_year; ++y) {
                std::size_t const at = state * made.d.years() + static_cast<std::size_t>(y - 1960);
                other.d.ally[at] = state % 2 == 0 ? 1 : 0;
                other.around.ideal_distance[at] = 9.0;
                for (std::size_t issue = 0; issue < made.d.issues; ++issue) {
                    std::size_t const cell = made.d.cell(state, issue, y);
                    other.d.deviation[cell] = made.d.at((state + 3) % made.d.states, 2 - issue, 1960 + 2000 - y);
                    other.d.votes[cell] = 99.0;
                }
            }
        for (int y = year; y <= made.d.last_year; ++y) {
            auto const at = static_cast<std::size_t>(y - 1960);
            other.around.administration[at] = 1.0 - made.around.administration[at];
            if (y > year) other.around.ahead[at] = 7.0;
        }
        EXPECT_EQ(forecast_year(other.d, other.around, settings, year), ahead) << year;
        ModelSettings const again = choose_settings(other.d, other.around, 1975, 1984);
        EXPECT_EQ(again.shift.window, settings.shift.window);
        EXPECT_EQ(again.shift.kept, settings.shift.kept);
        EXPECT_EQ(again.position.memory, settings.position.memory);
    }
}

TEST(Forecast, SpreadsComeFromErrorsOfYearsBefore) {
    MadeUp made = made_up();
    std::vector<Judged> const rows = forecasts(made.d, made.around, {}, 1990, 1995);
    for (std::size_t n = 0; n < made.d.deviation.size(); ++n)
        if (n % made.d.years() >= 1994 - 1960) made.d.deviation[n] = 0.5;
    std::vector<Judged> const others = forecasts(made.d, made.around, {}, 1990, 1995);
    std::size_t compared = 0;
    for (Judged const& row : rows)
        for (Judged const& other : others)
            if (row.state == other.state && row.issue == other.issue && row.year == other.year && row.year <= 1994) {
                EXPECT_EQ(row.spread, other.spread);
                ++compared;
            }
    EXPECT_GT(compared, 60U);
}

TEST(Forecast, BaselinesAreWhatTheirNamesSay) {
    MadeUp const made = made_up();
    std::size_t whole = 0;
    for (Judged const& row : forecasts(made.d, made.around, {}, 1990, 2000)) {
        double sum = 0.0;
        int n = 0;
        for (int back = 1; back <= 5; ++back)
            if (made.d.known(row.state, row.issue, row.year - back))
                sum += made.d.at(row.state, row.issue, row.year - back), ++n;
        if (n == 0) continue;
        EXPECT_DOUBLE_EQ(row.value[2], sum / n);
        if (made.d.known(row.state, row.issue, row.year - 1)) {
            EXPECT_EQ(row.value[1], made.d.at(row.state, row.issue, row.year - 1));
            ++whole;
        }
        EXPECT_EQ(row.outcome, made.d.at(row.state, row.issue, row.year));
        EXPECT_TRUE(made.d.is_ally(row.state, row.year));
    }
    EXPECT_GT(whole, 150U);
}

TEST(CommonShift, FollowsTheAdministrationAsFarAsItIsBelieved) {
    std::vector<double> const means{0.4, 0.4, 0.6, 0.6};
    std::vector<double> const side{0.0, 0.0, 1.0, 1.0};
    EXPECT_NEAR(forecast_shift(means, side, 0.0, {4, 1.0, 0.5, 0.3}), 0.4, 1e-12);
    EXPECT_NEAR(forecast_shift(means, side, 1.0, {4, 1.0, 0.5, 0.3}), 0.6, 1e-12);
    // Half of the effect of 0.2 is believed; of what remains of the last year, 0.05, all lasts.
    EXPECT_NEAR(forecast_shift(means, side, 0.0, {4, 0.5, 1.0, 0.0}), 0.5 - 0.05 + 0.05, 1e-12);
    EXPECT_NEAR(forecast_shift(means, side, 1.0, {2, 1.0, 0.0, 0.3}), 0.6, 1e-12); // a window with one side only
    EXPECT_TRUE(std::isnan(forecast_shift({}, {}, 0.0, {})));
}

TEST(CommonShift, AnUnseenYearIsPassedOver) {
    std::vector<double> const means{0.4, std::nan(""), 0.6};
    std::vector<double> const side{0.0, 0.0, 0.0};
    EXPECT_NEAR(forecast_shift(means, side, 0.0, {3, 1.0, 1.0, 0.0}), 0.6, 1e-12);
}

TEST(Positions, AreTheWeighedPastDrawnToTheAllysMean) {
    DeviationYears d(1, 2, 2000, 2001);
    d.deviation = {0.9, 0.8, 0.5, 0.4}; // [issue][year]
    d.votes = {10.0, 20.0, 10.0, 10.0};
    std::vector<std::vector<double>> const shifts{{0.5, 0.5}, {0.5, 0.5}};
    double const first = (5.0 * 0.4 + 20.0 * 0.3);
    double const second = (5.0 * 0.0 + 10.0 * -0.1);
    double const usual = (first + second) / 40.0;
    std::vector<double> const positions = forecast_positions(d, shifts, 2000, 2001, {0.5, 4.0});
    EXPECT_NEAR(positions[0], (first + 4.0 * usual) / 29.0, 1e-12);
    EXPECT_NEAR(positions[1], (second + 4.0 * usual) / 19.0, 1e-12);
}

TEST(Margins, LieAroundTheDifferenceAndDoNotDependOnAnythingButTheSeed) {
    MadeUp const made = made_up();
    std::vector<Judged> const rows = forecasts(made.d, made.around, {}, 1990, 2000);
    Scores const scores = score(rows);
    Margins const one = margins(rows, made.d.states, 1);
    double const best = *std::min_element(scores.rmse.begin() + 1, scores.rmse.end());
    EXPECT_NEAR(one.rmse.value, scores.rmse[0] - best, 1e-12);
    EXPECT_LT(one.rmse.interval.low, one.rmse.value);
    EXPECT_GT(one.rmse.interval.high, one.rmse.value);
    EXPECT_EQ(one.rmse.interval.low, margins(rows, made.d.states, 1).rmse.interval.low);
    EXPECT_NE(one.rmse.interval.low, margins(rows, made.d.states, 2).rmse.interval.low);
}

} // namespace
} // namespace casus::fit
