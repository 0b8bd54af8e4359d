// One function for each published data set, listed in all.cpp; what a project publishes together stands in one file.
#pragma once

#include "casus/data/source.hpp"

namespace casus::data::sources {

// The state system, security and alliances.

[[nodiscard]] Source cow_states();
[[nodiscard]] Source nmc();
[[nodiscard]] Source atop_member();

// The rest.

} // namespace casus::data::sources
