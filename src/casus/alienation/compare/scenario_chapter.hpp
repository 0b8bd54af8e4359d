// What one scenario changes, and by which terms.
#pragma once

#include "casus/alienation/compare/comparison.hpp"
#include "casus/base/result.hpp"

namespace casus::alienation {

/// The changes made; the system, the actors, every stance and the hegemon's ledger at the base and under the scenario, with
/// the central 90 % of each difference; by which terms the stances moved, and the cells that moved most.
[[nodiscard]] Chapter scenario_chapter(Comparison const& comparison, Compared const& scenario);

} // namespace casus::alienation
