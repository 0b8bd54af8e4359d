// The rules by which worlds are made from the store, in words.
#pragma once

#include "casus/world/from_panel/pacts.hpp"

#include <string>

namespace casus::from_panel {

/// Line by line, for the head of a case; English, as all of a case's sources and reasons.
[[nodiscard]] std::string rules(Alliances alliances);

} // namespace casus::from_panel
