// An evaluation at the central values together with how far it spreads: what chapters and documents are written from.
#pragma once

#include "casus/alienation/buffers.hpp"
#include "casus/alienation/outputs.hpp"
#include "casus/base/result.hpp"
#include "casus/world/parameters.hpp"

#include <span>

namespace casus::alienation {

struct Sampled {
    World const& world;
    Parameters const& parameters;
    Buffers const& centre; ///< evaluated at the central values
    OutputPlan plan;
    std::span<double const> mean;       ///< over draws, per output
    std::span<Interval const> interval; ///< central 90 %, per output
};

} // namespace casus::alienation
