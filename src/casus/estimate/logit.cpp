#include "casus/estimate/logit.hpp"

#include "casus/estimate/basis.hpp"
#include "casus/estimate/climb.hpp"
#include "casus/estimate/row_sums.hpp"
#include "casus/estimate/sandwich.hpp"
#include "casus/estimate/separation.hpp"

#include "casus/base/error.hpp"
#include "casus/base/vector_math.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace casus::estimate {

namespace {

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Eigen::Index;
using Lane = std::array<double, block_rows>;

enum class Link { Logit, CompLogLog };

/// Of the second derivative: as the data have it, or its expectation.
enum class Curvature { Observed, Expected };

struct Rows {
    std::span<double const* const> columns;
    std::size_t rows = 0;
    std::span<std::uint8_t const> y;
    Options const* options = nullptr;
    Link link = Link::Logit;

    [[nodiscard]] double weight(std::size_t i) const { return options->weights.empty() ? 1.0 : options->weights[i]; }
};

/// Offset + Xβ.
void linear_predictor(Rows const& rows, Block const& block, std::span<double const> beta, Lane& eta) {
    if (rows.options->offset.empty())
        std::fill_n(eta.begin(), block.rows, 0.0);
    else
        std::copy_n(rows.options->offset.begin() + static_cast<std::ptrdiff_t>(block.first), block.rows, eta.begin());
    add_products(block, beta, eta.data());
}

/// What a block of rows gives, weighted: log-likelihood, its derivative by the linear predictor, and less its second one.
struct Parts {
    Lane residual;
    Lane curvature;
    Lane log_likelihood;
};

void logit_parts(Rows const& rows, Block const& block, Lane const& eta, Parts& parts) {
    for (std::size_t i = 0; i < block.rows; ++i) {
        double const y = rows.y[block.first + i];
        double const size = std::abs(eta[i]);
        double const decay = lane::exp(-size);
        double const near = 1.0 / (1.0 + decay); // of the likelier outcome
        double const p = eta[i] > 0.0 ? near : decay * near;
        parts.residual[i] = y - p;
        parts.curvature[i] = decay * near * near;
        parts.log_likelihood[i] = y * eta[i] - (eta[i] > 0.0 ? eta[i] : 0.0) + lane::log(near);
    }
}

/// P(y = 1) = 1 − exp(−t), t = exp(η).
void log_log_parts(Rows const& rows, Block const& block, Lane const& eta, Curvature curvature, Parts& parts) {
    constexpr double certain = 300.0; // from here on nothing is left to learn of a row with y = 1
    for (std::size_t i = 0; i < block.rows; ++i) {
        bool const one = rows.y[block.first + i] != 0;
        double const t = std::exp(std::min(eta[i], 600.0));
        bool const far = t > certain;
        double const grown = far ? 0.0 : std::expm1(t);
        double const share = far ? 0.0 : t > 0.0 ? t / grown : 1.0; // t / (eᵗ − 1)
        parts.log_likelihood[i] = one ? std::log(-std::expm1(-std::max(t, 1e-300))) : -t;
        parts.residual[i] = one ? share : -t;
        if (curvature == Curvature::Expected)
            parts.curvature[i] = t * share;
        else
            parts.curvature[i] = !one ? t : far || t == 0.0 ? 0.0 : share * (t * (grown + 1.0) - grown) / grown;
    }
}

void parts_of(Rows const& rows, Block const& block, Lane const& eta, Curvature curvature, Parts& parts) {
    if (rows.link == Link::Logit)
        logit_parts(rows, block, eta, parts);
    else
        log_log_parts(rows, block, eta, curvature, parts);
    if (rows.options->weights.empty()) return;
    double const* const w = rows.options->weights.data() + block.first;
    for (std::size_t i = 0; i < block.rows; ++i) {
        parts.residual[i] *= w[i];
        parts.curvature[i] *= w[i];
        parts.log_likelihood[i] *= w[i];
    }
}

double total(Lane const& lane, std::size_t rows) {
    double sum = 0.0;
    for (std::size_t i = 0; i < rows; ++i) sum += lane[i];
    return sum;
}

Slope slope_at(Rows const& rows, std::span<double const> beta, Curvature curvature = Curvature::Observed) {
    std::size_t const k = rows.columns.size();
    std::vector<double> sums = sum_over_rows(
        rows.columns, rows.rows, 1 + k + k * k, rows.options->threads, [&](Block const& block, std::span<double> into) {
            Lane eta;
            Parts parts;
            linear_predictor(rows, block, beta, eta);
            parts_of(rows, block, eta, curvature, parts);
            into[0] += total(parts.log_likelihood, block.rows);
            add_weighted_sums(block, parts.residual.data(), into.data() + 1);
            add_cross_products(block, parts.curvature.data(), into.data() + 1 + k, k);
        });
    auto const at = [&](std::size_t n) { return sums.begin() + static_cast<std::ptrdiff_t>(n); };
    return {.log_likelihood = sums[0], .score = {at(1), at(1 + k)}, .information = {at(1 + k), sums.end()}};
}

double largest_move(Rows const& rows, std::span<double const> step) {
    double largest = 0.0;
    for (std::size_t first = 0; first < rows.rows; first += block_rows) {
        Block const block{rows.columns, first, std::min(block_rows, rows.rows - first)};
        Lane move{};
        add_products(block, step, move.data());
        for (std::size_t i = 0; i < block.rows; ++i)
            if (rows.weight(first + i) > 0.0) largest = std::max(largest, std::abs(move[i]));
    }
    return largest;
}

struct Outcomes {
    std::size_t ones = 0;
    std::size_t zeros = 0;
    double weight_of_ones = 0.0;
    double weight = 0.0;
};

Outcomes count(Rows const& rows) {
    Outcomes outcomes;
    for (std::size_t i = 0; i < rows.rows; ++i) {
        double const w = rows.weight(i);
        if (w == 0.0) continue;
        (rows.y[i] ? outcomes.ones : outcomes.zeros) += 1;
        outcomes.weight += w;
        if (rows.y[i]) outcomes.weight_of_ones += w;
    }
    if (outcomes.ones == 0 || outcomes.zeros == 0)
        throw Error(Problem{.place = {},
                            .what = {"the outcome does not vary", "因变量没有变化"},
                            .found = outcomes.ones == 0 ? "0" : "1",
                            .expected = {"rows with 0 and rows with 1", "既有 0 又有 1 的行"}});
    return outcomes;
}

Hill hill_of(Rows const& rows, Outcomes const& outcomes) {
    return {.slope = [&rows](std::span<double const> at) { return slope_at(rows, at); },
            .largest_move = [&rows](std::span<double const> step) { return largest_move(rows, step); },
            .events = static_cast<double>(std::min(outcomes.ones, outcomes.zeros))};
}

/// The linear predictor of this probability.
double at_share(Link link, double share) {
    return link == Link::Logit ? std::log(share / (1.0 - share)) : std::log(-std::log1p(-share));
}

/// 0; of rare outcomes the top of the model with an intercept alone, where one is among the columns: from there it is half as
/// many steps.
std::vector<double> start_of(Rows const& rows, Outcomes const& outcomes) {
    std::vector<double> start(rows.columns.size());
    constexpr double rare = 0.05;
    double const share = outcomes.weight_of_ones / outcomes.weight;
    if (!rows.options->offset.empty() || std::min(share, 1.0 - share) > rare) return start;
    for (std::size_t c = 0; c < start.size(); ++c) {
        double const* const column = rows.columns[c];
        double const value = column[0];
        if (value == 0.0 || !std::all_of(column, column + rows.rows, [&](double x) { return x == value; })) continue;
        start[c] = at_share(rows.link, share) / value;
        break;
    }
    return start;
}

/// Of the model with an intercept alone, or with nothing where the design has none.
double null_log_likelihood(Rows const& rows, Outcomes const& outcomes, bool constant) {
    if (!constant) return slope_at({{}, rows.rows, rows.y, rows.options, rows.link}, {}).log_likelihood;
    double const share = outcomes.weight_of_ones / outcomes.weight;
    if (rows.options->offset.empty())
        return outcomes.weight * (share * std::log(share) + (1.0 - share) * std::log1p(-share));
    std::vector<double> const ones(rows.rows, 1.0);
    std::vector<double const*> const column{ones.data()};
    Rows const null{column, rows.rows, rows.y, rows.options, rows.link};
    return climb(hill_of(null, outcomes), {at_share(rows.link, share)}).log_likelihood;
}

// --- Firth ------------------------------------------------------------------------------------------------------------

RowMajor symmetric(std::vector<double> const& lower, std::size_t k) {
    Eigen::Map<RowMajor const> const given(lower.data(), static_cast<Index>(k), static_cast<Index>(k));
    return given.selfadjointView<Eigen::Lower>();
}

/// Σ h (1/2 − p) x with the leverages h of the weighted regression.
std::vector<double> firth_score(Rows const& rows, std::span<double const> beta, RowMajor const& root) {
    std::size_t const k = rows.columns.size();
    return sum_over_rows(rows.columns, rows.rows, k, rows.options->threads,
                         [&](Block const& block, std::span<double> into) {
                             Lane eta;
                             Parts parts;
                             linear_predictor(rows, block, beta, eta);
                             parts_of(rows, block, eta, Curvature::Observed, parts);
                             Lane leverage{};
                             for (std::size_t c = 0; c < k; ++c) {
                                 Lane along{};
                                 add_products(block, {root.data() + c * k, k}, along.data());
                                 for (std::size_t i = 0; i < block.rows; ++i) leverage[i] += along[i] * along[i];
                             }
                             for (std::size_t i = 0; i < block.rows; ++i)
                                 leverage[i] *= parts.curvature[i] * (0.5 - 1.0 / (1.0 + std::exp(-eta[i])));
                             add_weighted_sums(block, leverage.data(), into.data());
                         });
}

/// Fisher scoring on the penalised likelihood: its steps need not be Newton's, so it takes some more of them.
Climb climb_penalised(Rows const& rows, std::size_t k) {
    constexpr int most = 500;
    constexpr double longest = 5.0;
    auto const penalised = [&](Slope const& slope) {
        Eigen::LLT<Eigen::MatrixXd> const factor(symmetric(slope.information, k));
        return slope.log_likelihood + factor.matrixLLT().diagonal().array().log().sum();
    };
    Climb climb{.at = std::vector<double>(k), .inverse = {}, .step = {}};
    Slope slope = slope_at(rows, climb.at);
    double value = penalised(slope);
    for (; climb.iterations < most && !climb.converged; ++climb.iterations) {
        RowMajor const inverse = Eigen::LLT<Eigen::MatrixXd>(symmetric(slope.information, k))
                                     .solve(Eigen::MatrixXd::Identity(static_cast<Index>(k), static_cast<Index>(k)));
        RowMajor const root = Eigen::LLT<Eigen::MatrixXd>(inverse).matrixL().transpose().toDenseMatrix();
        std::vector<double> const extra = firth_score(rows, climb.at, root);
        Eigen::VectorXd score = Eigen::Map<Eigen::VectorXd const>(slope.score.data(), static_cast<Index>(k)) +
                                Eigen::Map<Eigen::VectorXd const>(extra.data(), static_cast<Index>(k));
        Eigen::VectorXd step = inverse * score;
        double const rise = score.dot(step);
        step *= std::min(1.0, longest / std::max(1e-300, largest_move(rows, {step.data(), k})));
        climb.inverse.assign(inverse.data(), inverse.data() + inverse.size());
        climb.converged = rise < 1e-20 * std::max(1.0, std::abs(value));
        bool moved = false;
        for (int halvings = 0; halvings < 30 && !moved && !climb.converged; ++halvings, step *= 0.5) {
            std::vector<double> next = climb.at;
            for (std::size_t c = 0; c < k; ++c) next[c] += step[static_cast<Index>(c)];
            Slope there = slope_at(rows, next);
            double const height = penalised(there);
            if (!(height >= value - 1e-12 * std::abs(value))) continue;
            moved = true;
            climb.at = std::move(next);
            slope = std::move(there);
            value = height;
        }
        if (!moved) break;
    }
    climb.log_likelihood = slope.log_likelihood;
    return climb;
}

std::vector<double> clustered(Rows const& rows, std::span<double const> beta, std::span<double const> bread,
                              std::size_t clusters) {
    std::size_t const k = rows.columns.size();
    ClusterScores scores(clusters, k);
    for (std::size_t first = 0; first < rows.rows; first += block_rows) {
        Block const block{rows.columns, first, std::min(block_rows, rows.rows - first)};
        Lane eta;
        Parts parts;
        linear_predictor(rows, block, beta, eta);
        parts_of(rows, block, eta, Curvature::Observed, parts);
        for (std::size_t i = 0; i < block.rows; ++i) {
            auto const sums = scores.of(rows.options->clusters[first + i]);
            for (std::size_t c = 0; c < k; ++c) sums[c] += parts.residual[i] * rows.columns[c][first + i];
        }
    }
    return scores.covariance(bread, few_clusters(clusters));
}

/// The inverse of the expected information at the top.
std::vector<double> expected_inverse(Rows const& rows, std::span<double const> beta) {
    auto const k = static_cast<Index>(rows.columns.size());
    Slope const slope = slope_at(rows, beta, Curvature::Expected);
    RowMajor const inverse = Eigen::LLT<Eigen::MatrixXd>(symmetric(slope.information, rows.columns.size()))
                                 .solve(Eigen::MatrixXd::Identity(k, k));
    return {inverse.data(), inverse.data() + inverse.size()};
}

/// Names, errors and notes of a top.
Fit fit_at(Climb top, Basis const& basis, Rows const& rows, Outcomes const& outcomes, std::string model) {
    Options const& options = *rows.options;
    std::size_t const k = basis.columns();
    Fit fit{.model = std::move(model), .rows = basis.weighing().rows, .events = outcomes.ones};
    fit.notes = basis.notes();
    fit.log_likelihood = top.log_likelihood;
    fit.log_likelihood_null = null_log_likelihood(rows, outcomes, basis.has_constant());
    fit.iterations = top.iterations;
    fit.converged = top.converged;
    if (!top.converged) fit.notes.push_back({"the likelihood did not settle", "似然未收敛"});
    std::vector<double> robust;
    fit.clusters = clusters_in(options.clusters);
    if (fit.clusters == 1) fit.notes.push_back(one_cluster());
    if (fit.clusters > 1) {
        robust = clustered(rows, top.at, top.inverse, fit.clusters);
        basis.back_covariance(robust, k);
    }
    basis.back(top.at);
    basis.back_covariance(top.inverse, k);
    fill_terms(fit, basis.names(), top.at, std::move(top.inverse), std::move(robust), 0.0);
    return fit;
}

} // namespace

