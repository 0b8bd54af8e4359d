// How well deviation was forecast: by the model and by each baseline.
#pragma once

#include "casus/base/result.hpp"
#include "casus/estimate/evaluation.hpp"
#include "casus/fit/forecast.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace casus::fit {

using PerForecaster = std::array<double, forecaster_count>;

/// "Deviates more than it follows": deviation above this.
inline constexpr double deviates_above = 0.5;

struct Scores {
    std::size_t rows = 0;
    PerForecaster rmse{};
    PerForecaster log_score{};  ///< mean log density of the outcome, normal cut off at 0 and 1; greater is better
    PerForecaster auc{};        ///< of P(deviation > ½); NaN where all or none deviate
    PerForecaster brier{};      ///< of the same probability
    PerForecaster covered{};    ///< share of outcomes between the 5 % and the 95 % quantile of the forecast
    double informed_rmse = 0.0; ///< of the model told each issue-year's common deviation
};

[[nodiscard]] Scores score(std::span<Judged const> rows);

/// P(deviation > ½) that one forecaster gives.
[[nodiscard]] double chance_of_deviating(Judged const& row, Forecaster forecaster);

[[nodiscard]] std::vector<estimate::CalibrationBin> calibration_of(std::span<Judged const> rows, Forecaster forecaster);

/// How often allies are drawn anew for the intervals of margins.
inline constexpr std::size_t resamples = 2000;

/// The model's score less that of the best baseline, with a 90 % interval from allies drawn anew with replacement.
struct Margin {
    Forecaster against = Forecaster::LastYear;
    double value = 0.0;
    Interval interval;
};
struct Margins {
    Margin rmse;
    Margin log_score;
};
[[nodiscard]] Margins margins(std::span<Judged const> rows, std::size_t states, std::uint64_t seed);

/// The rows that `of` maps to `value`, in their order.
template <class Of, class Value>
[[nodiscard]] std::vector<Judged> rows_where(std::span<Judged const> rows, Of const& of, Value value) {
    std::vector<Judged> chosen;
    for (Judged const& row : rows)
        if (of(row) == value) chosen.push_back(row);
    return chosen;
}

} // namespace casus::fit
