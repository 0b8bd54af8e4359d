// The strategies as JSON: {"strategies": […], "frontier": […], "index": {…}}, the parts of a "casus.dilemma/1" document that
// docs/dilemma-strategies.md describes.
#pragma once

#include "casus/dilemma/strategy_sampled.hpp"

#include <nlohmann/json_fwd.hpp>

namespace casus::dilemma {

[[nodiscard]] nlohmann::ordered_json strategy_document(StrategiesSampled const& sampled);

} // namespace casus::dilemma
