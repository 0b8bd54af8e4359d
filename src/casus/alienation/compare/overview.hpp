// Base and all scenarios side by side.
#pragma once

#include "casus/alienation/compare/comparison.hpp"
#include "casus/base/result.hpp"

namespace casus::alienation {

/// The system's outputs and counts, the alienation index by actor, and the hegemon's choice.
[[nodiscard]] Chapter overview_chapter(Comparison const& comparison);

} // namespace casus::alienation
