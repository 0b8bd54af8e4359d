// Need, utilities and shares of the options, cell by cell (formula.hpp).
#pragma once

#include "casus/alienation/buffers.hpp"
#include "casus/alienation/formula.hpp"
#include "casus/world/parameters.hpp"

namespace casus::alienation {

/// Fills need, weight, non_neutrality and exclusion. Threats must stand.
void assess_needs(World const& world, Parameters const& parameters, Formula const& formula, Buffers& buffers);

/// Fills utility, share, log_sum, swing and outside from needs and matches.
void take_stances(World const& world, Parameters const& parameters, Formula const& formula, Buffers& buffers);

} // namespace casus::alienation
