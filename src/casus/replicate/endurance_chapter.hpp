// Judged claims about single alliances as tables, pictures and a document.
#pragma once

#include "casus/base/result.hpp"
#include "casus/replicate/endurance_judgement.hpp"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace casus::replicate {

[[nodiscard]] Chapter endurance_chapter(std::vector<JudgedClaim> const& judged);

/// {"judged", "agree", "clear", "by_guess", "guessed", "claims": [{"id", "case", "measure", "alliance", "year", "term", "expected", "value", "low", "high",
/// "holds", "clear", "of_all", "why_not", "claim"}]}; null where there is nothing.
void write_endurance(std::vector<JudgedClaim> const& judged, nlohmann::ordered_json& document);

} // namespace casus::replicate
