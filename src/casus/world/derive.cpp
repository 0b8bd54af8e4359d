#include "casus/world/derive.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace casus {

Kilometres great_circle(Coordinates a, Coordinates b) {
    constexpr double radians = std::numbers::pi / 180.0;
    constexpr double earth_radius = 6371.0;
    double const half_latitude = std::sin((b.latitude.value - a.latitude.value) * radians / 2.0);
    double const half_longitude = std::sin((b.longitude.value - a.longitude.value) * radians / 2.0);
    double const haversine = half_latitude * half_latitude + std::cos(a.latitude.value * radians) *
                                                                 std::cos(b.latitude.value * radians) * half_longitude *
                                                                 half_longitude;
    return Kilometres{2.0 * earth_radius * std::asin(std::sqrt(std::min(1.0, haversine)))};
}

double offence_from_spending(double dollars) { return dollars / (dollars + 50e9); }

double depth_from_area(double square_kilometres) {
    return std::max(0.001, square_kilometres / (square_kilometres + 500'000.0));
}

} // namespace casus
