// The marks and colours that tell the groups and the kinds of edges of a network apart, and what they mean.
#pragma once

#include "casus/report/page.hpp"

#include <cstddef>
#include <string>

namespace casus::report {

inline constexpr int network_shades = 11; ///< q0 … q10 of page.css, for values of nodes

/// SVG path of a group's mark around (0, 0), of much the same area as a circle of this radius: circle, square,
/// diamond, triangle, triangle upside down, hexagon.
[[nodiscard]] std::string group_mark(std::size_t group, double radius);

/// Classes c0 … c5 of page.css, so chosen that the first groups and the first kinds have none in common.
[[nodiscard]] int group_ink(std::size_t group);
[[nodiscard]] int kind_ink(std::size_t kind);

/// What marks, lines, areas and colours mean; with `keys`, whose keys the nodes go by.
void set_network_legend(Page& page, Network const& network, bool keys);

} // namespace casus::report
