#include "casus/report/axis.hpp"

#include <algorithm>
#include <cmath>

namespace casus::report {

namespace {

double tick_distance(double span, int wanted) {
    double const rough = span / std::max(1, wanted - 1);
    double const power = std::pow(10.0, std::floor(std::log10(rough)));
    double const lead = rough / power;
    return power * (lead < 1.5 ? 1.0 : lead < 3.5 ? 2.0 : lead < 7.5 ? 5.0 : 10.0);
}

} // namespace

double Axis::position(double value) const {
    return high == low ? 0.5 : std::clamp((value - low) / (high - low), 0.0, 1.0);
}

int Axis::step(double value, int steps) const { return std::min(steps - 1, static_cast<int>(position(value) * steps)); }

std::vector<double> Axis::ticks(int wanted) const {
    if (!(high > low)) return {low};
    double const distance = tick_distance(high - low, wanted);
    double const slack = 1e-9 * distance;
    std::vector<double> at;
    for (double k = std::ceil((low - slack) / distance); k * distance <= high + slack; ++k) at.push_back(k * distance);
    return at;
}

int Axis::tick_decimals(int wanted) const {
    if (!(high > low)) return 2;
    return std::max(0, static_cast<int>(-std::floor(std::log10(tick_distance(high - low, wanted)) + 1e-9)));
}

} // namespace casus::report
