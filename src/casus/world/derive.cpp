#include "casus/world/derive.hpp"

#include <algorithm>

namespace casus {

namespace {

constexpr double half_spending = 50e9;
constexpr double half_area = 500'000.0;
constexpr double half_power = 0.01;
constexpr double bare_worth = 0.2;

/// Of x/(x + half).
double slope(double x, double half) { return half / ((x + half) * (x + half)); }

} // namespace

double offence_from_spending(double dollars) { return dollars / (dollars + half_spending); }

double slope_of_offence(double dollars) { return slope(dollars, half_spending); }

double depth_from_area(double square_kilometres) {
    return std::max(0.001, square_kilometres / (square_kilometres + half_area));
}

double slope_of_depth(double square_kilometres) { return slope(square_kilometres, half_area); }

double worth_from_power(double power) { return bare_worth + (1.0 - bare_worth) * power / (power + half_power); }

double slope_of_worth(double power) { return (1.0 - bare_worth) * slope(power, half_power); }

} // namespace casus
