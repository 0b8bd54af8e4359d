// The time line of linkages as tables, curves and a document.
#pragma once

#include "casus/base/result.hpp"
#include "casus/dilemma/timeline/timeline.hpp"

#include <nlohmann/json_fwd.hpp>

namespace casus::dilemma {

[[nodiscard]] Chapter timeline_chapter(Timeline const& timeline);

/// {"measures": [{"key", "name"}], "stages": [{"date", "code", "name", "ends", "pairs", "value": {key: {"value", "low", "high"}},
/// "change": {…}, "since": {…}}], "notes"} (docs/dilemma-cases.md).
void write_timeline(Timeline const& timeline, nlohmann::ordered_json& document);

} // namespace casus::dilemma
