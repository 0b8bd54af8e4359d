// The regimes of states: Polity, and V-Dem where Polity says nothing.
#pragma once

#include "casus/data/panel/walt/state_figures.hpp"

namespace casus::data::walt {

struct Regimes {
    StateFigures polity;    ///< −10 to 10; NaN in interruptions, interregna and transitions
    StateFigures listed;    ///< not NaN: Polity has the state in the year
    StateFigures polyarchy; ///< V-Dem, 0 to 1

    /// Polity has the state in the year, without a place on its scale (its codes −66, −77, −88).
    [[nodiscard]] bool interrupted(int state, int year) const {
        return std::isnan(polity.at(state, year)) && !std::isnan(listed.at(state, year));
    }
};

/// The newest of "polity" and "vdem" in the store. Errors: one of them is not there.
[[nodiscard]] Regimes read_regimes(Ground const& ground);

} // namespace casus::data::walt
