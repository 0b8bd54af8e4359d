// Reads one column of a data set with a row for each state and year.
#pragma once

#include "casus/data/import/source.hpp"
#include "casus/world/from_panel/state_figures.hpp"

#include <functional>
#include <string>

namespace casus::from_panel {

struct StateYears {
    std::string dataset;
    data::StateCode code = data::StateCode::Cow;
    std::string state; ///< column that names the state, in `code`
    std::string value;
    std::string sd{};     ///< column of the standard deviation; empty: certain
    std::string detail{}; ///< in the source, between version and year
    /// From the number in the file to the figure; NaN leaves the row out.
    std::function<double(double number, int year)> figure = [](double number, int) { return number; };
    double relative_sd = 0.0; ///< of the figure, beside `sd`
};

/// Adds what all releases in the store give for the years that may be taken. False where no release covers any of them.
bool read_state_years(Holdings const& holdings, StateYears const& what, Readings& into);

} // namespace casus::from_panel
