// What the leader's institution on an issue still gives to whom (section 3 of the paper's formalisation): non-neutrality ν
// is the share of its gains G that members can keep from others, the rest spills over.
//
//   a member that follows              [ν m + (1−ν)] G ,  m its membership
//   who deviates, or stands outside         (1−ν)  G
//
// The difference, ν m G, is the exclusion that pulls at every deviating option. What spills over is taken to reach everybody
// in full (w = 1): no case has a figure for how much of it an actor can use. Challengers' open institutions erode ν;
// remoulding repairs part of that.
#pragma once

#include "casus/alienation/buffers.hpp"
#include "casus/base/result.hpp"
#include "casus/world/parameters.hpp"

#include <vector>

namespace casus::alienation {

/// On one issue, over the allies.
struct Institution {
    double gains = 0.0;            ///< G
    double intact = 0.0;           ///< ν before erosion
    double eroded = 0.0;           ///< ν as it stands
    double repaired = 0.0;         ///< ν after remoulding
    double membership = 0.0;       ///< mean m of the allies, [0,1]
    double following = 0.0;        ///< what the average ally receives while it follows
    Interval range{};              ///< the same of the least and the fullest member among the allies
    double deviating = 0.0;        ///< what any of them receives otherwise
    double repaired_following = 0; ///< the same two once the alliance is remoulded
    double repaired_deviating = 0;
};

/// [issue]; needs and stances need not stand, but ν after erosion (assess_needs). All zero for a world without allies.
[[nodiscard]] std::vector<Institution> institutions(World const& world, Parameters const& parameters,
                                                    Buffers const& buffers);

/// ν after remoulding, which repairs part of the erosion.
[[nodiscard]] double repaired_non_neutrality(World const& world, Parameters const& parameters, Buffers const& buffers,
                                             std::size_t issue);

} // namespace casus::alienation
