// A whole trial of forecasts: settings chosen in training years, every test year forecast from the years before it.
#pragma once

#include "casus/base/result.hpp"
#include "casus/fit/alienation_data.hpp"
#include "casus/fit/forecast_scores.hpp"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace casus::fit {

struct ForecastYears {
    int train_first = 0;
    int train_last = 0;
    int test_first = 0;
    int test_last = 0;
};

struct ForecastRun {
    ForecastYears years;
    ModelSettings settings;
    std::vector<Judged> rows;
    Scores scores;
    Margins margins;
};

/// Errors: no outcome in the training years to choose settings by; no row in the test years for which there is a forecast.
[[nodiscard]] ForecastRun run_forecasts(AlienationData const& data, Surroundings const& around,
                                        ForecastYears const& years, std::uint64_t seed);

/// Scores against the baselines, by issue, year and ally, calibration, settings and notes.
[[nodiscard]] Chapter forecast_chapter(AlienationData const& data, ForecastRun const& run);

/// What a "casus.forecast/1" document says after its manifest (docs/forecast.md).
[[nodiscard]] nlohmann::ordered_json forecast_document(AlienationData const& data, ForecastRun const& run);

} // namespace casus::fit
