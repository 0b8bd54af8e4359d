// The alienation lens: who follows, on what, and until when (Ren and Zheng 2021; docs/alienation.md).
#pragma once

#include "casus/alienation/buffers.hpp"
#include "casus/alienation/formula.hpp"
#include "casus/world/parameters.hpp"
#include "casus/world/world.hpp"

namespace casus::alienation {

/// Pure: everything in `buffers` (made for a world of this structure) is overwritten. Allocates nothing, but for the
/// programs that no learned basis answers (game::SimplexPrices), which go to CLP.
void evaluate(World const& world, Parameters const& parameters, Buffers& buffers, Formula const& formula = {});

} // namespace casus::alienation
