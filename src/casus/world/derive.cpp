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

namespace {

constexpr double half_spending = 50e9;
constexpr double half_area = 500'000.0;

/// Of x/(x + half).
double slope(double x, double half) { return half / ((x + half) * (x + half)); }

} // namespace

double offence_from_spending(double dollars) { return dollars / (dollars + half_spending); }

double slope_of_offence(double dollars) { return slope(dollars, half_spending); }

double depth_from_area(double square_kilometres) {
    return std::max(0.001, square_kilometres / (square_kilometres + half_area));
}

double slope_of_depth(double square_kilometres) { return slope(square_kilometres, half_area); }

} // namespace casus
