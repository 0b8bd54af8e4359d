// What members and leader can do about the two risks, as named changes to figures of the world (theory of the dilemma;
// docs/dilemma.md). Sizes are round and the same for all remedies, so that they compare: a fifth, or a quarter of the way
// to one. Other sizes are one --set away.
#pragma once

#include "casus/world/scenario.hpp"
#include "casus/world/world.hpp"

#include <string>
#include <vector>

namespace casus::dilemma {

/// contribute, out-of-area, autonomy (members'); loopholes, conditional, reassure (the leader's).
[[nodiscard]] std::vector<std::string> remedy_names();

/// "contribute" for all members, or "contribute:PHL" for one, as a scenario of that code. An Error names the nearest
/// remedy, or the nearest member.
[[nodiscard]] Scenario remedy(World const& world, std::string const& named);

} // namespace casus::dilemma
