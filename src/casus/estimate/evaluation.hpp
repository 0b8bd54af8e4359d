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

} // namespace casus::estimate
