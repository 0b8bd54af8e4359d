// The landscape of a case.
#pragma once

#include "casus/measure/configuration/read_landscape.hpp"

#include <string>

namespace casus::app {

/// Sizes are shares of power; the propensity of a pair is what it fears in common less what either means ill to the
/// other: c^sec_ij − max(g_{i→j}, g_{j→i}) (theory, section 1). Treaties do not enter: who is allied is what the answer
/// can be compared with.
[[nodiscard]] configuration::ReadLandscape landscape_of_case(std::string const& path, std::string const& parameters);

} // namespace casus::app
