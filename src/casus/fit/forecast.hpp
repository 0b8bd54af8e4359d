// Deviation one year ahead: the model and the baselines it is judged by, each from years before the one forecast.
#pragma once

#include "casus/fit/common_shift.hpp"
#include "casus/fit/deviation_years.hpp"
#include "casus/fit/positions.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace casus::fit {

enum class Forecaster : std::size_t { Model, LastYear, MeanOfFive, IdealPoint, Count };
inline constexpr std::size_t forecaster_count = static_cast<std::size_t>(Forecaster::Count);

/// What is known beside the votes, by year from the first year of the deviations.
struct Surroundings {
    std::vector<double> administration; ///< the leader's, of that year's votes
    std::vector<double> ahead;          ///< the same as it was to be expected at the end of the year before
    std::vector<double> ideal_distance; ///< [state][year] from the leader's ideal point; NaN: unknown
};

struct ModelSettings {
    ShiftSettings shift;
    PositionSettings position;
};

/// Forecasts for one year, [state][issue][forecaster], within [0,1]; NaN where nothing at all is known.
using YearForecast = std::vector<std::array<double, forecaster_count>>;

/// For `year`, from what is known at the end of the year before: no deviation, treaty, administration or ideal point of
/// `year` or later is looked at.
[[nodiscard]] YearForecast forecast_year(DeviationYears const& d, Surroundings const& around,
                                         ModelSettings const& settings, int year);

/// A forecast with what came.
struct Judged {
    std::uint16_t state = 0;
    std::uint8_t issue = 0;
    std::int16_t year = 0;
    double outcome = 0.0;
    std::array<double, forecaster_count> value{};
    std::array<double, forecaster_count> spread{}; ///< root mean square of its errors on the issue in ten years before
    double informed = 0.0; ///< the model told the year's common deviation: the best that positions alone could do
};

/// Every ally, issue and year of [first, last] in which ally and leader voted, by year, ally, issue.
[[nodiscard]] std::vector<Judged> forecasts(DeviationYears const& d, Surroundings const& around,
                                            ModelSettings const& settings, int first, int last);

/// The settings with the least squared errors one year ahead within [first, last], on a grid: first those of the common
/// deviation, then those of positions given the common deviation.
[[nodiscard]] ModelSettings choose_settings(DeviationYears const& d, Surroundings const& around, int first, int last);

} // namespace casus::fit
