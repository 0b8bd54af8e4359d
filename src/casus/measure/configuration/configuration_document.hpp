// A landscape and the balance of a network as JSON (docs/configuration.md).
#pragma once

#include "casus/measure/configuration/configure.hpp"
#include "casus/measure/configuration/signed_network.hpp"

#include <nlohmann/json_fwd.hpp>

namespace casus::configuration {

/// {"actors", "most_blocs", "partitions", "minima", "best", "pivots", "notes"}.
[[nodiscard]] nlohmann::ordered_json document(Configured const& answer);

/// {"actors", "ties", "triangles", "frustration", "blocks", "frustrated"}.
[[nodiscard]] nlohmann::ordered_json document(SignedNetwork const& network, Frustration const& found);

} // namespace casus::configuration
