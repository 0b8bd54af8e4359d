// Forecasts of alliances not honoured in war, each of a war that was left out, and how good they were.
#pragma once

#include "casus/base/result.hpp"
#include "casus/fit/honoured_rows.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace casus::fit {

enum class HonourForecaster : std::size_t {
    BaseRate,    ///< share not honoured in the other wars
    Democratic,  ///< logit on the share of democracies among the other members
    Published,   ///< logit on the study's own covariates
    Abandonment, ///< the lens's A_ih as it is, nothing fitted
    Broken,      ///< 1 − cκ(1 − exit) as it is
    Fitted       ///< logit on dependence and on the log-odds of a broken promise
};
inline constexpr std::size_t honour_forecasters = 6;
[[nodiscard]] Text name(HonourForecaster forecaster);

struct HonourScore {
    double log_score = 0.0; ///< mean ln of the probability of what happened; more is better
    double brier = 0.0;     ///< less is better
    double auc = 0.5;       ///< more is better
    Interval log_interval;  ///< central 90 %, wars drawn anew
    Interval brier_interval;
    Interval auc_interval;
    Interval against_base; ///< of the log score less the base rate's, paired
};

struct HonourPeriod {
    int first_year = 0;
    int last_year = 0;
    std::size_t rows = 0;
    double broken = 0.0;    ///< share not honoured
    double predicted = 0.0; ///< mean A_ih
    double promise = 0.0;   ///< mean of 1 − cκ(1 − exit)
    double auc = 0.5;       ///< of A_ih; NaN where all were honoured or none
};

struct HonourJudgement {
    std::size_t wars = 0;
    std::size_t broken = 0;
    std::vector<std::array<double, honour_forecasters>> chance; ///< [row] of not honoured
    std::array<HonourScore, honour_forecasters> scores{};
    std::vector<HonourPeriod> periods; ///< to 1918, 1919–1945, after
};

/// Fitted ones by Firth's logit, refitted without each war; 1,000 draws of wars for the intervals.
[[nodiscard]] HonourJudgement judge_honoured(HonouredRows const& rows, std::uint64_t seed);

} // namespace casus::fit
