// Figures that follow from other figures where a case does not give them. The proxies are the founders' choice:
//
//   offence    o = m/(m + 50), m military spending in billion US dollars: what can be projected beyond defence grows
//              with spending, at a falling rate
//   depth      s = a/(a + 500,000), a area in km²: one half for a country of the size of Spain
//   commitment 0.8 for a treaty ally of the leader, 0.2 for any other
//   worth      v = 0.2 ⊕ p/(p + 0.01), p share of power: a foothold and a voice count whatever the forces
//   distance   great circle between capitals on a sphere of 6,371 km
//
// Offence, depth and worth take over the spread of what they follow from, to first order (the slope times its spread).
#pragma once

#include "casus/base/identifier.hpp"

namespace casus {

/// Of the sphere on which distances between capitals are taken.
inline constexpr Kilometres earth_radius{6371.0};

/// o from military spending in US dollars.
[[nodiscard]] double offence_from_spending(double dollars);
[[nodiscard]] double slope_of_offence(double dollars);

/// s from area in square kilometres, at least 0.001.
[[nodiscard]] double depth_from_area(double square_kilometres);
[[nodiscard]] double slope_of_depth(double square_kilometres);

/// An ally's worth to the leader from its share of the system's power.
[[nodiscard]] double worth_from_power(double power);
[[nodiscard]] double slope_of_worth(double power);

inline constexpr double treaty_commitment = 0.8;
inline constexpr double untied_commitment = 0.2;

} // namespace casus
