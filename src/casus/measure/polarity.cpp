#include "casus/measure/polarity.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <limits>
#include <vector>

namespace casus::measure {

void power_shares(std::span<double const> powers, std::span<double> shares) {
    assert(powers.size() == shares.size());
    double sum = 0.0;
    for (double const power : powers) sum += power;
    for (std::size_t i = 0; i < powers.size(); ++i)
        shares[i] = sum > 0.0 ? powers[i] / sum : std::numeric_limits<double>::quiet_NaN();
}

Polarity polarity(std::span<double const> powers, PolarityThresholds const& thresholds) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    std::vector<double> shares(powers.size());
    power_shares(powers, shares);
    Polarity result{
        .powers = shares.size(), .concentration = nan, .herfindahl = nan, .greatest = nan, .second = nan, .kind = {}};
    if (shares.empty() || std::isnan(shares[0])) return result;
    result.herfindahl = 0.0;
    for (double const share : shares) result.herfindahl += share * share;
    std::sort(shares.begin(), shares.end(), std::greater<>());
    result.greatest = shares[0];
    result.second = shares.size() > 1 ? shares[1] : 0.0;
    double const even = 1.0 / static_cast<double>(shares.size());
    // Of equal powers Σ s² may miss 1/N by a rounding.
    if (shares.size() > 1) result.concentration = std::sqrt(std::max(0.0, (result.herfindahl - even) / (1.0 - even)));
    if (result.greatest >= thresholds.one && result.second < thresholds.one)
        result.kind = PolarityClass::Unipolar;
    else if (result.greatest + result.second >= thresholds.two_together && result.second >= thresholds.each_of_two)
        result.kind = PolarityClass::Bipolar;
    else
        result.kind = PolarityClass::Multipolar;
    return result;
}

} // namespace casus::measure
