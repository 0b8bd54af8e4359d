// Landscapes made up for tests and benchmarks.
#pragma once

#include "casus/measure/configuration/landscape.hpp"

#include <cstdint>

namespace casus::configuration {

/// Sizes 1 to 50 with one decimal, propensities −1 to 1 in steps of 0.1, all independent.
[[nodiscard]] Landscape random_landscape(std::size_t actors, std::uint64_t seed);

} // namespace casus::configuration
