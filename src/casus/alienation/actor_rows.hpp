// How matrices and bars name the assessed actors, a row each.
#pragma once

#include "casus/base/result.hpp"
#include "casus/world/world.hpp"

#include <vector>

namespace casus::alienation {

/// Heads above the allies and above the partners; none above nobody.
[[nodiscard]] inline std::vector<RowGroup> allies_and_partners(World const& world) {
    std::vector<RowGroup> groups;
    if (world.size().allies > 0) groups.push_back({0, {"Allies", "盟国"}});
    if (world.size().assessed > world.size().allies) groups.push_back({world.size().allies, {"Partners", "伙伴"}});
    return groups;
}

[[nodiscard]] inline Label actor_label(World const& world, ActorId actor) {
    return {world.actor(actor).code, world.actor(actor).name};
}

} // namespace casus::alienation
