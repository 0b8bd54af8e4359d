// Who led which state when: Archigos as far as it goes, REIGN after it.
//
// A state's leader of a year is who is in power on its 31 December. Archigos writes Gleditsch–Ward numbers, which are
// turned into COW's for each year; REIGN writes COW's. The two name leaders differently, so that a change is always one
// within the same source: Archigos for years that it covers, REIGN where both 31 Decembers lie from the end of Archigos
// on. Of an entry by force only Archigos knows.
#pragma once

#include "casus/data/panel/walt/state_figures.hpp"

namespace casus::data::walt {

struct LeadersInPower {
    StateFigures archigos;  ///< number of the leader on 31 December
    StateFigures reign;     ///< likewise
    StateFigures irregular; ///< as came_irregularly

    /// 1: who is in power on 31 December is another than a year before; 0: the same; NaN: one of them not known.
    [[nodiscard]] double changed(int state, int year) const;
    /// 1: somebody came to power in the year irregularly or by foreign imposition; 0: nobody; NaN: not known.
    [[nodiscard]] double came_irregularly(int state, int year) const { return irregular.at(state, year); }
    /// Years for which `changed` can be known.
    [[nodiscard]] Coverage changes() const;
};

/// Errors: archigos or reign-leaders is not in the store.
[[nodiscard]] LeadersInPower leaders_in_power(Ground const& ground);

} // namespace casus::data::walt
