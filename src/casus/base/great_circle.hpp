// Distance on the globe.
#pragma once

#include "casus/base/identifier.hpp"

namespace casus {

struct Coordinates {
    Degrees latitude;
    Degrees longitude;
};

/// Along the great circle on a sphere of this radius, by the haversine formula.
[[nodiscard]] Kilometres great_circle(Coordinates a, Coordinates b, Kilometres radius);

} // namespace casus
