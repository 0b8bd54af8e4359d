#include "casus/estimate/linear.hpp"

#include "casus/estimate/least_squares.hpp"
#include "casus/estimate/sandwich.hpp"
#include "casus/estimate/triangle.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace casus::estimate {

namespace {

/// Of normal errors whose variance is estimated from `squares`, as R's logLik of lm.
double log_likelihood(Weighing const& weighing, double squares) {
    auto const n = static_cast<double>(weighing.rows);
    return 0.5 *
           (weighing.sum_of_logs - n * (std::log(2.0 * std::numbers::pi) + 1.0 - std::log(n) + std::log(squares)));
}

/// Weighted squares of y − offset about their mean where the design has a constant column, about 0 otherwise.
double null_squares(Design const& design, LeastSquares const& fit, std::span<double const> y, Options const& options) {
    bool constant = false;
    for (std::size_t const c : fit.columns) {
        auto const column = design.column(c);
        constant = constant || std::ranges::all_of(column, [&](double x) { return x == column.front(); });
    }
    double weights = 0.0;
    double mean = 0.0;
    double squares = 0.0;
    for (std::size_t i = 0; i < y.size(); ++i) {
        double const w = options.weights.empty() ? 1.0 : options.weights[i];
        double const value = options.offset.empty() ? y[i] : y[i] - options.offset[i];
        if (w == 0.0) continue;
        weights += w;
        double const step = value - mean;
        if (constant) mean += step * w / weights;
        squares += w * step * (value - mean);
    }
    return squares;
}

std::vector<double> clustered(Design const& design, LeastSquares const& fit, Options const& options,
                              std::size_t clusters) {
    std::vector<double const*> const columns = places_of(design, fit.columns);
    ClusterScores scores(clusters, columns.size());
    for (std::size_t i = 0; i < design.rows; ++i) {
        double const weighted = options.weights.empty() ? fit.residuals[i] : options.weights[i] * fit.residuals[i];
        auto const sums = scores.of(options.clusters[i]);
        for (std::size_t c = 0; c < columns.size(); ++c) sums[c] += weighted * columns[c][i];
    }
    auto const n = static_cast<double>(fit.weighing.rows);
    double const few_rows = (n - 1.0) / (n - static_cast<double>(columns.size()));
    return scores.covariance(fit.inverse, few_clusters(clusters) * few_rows);
}

} // namespace

Fit linear(Design const& design, std::span<double const> y, Options const& options) {
    LeastSquares squares = least_squares(design, y, options);
    Fit fit{.model = "linear", .rows = squares.weighing.rows};
    fit.notes = squares.notes;
    fit.iterations = 1;
    auto const freedom = static_cast<double>(squares.weighing.rows - squares.columns.size());
    double const variance = squares.squares / freedom;
    std::vector<double> covariance = squares.inverse;
    for (double& cell : covariance) cell *= variance;

    std::vector<double> robust;
    fit.clusters = clusters_in(options.clusters);
    if (fit.clusters == 1) fit.notes.push_back(one_cluster());
    if (fit.clusters > 1) robust = clustered(design, squares, options, fit.clusters);
    fill_terms(fit, squares.names, squares.estimates, std::move(covariance), std::move(robust), freedom);

    double const null = null_squares(design, squares, y, options);
    if (squares.squares > 1e-24 * null && null > 0.0) {
        fit.log_likelihood = log_likelihood(squares.weighing, squares.squares);
        fit.log_likelihood_null = log_likelihood(squares.weighing, null);
    } else {
        fit.notes.push_back({"the covariates give the outcome exactly: errors and likelihood mean nothing",
                             "自变量完全决定因变量：误差与似然没有意义"});
    }
    return fit;
}

} // namespace casus::estimate
