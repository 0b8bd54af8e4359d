// Judged claims about the two risks as tables and a document.
#pragma once

#include "casus/base/result.hpp"
#include "casus/replicate/dilemma_judgement.hpp"

#include <nlohmann/json_fwd.hpp>

namespace casus::replicate {

[[nodiscard]] Chapter dilemma_chapter(DilemmaReplication const& replication);

/// docs/replication-json.md.
void write_dilemma(DilemmaReplication const& replication, nlohmann::ordered_json& document);

} // namespace casus::replicate
