#include "casus/estimate/mixed.hpp"

#include "casus/estimate/least_squares.hpp"
#include "casus/estimate/profiled_deviance.hpp"
#include "casus/estimate/sandwich.hpp"
#include "casus/estimate/triangle.hpp"

#include "casus/base/error.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace casus::estimate {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr int most_mixed_iterations = 200;
constexpr double least_ratio = 1e-10; ///< of variances; below it an intercept counts as not varying
constexpr double longest_step = 3.0;  ///< of a ratio's logarithm
constexpr double tried_step = 1e-4;   ///< of a ratio's logarithm, for the curvature

void check(std::span<Grouping const> groupings, std::size_t rows) {
    for (Grouping const& grouping : groupings) {
        std::size_t const groups = clusters_in(grouping.of_row);
        if (groups >= 2 && groups < rows) continue;
        throw Error(
            Problem{.place = {},
                    .what = {"grouping " + grouping.name + " cannot be told apart from " +
                                 (groups < 2 ? "the intercept" : "the rows' errors"),
                             "分组 " + grouping.name + (groups < 2 ? " 与截距无法区分" : " 与各行误差无法区分")},
                    .found = std::to_string(groups),
                    .expected = {"more than one group, and fewer than rows", "多于一组，且少于行数"}});
    }
}

/// One pass over the rows.
GroupedSums grouped_sums(Design const& design, LeastSquares const& fit, std::span<Grouping const> groupings,
                         Options const& options) {
    GroupedSums sums{.rows = fit.weighing.rows, .first = {0}};
    for (Grouping const& grouping : groupings) sums.first.push_back(sums.first.back() + clusters_in(grouping.of_row));
    auto const q = static_cast<Index>(sums.first.back());
    std::vector<double const*> const columns = places_of(design, fit.columns);
    auto const k = static_cast<Index>(columns.size());
    sums.groups = MatrixXd::Zero(q, q);
    sums.with_residuals = VectorXd::Zero(q);
    RowMajor covariates = RowMajor::Zero(q, k); // ZᵀWX
    std::vector<Index> group(groupings.size());
    for (std::size_t i = 0; i < design.rows; ++i) {
        double const w = options.weights.empty() ? 1.0 : options.weights[i];
        for (std::size_t g = 0; g < group.size(); ++g)
            group[g] = static_cast<Index>(sums.first[g] + groupings[g].of_row[i]);
        for (Index const a : group) {
            for (Index const b : group) sums.groups(a, b) += w;
            sums.with_residuals[a] += w * fit.residuals[i];
            for (Index c = 0; c < k; ++c) covariates(a, c) += w * columns[static_cast<std::size_t>(c)][i];
        }
    }
    Eigen::Map<RowMajor const> const r(fit.factor.data(), k, k);
    sums.with_covariates = r.triangularView<Eigen::Upper>().solve<Eigen::OnTheRight>(covariates);
    sums.squares = fit.squares;
    return sums;
}

/// A ratio at its lower end that the deviance would not raise counts as 0 and stays there.
bool at_floor(double ratio, double slope) { return ratio <= least_ratio && slope >= 0.0; }

/// Newton's step in the logarithms of the ratios that move, downhill whatever the curvature.
VectorXd newton_step(GroupedSums const& sums, VectorXd const& logs, VectorXd const& gradient,
                     std::vector<Index> const& moving) {
    auto const m = static_cast<Index>(moving.size());
    MatrixXd curvature(m, m);
    VectorXd slope(m);
    for (Index a = 0; a < m; ++a) {
        VectorXd there[2];
        for (int side = 0; side < 2; ++side) {
            VectorXd moved = logs;
            moved[moving[static_cast<std::size_t>(a)]] += side ? tried_step : -tried_step;
            VectorXd const ratios = moved.array().exp();
            there[side] = profiled_deviance(sums, ratios).slope.cwiseProduct(ratios);
        }
        for (Index b = 0; b < m; ++b) {
            Index const other = moving[static_cast<std::size_t>(b)];
            curvature(b, a) = (there[1][other] - there[0][other]) / (2.0 * tried_step);
        }
        slope[a] = gradient[moving[static_cast<std::size_t>(a)]];
    }
    Eigen::SelfAdjointEigenSolver<MatrixXd> const axes(0.5 * (curvature + curvature.transpose()));
    VectorXd const bent = axes.eigenvalues().cwiseAbs().cwiseMax(1e-8);
    VectorXd const along = axes.eigenvectors() * (axes.eigenvectors().transpose() * slope).cwiseQuotient(bent);
    VectorXd step = VectorXd::Zero(logs.size());
    for (Index a = 0; a < m; ++a)
        step[moving[static_cast<std::size_t>(a)]] = std::clamp(-along[a], -longest_step, longest_step);
    return step;
}

