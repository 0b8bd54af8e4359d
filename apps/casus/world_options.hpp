// What every verb that makes worlds from the store takes on the command line.
#pragma once

#include "verbs.hpp"

#include "casus/world/from_panel/world_of.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace casus::app {

struct WorldOptions {
    std::string leader;
    std::vector<std::string> challengers;
    std::vector<std::string> partners;
    std::string alliances = "atop";
    std::uint64_t carry = 0;
    std::string store;
};

void add_world_options(Verb& verb, WorldOptions& options);

/// True where any of them was given.
[[nodiscard]] bool any_given(WorldOptions const& options);

/// An Error where the leader is missing.
[[nodiscard]] from_panel::WorldRequest request_of(WorldOptions const& options, int year);

} // namespace casus::app
