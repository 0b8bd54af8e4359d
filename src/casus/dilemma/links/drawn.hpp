// How firm the best set of links is: the same choice made anew in every draw of figures and parameters.
#pragma once

#include "casus/dilemma/links/analysis.hpp"
#include "casus/world/world.hpp"

namespace casus::dilemma {

struct LinkDraws {
    std::uint64_t seed = 1;
    std::size_t draws = 100;
    std::size_t threads = 1;
};

/// Fills the shares of draws in `analysis`, whose problem must be enumerable, from the world it was read from. `budget`
/// is for required links too. Draws are as many as keep the sets to 2^30 in all. No share depends on threads.
void draw_links(World const& world, Parameters const& parameters, double budget, LinkDraws const& drawing,
                LinkAnalysis& analysis);

} // namespace casus::dilemma
