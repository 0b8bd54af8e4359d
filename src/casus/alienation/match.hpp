// σ, the surplus of acting together with each side, by cell (docs/alienation.md).
#pragma once

#include "casus/alienation/buffers.hpp"
#include "casus/world/parameters.hpp"

namespace casus::alienation {

/// Fills buffers.match: the case's own figure where there is one, else by the rule. Threats must stand.
void match_sides(World const& world, Parameters const& parameters, Buffers& buffers);

} // namespace casus::alienation
