#include "casus/measure/hostility.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace casus::measure {

double dispute_intensity(int level) {
    return level >= 1 && level <= 5 ? (level - 1) / 4.0 : std::numeric_limits<double>::quiet_NaN();
}

double scope_of(int states) { return states >= 2 ? 1.0 - 1.0 / states : std::numeric_limits<double>::quiet_NaN(); }

void hostilities(std::span<HostileEvent const> events, int first_year, HostilityParameters const& parameters,
                 std::span<double> out) {
    assert(parameters.half_life > 0.0);
    // First what each year adds to the year after it, then the sum that decays.
    std::fill(out.begin(), out.end(), 0.0);
    int const years = static_cast<int>(out.size());
    for (HostileEvent const& event : events) {
        int const counts_from = std::max(event.year + 1 - first_year, 0);
        if (counts_from >= years) continue;
        double const age = first_year + counts_from - event.year;
        out[static_cast<std::size_t>(counts_from)] +=
            event.weight * event.intensity * event.scope * std::exp2(-age / parameters.half_life);
    }
    double const fades = std::exp2(-1.0 / parameters.half_life);
    double remembered = 0.0;
    for (double& g : out) {
        remembered = remembered * fades + g;
        double const hostility = -std::expm1(-remembered);
        g = hostility < parameters.floor ? parameters.floor : hostility; // NaN stays NaN
    }
}

} // namespace casus::measure
