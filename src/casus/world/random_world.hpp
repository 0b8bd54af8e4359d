// Synthetic worlds of any size, for property tests and benchmarks.
#pragma once

#include "casus/world/builder.hpp"
#include "casus/world/parameters.hpp"

#include <cstdint>

namespace casus {

struct RandomWorldPlan {
    std::uint64_t seed = 1;
    std::size_t actors = 12; ///< the leader, the challengers, allies, then partners
    std::size_t challengers = 2;
    std::size_t partners = 2;
    std::size_t branches = 1; ///< treaties with the leader that allies belong to in turn; as many allies at least
    std::size_t issues = 5;
    bool direct_matches = false; ///< every match a figure; otherwise the issues take the rules in turn
    std::size_t goods = 3;       ///< of issues that are production games
    std::size_t recipes = 2;
};

/// A builder that build() turns into a world: every figure uniform in a plausible range, spreads of a tenth on the
/// cells' figures. The first issue is security (protection, need from threats) unless matches are direct.
[[nodiscard]] WorldBuilder random_builder(RandomWorldPlan const& plan);

[[nodiscard]] inline World random_world(RandomWorldPlan const& plan) { return random_builder(plan).build(); }

/// Parameters drawn uniformly around plausible values, with spreads.
[[nodiscard]] Parameters random_parameters(std::uint64_t seed);

} // namespace casus
