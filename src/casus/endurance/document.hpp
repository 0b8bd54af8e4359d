// The lens's answer as JSON: docs/endurance-json.md.
#pragma once

#include "casus/endurance/assessed.hpp"

#include <nlohmann/json_fwd.hpp>

namespace casus::endurance {

/// The fields of casus.endurance-outlook/1 but schema, manifest and title.
[[nodiscard]] nlohmann::ordered_json document(Assessed const& assessed);

} // namespace casus::endurance
