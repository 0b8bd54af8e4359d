// The part of next year's deviation that all allies share on an issue: where the agenda and the leader's own votes put it.
#pragma once

#include "casus/fit/deviation_years.hpp"

#include <span>
#include <vector>

namespace casus::fit {

/// How the past of an issue's mean is weighed.
struct ShiftSettings {
    int window = 20;           ///< years looked back on
    double kept = 0.5;         ///< share of the measured effect of the leader's administration that is believed
    double persistence = 0.85; ///< share of the latest departure that lasts into the next year
    double fading = 0.3;       ///< weight of a departure against that of the year after it
};

/// m̂ = m̄ + b (a' − ā) + persistence · r̄ : the window's mean, b = kept · (least-squares slope of the mean on the
/// administration), r̄ the average of what remains, weighed by fading^age. `means` and `administration` are of the years
/// of the window, oldest first (NaN: nothing known), `ahead` is the administration of the year to come. NaN where no
/// year of the window is known.
[[nodiscard]] double forecast_shift(std::span<double const> means, std::span<double const> administration, double ahead,
                                    ShiftSettings const& settings);

/// Mean deviation on an issue over the states that were allies in `as_of`, for each year of [first, last]; NaN: none.
[[nodiscard]] std::vector<double> shift_of(DeviationYears const& d, std::size_t issue, int as_of, int first, int last);

} // namespace casus::fit
