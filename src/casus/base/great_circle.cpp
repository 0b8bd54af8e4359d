#include "casus/base/great_circle.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace casus {

Kilometres great_circle(Coordinates a, Coordinates b, Kilometres radius) {
    constexpr double radians = std::numbers::pi / 180.0;
    double const half_latitude = std::sin((b.latitude.value - a.latitude.value) * radians / 2.0);
    double const half_longitude = std::sin((b.longitude.value - a.longitude.value) * radians / 2.0);
    double const haversine = half_latitude * half_latitude + std::cos(a.latitude.value * radians) *
                                                                 std::cos(b.latitude.value * radians) * half_longitude *
                                                                 half_longitude;
    return Kilometres{2.0 * radius.value * std::asin(std::sqrt(std::min(1.0, haversine)))};
}

} // namespace casus
