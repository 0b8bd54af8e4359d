// The lens's part of a "casus.assessment/1" document; the fields are described in docs/assessment-json.md.
#pragma once

#include "casus/alienation/sampled.hpp"

#include <nlohmann/json_fwd.hpp>

namespace casus::alienation {

/// {"leader", "challengers", "allies": […], "partners": […], "system", "hegemon"}.
[[nodiscard]] nlohmann::ordered_json document(Sampled const& sampled);

/// Threats of all actors, for the document's "threat" field.
[[nodiscard]] nlohmann::ordered_json threat_document(Sampled const& sampled);

} // namespace casus::alienation
