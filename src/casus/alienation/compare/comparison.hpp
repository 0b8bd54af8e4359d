// An alienation assessment and the same under scenarios, evaluated at the central values and drawn in pairs.
#pragma once

#include "casus/alienation/sampled.hpp"
#include "casus/world/scenario.hpp"

#include <span>
#include <vector>

namespace casus::alienation {

/// One scenario beside the base.
struct Compared {
    Scenario const& scenario;
    Sampled sampled;                      ///< under the scenario
    std::span<double const> central;      ///< every output at the central values, as OutputPlan lays them out
    std::span<Interval const> difference; ///< central 90 % of scenario less base, draw by draw, per output
};

/// Base and scenarios have the same actors, issues and sides, so that outputs have the same places in all of them.
struct Comparison {
    Sampled base;
    std::span<double const> central;
    std::vector<Compared> scenarios;
};

} // namespace casus::alienation
