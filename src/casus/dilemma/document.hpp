// The lens as JSON; the fields are described in docs/dilemma-json.md.
#pragma once

#include "casus/dilemma/offence.hpp"
#include "casus/dilemma/sampled.hpp"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace casus::dilemma {

/// {"leader", "members", "rivals", "branches", "promises", "ties", "conflicts", "system", "offence_defence"}.
[[nodiscard]] nlohmann::ordered_json document(Sampled const& sampled, std::vector<OffenceRow> const& offence);

} // namespace casus::dilemma
