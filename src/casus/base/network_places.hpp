// Where the nodes of a network lie when it is drawn: as on the map, spread apart until they can be told apart.
#pragma once

#include "casus/base/great_circle.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace casus {

struct NetworkSite {
    std::optional<Coordinates> coordinates; ///< of a capital
    std::size_t group = 0;
};

struct NetworkPlace {
    double x = 0.0; ///< in [0, 1], rightwards
    double y = 0.0; ///< in [0, 3/4], upwards
};

/// A place per site, the same for the same sites. Sites with coordinates lie as on an equirectangular map that is cut
/// where the widest gap between longitudes is, denser parts stretched: who lies west or north of whom is kept but for
/// neighbours that would touch, which are moved apart. Sites without coordinates lie on an ellipse, those of a
/// group together; around the map where there is one.
[[nodiscard]] std::vector<NetworkPlace> network_places(std::span<NetworkSite const> sites);

} // namespace casus
