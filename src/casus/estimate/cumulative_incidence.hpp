// Competing risks: how likely each way of ending is by a time, the others being there.
#pragma once

#include "casus/base/result.hpp"
#include "casus/estimate/spells.hpp"
#include "casus/estimate/survival_curve.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace casus::estimate {

/// At the times of events of any cause, earliest first.
struct CumulativeIncidence {
    std::vector<double> times;
    std::vector<double> at_risk;
    std::vector<double> survival;               ///< of no event of any cause
    std::vector<std::vector<double>> incidence; ///< [cause − 1][time]: ended so by then; with survival they sum to 1
    std::vector<std::vector<double>> se;
    std::vector<std::vector<Interval>> band;
    double end = 0.0; ///< last time under observation
};

/// Aalen and Johansen (1978), a curve per stratum: F_k(t) = Σ S(s−) d_k(s)/n(s). Causes are the values of `event` from 1.
/// The error is the infinitesimal jackknife over rows, which for these is the multinomial formula of Greenwood's kind:
/// what survival::survfit gives for a factor of states. Bands as survfit's with conf.type log, of F. No weights.
[[nodiscard]] std::vector<CumulativeIncidence> cumulative_incidence(Spells const& spells, double level = 0.95);

/// Events of one cause, those of others censored: what a cause-specific hazard (Cox, Kaplan–Meier …) is estimated from.
[[nodiscard]] std::vector<std::uint8_t> events_of_cause(Spells const& spells, std::uint8_t cause);

} // namespace casus::estimate
