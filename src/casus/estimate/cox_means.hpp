// What is expected of the covariates of those at risk, at each time of events and cumulated over them.
#pragma once

#include "casus/estimate/cox.hpp"

#include <cstddef>
#include <vector>

namespace casus::estimate {

/// In scaled columns, each of CoxModel::stride() cells; ties dissolved: x̄_l = (Σ r x − (l/d) Σ_events r x) / S_l.
struct CoxMeans {
    std::vector<double> mean;   ///< time → mean over l of x̄_l: what its events are held against
    std::vector<double> summed; ///< RiskSets::sums() → Σ w̄ x̄_l / S_l, cumulated from the latest time of a stratum
    std::vector<double> excess; ///< time → Σ w̄ (l/d) x̄_l / S_l: what the tied rows themselves do not bear
};
[[nodiscard]] CoxMeans cox_means(CoxFit const& fit);

} // namespace casus::estimate
