// Where an ally stands among the allies on an issue: how far above or below their common deviation, from its past.
#pragma once

#include "casus/fit/deviation_years.hpp"

#include <span>
#include <vector>

namespace casus::fit {

struct PositionSettings {
    double memory = 0.5;  ///< weight of a year's roll call against that of the year after it
    double pooling = 5.0; ///< roll calls of the latest year that the ally's mean over the issues counts for
};

/// Positions in the year to come, [state][issue]: z = (Σ w z_y + pooling · z̄_i) / (Σ w + pooling), w = votes · memory^age,
/// z_y the deviation less the common one of its year, z̄_i the same over all issues of the ally; 0 for a state that has
/// never voted. `shifts` are the common deviations [issue][year] of the years [first, last], `last` the latest known.
[[nodiscard]] std::vector<double> forecast_positions(DeviationYears const& d,
                                                     std::span<std::vector<double> const> shifts, int first, int last,
                                                     PositionSettings const& settings);

} // namespace casus::fit
