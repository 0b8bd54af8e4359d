#include "casus/estimate/sandwich.hpp"

#include "casus/estimate/p_value.hpp"

#include <Eigen/Core>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace casus::estimate {

namespace {

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

double error_of(std::vector<double> const& covariance, std::size_t terms, std::size_t term) {
    return std::sqrt(std::max(0.0, covariance[term * terms + term]));
}

} // namespace

std::size_t clusters_in(std::span<std::uint32_t const> clusters) {
    return clusters.empty() ? 0 : std::size_t{*std::ranges::max_element(clusters)} + 1;
}

std::vector<double> ClusterScores::covariance(std::span<double const> bread, double factor) const {
    auto const k = static_cast<Eigen::Index>(terms_);
    Eigen::Map<RowMajor const> const scores(sums_.data(), static_cast<Eigen::Index>(clusters()), k);
    Eigen::Map<RowMajor const> const b(bread.data(), k, k);
    RowMajor const spread = scores * b;
    std::vector<double> covariance(terms_ * terms_);
    Eigen::Map<RowMajor>(covariance.data(), k, k) = factor * (spread.transpose() * spread);
    return covariance;
}

void fill_terms(Fit& fit, std::vector<std::string> names, std::span<double const> estimates,
                std::vector<double> covariance, std::vector<double> robust, double freedom) {
    std::size_t const k = names.size();
    assert(estimates.size() == k && covariance.size() == k * k);
    fit.terms.clear();
    for (std::size_t t = 0; t < k; ++t) {
        Term term{.name = std::move(names[t]), .estimate = estimates[t], .se = error_of(covariance, k, t)};
        if (!robust.empty()) term.robust_se = error_of(robust, k, t);
        double const error = robust.empty() ? term.se : term.robust_se;
        term.statistic = error > 0.0 ? term.estimate / error : none;
        if (error <= 0.0)
            term.p = none;
        else
            term.p = freedom > 0.0 ? student_p(term.statistic, freedom) : normal_p(term.statistic);
        fit.terms.push_back(std::move(term));
    }
    fit.covariance = robust.empty() ? std::move(covariance) : std::move(robust);
}

Text one_cluster() { return {"all rows lie in one cluster: no errors by cluster", "所有行属于同一聚类：无聚类误差"}; }

} // namespace casus::estimate
