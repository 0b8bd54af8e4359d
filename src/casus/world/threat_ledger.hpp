// The ledger behind one actor's threat: who, how much, and through which of Walt's four sources.
#pragma once

#include "casus/base/result.hpp"
#include "casus/world/threats.hpp"

namespace casus {

/// Ledger "threat/CODE"; `threats` must have been assessed on this world and these parameters.
[[nodiscard]] Ledger threat_ledger(World const& world, Parameters const& parameters, Threats const& threats,
                                   ActorId actor);

} // namespace casus
