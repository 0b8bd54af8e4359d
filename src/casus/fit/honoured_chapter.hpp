// Forecasts of alliances not honoured as tables and a document.
#pragma once

#include "casus/base/result.hpp"
#include "casus/fit/honoured_scores.hpp"

#include <nlohmann/json_fwd.hpp>

namespace casus::fit {

[[nodiscard]] Chapter honoured_chapter(HonouredRows const& rows, HonourJudgement const& judgement);

/// {"study", "rows", "wars", "broken", "forecasters", "periods", "cases", "notes"} (docs/dilemma-cases.md).
void write_honoured(HonouredRows const& rows, HonourJudgement const& judgement, nlohmann::ordered_json& document);

} // namespace casus::fit
