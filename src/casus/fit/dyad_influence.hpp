// Covariance across fits of the same rows: how much each cluster moves each estimate.
#pragma once

#include "casus/fit/dyad_fit.hpp"

#include <vector>

namespace casus::fit {

/// Clusters × terms, row-major: the inverse information times the sum of the cluster's scores. Times G/(G−1), its cross
/// products are the covariance by cluster of one fit, and between two fits with the same clusters (White 1982; Stata's
/// suest).
struct Influence {
    std::size_t terms = 0;
    std::vector<double> of_cluster;
};

[[nodiscard]] Influence influence_of(DyadFit const& fit, std::size_t threads);

/// Covariance of the terms of one fit (rows) and of another (columns), row-major; both of the same clusters.
[[nodiscard]] std::vector<double> covariance_between(Influence const& one, Influence const& other);

} // namespace casus::fit
