// The deviance of a mixed model as a function of the variances of its intercepts alone, with its slope.
#pragma once

#include <Eigen/Core>

#include <cstddef>
#include <vector>

namespace casus::estimate {

/// What of the rows the deviance needs: cross-products of group indicators Z, orthonormal covariates Q (√W X = QR) and the
/// residuals e of least squares, all weighted.
struct GroupedSums {
    std::size_t rows = 0;
    std::vector<std::size_t> first{};  ///< first group of each grouping, then the number of all
    Eigen::MatrixXd groups{};          ///< ZᵀWZ
    Eigen::MatrixXd with_covariates{}; ///< ZᵀWQ
    Eigen::VectorXd with_residuals{};  ///< ZᵀWe
    double squares = 0.0;              ///< eᵀWe
    double constant = 0.0;             ///< what weights, and for restricted likelihood R, add to the deviance
    bool restricted = true;
};

/// At ratios s_g = σ_g²/σ².
struct ProfiledDeviance {
    double value = 0.0;      ///< −2 log-likelihood
    Eigen::VectorXd slope;   ///< by s_g
    Eigen::VectorXd shift;   ///< of the coefficients of Q, from those of least squares
    Eigen::MatrixXd inverse; ///< (QᵀV⁻¹Q)⁻¹ with V = W⁻¹ + Σ s_g Z_g Z_gᵀ
    Eigen::VectorXd modes;   ///< of the intercepts
    double variance = 0.0;   ///< σ²
};

[[nodiscard]] ProfiledDeviance profiled_deviance(GroupedSums const& sums, Eigen::VectorXd const& ratios);

} // namespace casus::estimate
