// How good forecasts of ending were, with paired intervals of how much better one was than another.
#pragma once

#include "casus/base/result.hpp"
#include "casus/estimate/evaluation.hpp"
#include "casus/fit/endurance_forecast.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace casus::fit {

/// Of one forecaster.
struct HazardScores {
    double log_score = 0.0;        ///< mean ln of the probability of what happened; more is better
    double brier = 0.0;            ///< mean (chance − ended)²; less is better
    double auc = 0.0;              ///< over alliance-years of all years together
    double concordance = 0.0;      ///< P(of two alliances in one year the one that ends had the higher chance)
    double integrated_brier = 0.0; ///< mean over horizons of (P(lasts) − lasted)², where followed
};
inline constexpr std::size_t hazard_measures = 5;
[[nodiscard]] double value_of(HazardScores const& scores, std::size_t measure); ///< in the order above
/// 1 where more is better, −1 where less is.
[[nodiscard]] int better(std::size_t measure);

/// A model less a baseline, with 90 % interval: alliances drawn anew with replacement.
struct HazardMargin {
    double value = 0.0;
    Interval interval;
};

struct HazardJudgement {
    std::size_t rows = 0;
    std::size_t ended = 0;
    std::size_t imputed = 0;
    std::size_t followed = 0;
    std::array<HazardScores, hazard_forecasters> scores{};
    /// [model: as fitted, shrunk][baseline, from HazardForecaster::Age on][measure]
    std::array<std::array<std::array<HazardMargin, hazard_measures>, hazard_baselines>, hazard_models> margins{};
};

inline constexpr std::size_t hazard_resamples = 1000;

/// NaN where a measure has nothing to go on (nothing ended; no row followed).
[[nodiscard]] HazardJudgement judge(std::span<JudgedYear const> judged, std::uint64_t seed);

/// Scores with each row as often as its alliance is drawn.
[[nodiscard]] std::array<HazardScores, hazard_forecasters> weighted_scores(std::span<JudgedYear const> judged,
                                                                           std::span<double const> of_alliance);

/// Tenths of the forecasts, lowest first: mean chance and share that ended.
[[nodiscard]] std::vector<estimate::CalibrationBin> calibration_in_tenths(std::span<JudgedYear const> judged,
                                                                          HazardForecaster forecaster);

} // namespace casus::fit
