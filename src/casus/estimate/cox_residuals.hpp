// What a Cox model leaves unexplained, row by row and event by event. Rows are in the order of the data.
#pragma once

#include "casus/estimate/cox.hpp"

#include <cstddef>
#include <vector>

namespace casus::estimate {

/// δ − Ĥ(row) (Barlow and Prentice 1988), without the case weight, as residuals(coxph).
[[nodiscard]] std::vector<double> martingale_residuals(CoxFit const& fit);

/// sign(M) √(−2 (M + δ log(δ − M))) (Therneau, Grambsch and Fleming 1990).
[[nodiscard]] std::vector<double> deviance_residuals(CoxFit const& fit);

/// Rows × terms, row-major: ∫ (x − x̄(t)) dM, in units of the data, without the case weight.
[[nodiscard]] std::vector<double> score_residuals(CoxFit const& fit);

/// Rows × terms, row-major: how much each row moves the estimates, its weight included: w · score residual · covariance.
[[nodiscard]] std::vector<double> dfbeta(CoxFit const& fit);

/// Of each row with an event, by stratum and time, earliest first: its covariates less what was expected of the risk set.
struct Schoenfeld {
    std::vector<std::size_t> rows;
    std::vector<double> times;
    std::vector<double> residuals; ///< events × terms, row-major
    std::vector<double> scaled; ///< times covariance × events, plus β: β(t) when smoothed (Grambsch and Therneau 1994)
};
[[nodiscard]] Schoenfeld schoenfeld_residuals(CoxFit const& fit);

} // namespace casus::estimate
