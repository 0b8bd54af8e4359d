// Measured alienation as the "casus.measured/1" document; the fields are described in docs/measured-alienation.md.
#pragma once

#include "casus/fit/measured_alienation.hpp"

#include <nlohmann/json_fwd.hpp>

namespace casus::fit {

/// {"leader", "issues", "allies", "cells", "isolation", "positions", "summaries", "settled", "sources", "notes"}.
[[nodiscard]] nlohmann::ordered_json document(Measured const& measured);

} // namespace casus::fit
