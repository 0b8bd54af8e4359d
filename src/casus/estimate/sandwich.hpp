// Errors that allow rows of one cluster to hang together (Liang & Zeger 1986).
#pragma once

#include "casus/estimate/fit.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace casus::estimate {

/// Clusters among rows numbered from 0 without gaps; 0 for none.
[[nodiscard]] std::size_t clusters_in(std::span<std::uint32_t const> clusters);

/// Sums of rows' scores by cluster: clusters × terms, row-major.
class ClusterScores {
public:
    ClusterScores(std::size_t clusters, std::size_t terms) : terms_(terms), sums_(clusters * terms) {}
    [[nodiscard]] std::size_t clusters() const { return terms_ ? sums_.size() / terms_ : 0; }
    [[nodiscard]] std::span<double> of(std::uint32_t cluster) { return {sums_.data() + cluster * terms_, terms_}; }
    /// factor · B SᵀS B of the symmetric matrix B, terms × terms: the inverse information.
    [[nodiscard]] std::vector<double> covariance(std::span<double const> bread, double factor) const;

private:
    std::size_t terms_;
    std::vector<double> sums_;
};

/// G/(G−1).
[[nodiscard]] inline double few_clusters(std::size_t clusters) {
    auto const g = static_cast<double>(clusters);
    return g / (g - 1.0);
}

/// Fills terms from estimates and covariances: errors of the model, and of clusters where `robust` is not empty; the
/// statistic is of the robust error where there is one. Statistic and p are `none` where the error is 0. p is of Student's
/// t with `freedom` degrees of freedom, of the normal distribution where that is 0.
void fill_terms(Fit& fit, std::vector<std::string> names, std::span<double const> estimates,
                std::vector<double> covariance, std::vector<double> robust, double freedom);

/// What a table says where errors by cluster were asked for and there is but one cluster.
[[nodiscard]] Text one_cluster();

} // namespace casus::estimate
