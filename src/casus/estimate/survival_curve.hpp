// A curve of survival over time with its band.
#pragma once

#include "casus/base/result.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace casus::estimate {

/// On which scale the band is symmetric: of log S (survival::survfit's default), of log(−log S), of S itself.
enum class Band { Log, LogLog, Plain };

/// At the times of events, earliest first; 1 before the first.
struct SurvivalCurve {
    std::vector<double> times;
    std::vector<double> at_risk; ///< just before, weighted; empty for predicted curves
    std::vector<double> events;  ///< weighted; empty for predicted curves
    std::vector<double> survival;
    std::vector<double> survival_se; ///< of S; `none` where S is 0
    std::vector<Interval> survival_band;
    std::vector<double> hazard; ///< cumulated
    std::vector<double> hazard_se;
    std::vector<Interval> hazard_band;
    double end = 0.0; ///< last time under observation

    [[nodiscard]] double survival_at(double time) const;
    [[nodiscard]] Interval band_at(double time) const;
};

/// The band of S whose logarithm has this error, z standard errors wide, within [0, 1]. `before`: the band just before,
/// whose upper limit stands where S is 0 and has no error.
[[nodiscard]] Interval survival_band(double survival, double log_se, double z, Band band, Interval before);

/// The band of a cumulated hazard: symmetric of its logarithm (of itself for Plain, not below 0).
[[nodiscard]] Interval hazard_band(double hazard, double se, double z, Band band);

/// When survival first falls to `level` (0.5: the median) and when its band does; nothing where it never does. Where S is
/// `level` itself for a while, the middle of that while, as survival::quantile.survfit.
struct Quantile {
    std::optional<double> time;
    std::optional<double> low;
    std::optional<double> high;
};
[[nodiscard]] Quantile quantile(SurvivalCurve const& curve, double level = 0.5);

} // namespace casus::estimate
