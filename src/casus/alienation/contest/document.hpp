// The contest as JSON (docs/contest.md).
#pragma once

#include "casus/alienation/contest/sampled.hpp"

#include <nlohmann/json_fwd.hpp>

namespace casus::contest {

/// Everything of "casus.contest/1" but its head.
[[nodiscard]] nlohmann::ordered_json document(Sampled const& sampled);

} // namespace casus::contest
