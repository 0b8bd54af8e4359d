// How good forecasts were.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace casus::estimate {

/// √ mean (forecast − outcome)². NaN for no rows.
[[nodiscard]] double rmse(std::span<double const> forecast, std::span<double const> outcome);

/// Area under the ROC curve of a score for outcomes 0 or 1; ties count half. NaN where one of the classes is missing.
[[nodiscard]] double roc_auc(std::span<double const> score, std::span<std::uint8_t const> outcome);

/// Mean (probability − outcome)² (Brier 1950). NaN for no rows.
[[nodiscard]] double brier(std::span<double const> probability, std::span<std::uint8_t const> outcome);

/// Forecasts of about the same probability, and how often it happened.
struct CalibrationBin {
    double low = 0.0; ///< probabilities of [low, high), the last one closed
    double high = 1.0;
    std::size_t rows = 0;
    double forecast = 0.0; ///< mean probability; NaN for no rows
    double observed = 0.0; ///< share of ones; NaN for no rows
};

/// `bins` bins of equal width over [0,1].
[[nodiscard]] std::vector<CalibrationBin> calibration(std::span<double const> probability,
                                                      std::span<std::uint8_t const> outcome, std::size_t bins);

/// A normal distribution cut off at 0 and 1: what is forecast of a share.
struct ShareForecast {
    double centre = 0.0; ///< of the normal before it is cut
    double spread = 1.0; ///< likewise, > 0
};

/// log density at `outcome` in [0,1].
[[nodiscard]] double log_density(ShareForecast const& forecast, double outcome);
/// P(X ≤ x).
[[nodiscard]] double probability_below(ShareForecast const& forecast, double x);

} // namespace casus::estimate