struct Minimum {
    VectorXd ratios;
    int iterations = 0;
    bool converged = false;
};

Minimum minimise(GroupedSums const& sums, Index groupings) {
    VectorXd logs = VectorXd::Zero(groupings);
    Minimum found;
    ProfiledDeviance at = profiled_deviance(sums, logs.array().exp().matrix());
    for (; found.iterations < most_mixed_iterations && !found.converged; ++found.iterations) {
        VectorXd const ratios = logs.array().exp();
        VectorXd const gradient = at.slope.cwiseProduct(ratios);
        std::vector<Index> moving;
        for (Index g = 0; g < groupings; ++g)
            if (!at_floor(ratios[g], at.slope[g])) moving.push_back(g);
        if (moving.empty()) {
            found.converged = true;
            break;
        }
        VectorXd step = newton_step(sums, logs, gradient, moving);
        bool better = false;
        for (int halvings = 0; halvings < 30 && !better; ++halvings, step *= 0.5) {
            VectorXd const next = (logs + step).cwiseMax(std::log(least_ratio));
            ProfiledDeviance there = profiled_deviance(sums, next.array().exp().matrix());
            // Near the minimum the deviance is flat to its last digits: there the slope decides.
            bool const lower = there.value < at.value;
            bool const flat = std::abs(there.value - at.value) <= 1e-11 * std::abs(at.value) + 1e-11;
            better = lower || flat;
            if (!better) continue;
            found.converged = flat && (next - logs).cwiseAbs().maxCoeff() < 1e-8;
            logs = next;
            at = std::move(there);
            break;
        }
        if (!better) break;
    }
    found.ratios = logs.array().exp();
    for (Index g = 0; g < groupings; ++g)
        if (at_floor(found.ratios[g], at.slope[g])) found.ratios[g] = 0.0;
    return found;
}

Fit fixed_effects(LeastSquares const& squares, ProfiledDeviance const& at) {
    Fit fit{.model = "mixed", .rows = squares.weighing.rows};
    auto const k = static_cast<Index>(squares.columns.size());
    Eigen::Map<RowMajor const> const r(squares.factor.data(), k, k);
    auto const upper = r.triangularView<Eigen::Upper>();
    VectorXd const shift = upper.solve(at.shift);
    MatrixXd const root = upper.solve(MatrixXd(Eigen::LLT<MatrixXd>(at.inverse).matrixL()));
    RowMajor const spread = at.variance * (root * root.transpose());
    std::vector<double> estimates = squares.estimates;
    for (std::size_t c = 0; c < estimates.size(); ++c) estimates[c] += shift[static_cast<Index>(c)];
    fill_terms(fit, squares.names, estimates, std::vector<double>(spread.data(), spread.data() + spread.size()), {},
               0.0);
    fit.log_likelihood = -0.5 * at.value;
    fit.notes = squares.notes;
    return fit;
}

} // namespace

MixedFit mixed(Design const& design, std::span<double const> y, std::span<Grouping const> groupings, bool restricted,
               Options const& options) {
    assert(options.clusters.empty() && !groupings.empty());
    LeastSquares const squares = least_squares(design, y, options);
    check(groupings, squares.weighing.rows);
    GroupedSums sums = grouped_sums(design, squares, groupings, options);
    sums.restricted = restricted;
    sums.constant = -squares.weighing.sum_of_logs;
    std::size_t const k = squares.columns.size();
    for (std::size_t c = 0; restricted && c < k; ++c)
        sums.constant += 2.0 * std::log(std::abs(squares.factor[c * k + c]));

    Minimum const minimum = minimise(sums, static_cast<Index>(groupings.size()));
    ProfiledDeviance const at = profiled_deviance(sums, minimum.ratios);
    MixedFit fit{.fit = fixed_effects(squares, at), .residual_sd = std::sqrt(at.variance), .sd = {}, .effects = {}};
    fit.fit.iterations = minimum.iterations;
    fit.fit.converged = minimum.converged;
    if (!minimum.converged)
        fit.fit.notes.push_back({"the variances of the intercepts did not settle", "截距方差未收敛"});
    for (std::size_t g = 0; g < groupings.size(); ++g) {
        double const ratio = minimum.ratios[static_cast<Index>(g)];
        fit.sd.push_back(std::sqrt(ratio * at.variance));
        double const* const modes = at.modes.data();
        fit.effects.emplace_back(modes + sums.first[g], modes + sums.first[g + 1]);
        if (ratio == 0.0)
            fit.fit.notes.push_back({"intercepts by " + groupings[g].name + " do not vary beyond chance",
                                     groupings[g].name + " 的截距没有超出随机的差异"});
    }
    return fit;
}

} // namespace casus::estimate
