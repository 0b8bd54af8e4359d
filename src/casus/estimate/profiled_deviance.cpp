#include "casus/estimate/profiled_deviance.hpp"

#include <Eigen/Cholesky>

#include <cmath>
#include <numbers>

namespace casus::estimate {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

/// √s of the grouping of each group: the diagonal of Λ.
VectorXd scales(GroupedSums const& sums, VectorXd const& ratios) {
    VectorXd scale(sums.groups.rows());
    for (Index g = 0; g < ratios.size(); ++g)
        for (std::size_t j = sums.first[static_cast<std::size_t>(g)]; j < sums.first[static_cast<std::size_t>(g) + 1];
             ++j)
            scale[static_cast<Index>(j)] = std::sqrt(ratios[g]);
    return scale;
}

double log_of_diagonal(Eigen::LLT<MatrixXd> const& factor) {
    return 2.0 * factor.matrixLLT().diagonal().array().log().sum();
}

} // namespace

ProfiledDeviance profiled_deviance(GroupedSums const& sums, VectorXd const& ratios) {
    Index const q = sums.groups.rows();
    Index const k = sums.with_covariates.cols();
    VectorXd const scale = scales(sums, ratios);
    MatrixXd inner = scale.asDiagonal() * sums.groups * scale.asDiagonal();
    inner.diagonal().array() += 1.0;
    Eigen::LLT<MatrixXd> const within(inner); // LLᵀ = ΛZᵀWZΛ + I
    auto const lower = within.matrixL();

    MatrixXd both(q, k + 1); // ZᵀW(Q, e)
    both << sums.with_covariates, sums.with_residuals;
    MatrixXd const half = lower.solve((scale.asDiagonal() * both).eval());
    MatrixXd const covariates = half.leftCols(k);
    VectorXd const residuals = half.col(k);

    MatrixXd information = -covariates.transpose() * covariates; // QᵀV⁻¹Q
    information.diagonal().array() += 1.0;
    Eigen::LLT<MatrixXd> const between(information);
    VectorXd const score = -covariates.transpose() * residuals; // Qᵀ e is 0
    ProfiledDeviance at;
    at.shift = between.solve(score);
    at.inverse = between.solve(MatrixXd::Identity(k, k));
    double const squares = sums.squares - residuals.squaredNorm() - score.dot(at.shift);

    auto const n = static_cast<double>(sums.rows) - (sums.restricted ? static_cast<double>(k) : 0.0);
    at.variance = squares / n;
    at.value = log_of_diagonal(within) + n * (1.0 + std::log(2.0 * std::numbers::pi * at.variance)) + sums.constant;
    if (sums.restricted) at.value += log_of_diagonal(between);

    MatrixXd const spread = lower.solve((scale.asDiagonal() * sums.groups).eval()); // L⁻¹ΛZᵀWZ
    MatrixXd const seen = both - spread.transpose() * half;                         // ZᵀV⁻¹(Q, e)
    VectorXd const unexplained = seen.col(k) - seen.leftCols(k) * at.shift;         // ZᵀPe
    VectorXd traces = sums.groups.diagonal() - spread.colwise().squaredNorm().transpose();
    if (sums.restricted) traces -= (seen.leftCols(k) * at.inverse).cwiseProduct(seen.leftCols(k)).rowwise().sum();
    at.slope.resize(ratios.size());
    for (Index g = 0; g < ratios.size(); ++g) {
        auto const first = static_cast<Index>(sums.first[static_cast<std::size_t>(g)]);
        auto const count = static_cast<Index>(sums.first[static_cast<std::size_t>(g) + 1]) - first;
        at.slope[g] =
            traces.segment(first, count).sum() - unexplained.segment(first, count).squaredNorm() / at.variance;
    }
    at.modes =
        scale.cwiseProduct(within.solve(scale.cwiseProduct(sums.with_residuals - sums.with_covariates * at.shift)));
    return at;
}

} // namespace casus::estimate
