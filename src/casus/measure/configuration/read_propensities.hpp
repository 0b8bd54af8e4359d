// Propensities of pairs from an edge list or a square matrix.
#pragma once

#include "casus/measure/configuration/headed_file.hpp"
#include "casus/measure/configuration/read_landscape.hpp"

namespace casus::configuration {

/// Fills the propensities of `read.landscape`, whose actors are known, and says in its notes how labels were paired.
void read_propensities(LandscapeSources const& sources, ReadLandscape& read);

} // namespace casus::configuration