Fit logit(Design const& design, std::span<std::uint8_t const> y, Options const& options, bool firth) {
    assert(y.size() == design.rows);
    Basis const basis(design, options);
    Rows const rows{basis.places(), basis.rows(), y, &options};
    Outcomes const outcomes = count(rows);
    std::size_t const k = basis.columns();
    Climb top = firth ? climb_penalised(rows, k) : climb(hill_of(rows, outcomes), start_of(rows, outcomes));
    if (top.separated) throw separation(top, basis, 1, {"--firth, or a model without them", "--firth，或去掉这些变量"});
    return fit_at(std::move(top), basis, rows, outcomes, firth ? "logit (Firth)" : "logit");
}

Fit cloglog(Design const& design, std::span<std::uint8_t const> y, Options const& options) {
    assert(y.size() == design.rows);
    Basis const basis(design, options);
    Rows const rows{basis.places(), basis.rows(), y, &options, Link::CompLogLog};
    Outcomes const outcomes = count(rows);
    Climb top = climb(hill_of(rows, outcomes), std::vector<double>(basis.columns()));
    if (top.separated) throw separation(top, basis, 1, {"a model without them", "去掉这些变量"});
    top.inverse = expected_inverse(rows, top.at);
    return fit_at(std::move(top), basis, rows, outcomes, "cloglog");
}

} // namespace casus::estimate
