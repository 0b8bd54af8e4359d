#include "casus/estimate/survival_curve.hpp"

#include <algorithm>
#include <cmath>

namespace casus::estimate {
namespace {

/// Place of the last time of the curve that is not after `time`, from 1; 0 before the first.
std::size_t place(SurvivalCurve const& curve, double time) {
    return static_cast<std::size_t>(std::upper_bound(curve.times.begin(), curve.times.end(), time) -
                                    curve.times.begin());
}

/// First time at which value(k) is at most the level, a stretch at the level itself (to within rounding) halved.
template <class Value>
std::optional<double> first_at_most(SurvivalCurve const& curve, double level, Value const& value) {
    constexpr double rounding = 1.5e-8; // what R's survival takes for equal
    for (std::size_t k = 0; k < curve.times.size(); ++k) {
        if (value(k) > level + rounding) continue;
        if (value(k) < level - rounding) return curve.times[k];
        for (std::size_t next = k + 1; next < curve.times.size(); ++next)
            if (value(next) < level - rounding) return 0.5 * (curve.times[k] + curve.times[next]);
        return curve.times[k];
    }
    return std::nullopt;
}

} // namespace

double SurvivalCurve::survival_at(double time) const {
    std::size_t const k = place(*this, time);
    return k == 0 ? 1.0 : survival[k - 1];
}

Interval SurvivalCurve::band_at(double time) const {
    std::size_t const k = place(*this, time);
    return k == 0 ? Interval{1.0, 1.0} : survival_band[k - 1];
}

Interval survival_band(double survival, double log_se, double z, Band band, Interval before) {
    if (!(survival > 0.0) || !std::isfinite(log_se)) return {0.0, before.high};
    if (survival >= 1.0) return {1.0, 1.0};
    switch (band) {
    case Band::Plain: {
        double const half = z * log_se * survival;
        return {std::max(0.0, survival - half), std::min(1.0, survival + half)};
    }
    case Band::LogLog: {
        double const hazard = -std::log(survival);
        double const factor = std::exp(z * log_se / hazard);
        return {std::exp(-hazard * factor), std::exp(-hazard / factor)};
    }
    case Band::Log:
        break;
    }
    return {survival * std::exp(-z * log_se), std::min(1.0, survival * std::exp(z * log_se))};
}

Interval hazard_band(double hazard, double se, double z, Band band) {
    if (!(hazard > 0.0)) return {0.0, 0.0};
    if (band == Band::Plain) return {std::max(0.0, hazard - z * se), hazard + z * se};
    double const factor = std::exp(z * se / hazard);
    return {hazard / factor, hazard * factor};
}

Quantile quantile(SurvivalCurve const& curve, double level) {
    return {first_at_most(curve, level, [&](std::size_t k) { return curve.survival[k]; }),
            first_at_most(curve, level, [&](std::size_t k) { return curve.survival_band[k].low; }),
            first_at_most(curve, level, [&](std::size_t k) { return curve.survival_band[k].high; })};
}

} // namespace casus::estimate
