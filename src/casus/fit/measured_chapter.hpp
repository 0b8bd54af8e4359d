// Measured alienation as people read it.
#pragma once

#include "casus/fit/measured_alienation.hpp"

namespace casus::fit {

/// Notes, a table of the allies, a matrix of allies and issues, small multiples by issue and by ally.
[[nodiscard]] Chapter measured_chapter(Measured const& measured);

/// Every cell, a row each: leader, ally, name, issue, year, votes, deviation with interval, adjusted.
[[nodiscard]] Table measured_cells(Measured const& measured);

} // namespace casus::fit
