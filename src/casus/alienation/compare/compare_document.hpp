// A comparison as JSON (docs/compare-json.md).
#pragma once

#include "casus/alienation/compare/comparison.hpp"

#include <nlohmann/json_fwd.hpp>

namespace casus::alienation {

/// A list with an object per scenario: every number at the base and under the scenario, the difference with its interval,
/// and the terms by which each stance moved.
[[nodiscard]] nlohmann::ordered_json compare_document(Comparison const& comparison);

} // namespace casus::alienation
