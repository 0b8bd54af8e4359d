#include "casus/estimate/ordered.hpp"

#include "casus/estimate/basis.hpp"
#include "casus/estimate/category_weights.hpp"
#include "casus/estimate/climb.hpp"
#include "casus/estimate/row_sums.hpp"
#include "casus/estimate/sandwich.hpp"
#include "casus/estimate/separation.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <optional>

namespace casus::estimate {

namespace {

using Lane = std::array<double, block_rows>;

struct Rows {
    std::span<double const* const> columns;
    std::size_t rows = 0;
    std::span<std::uint32_t const> y;
    std::size_t grades = 0;
    Options const* options = nullptr;

    [[nodiscard]] std::size_t cuts() const { return grades - 1; }
    [[nodiscard]] std::size_t terms() const { return columns.size() + cuts(); }
    [[nodiscard]] double weight(std::size_t i) const { return options->weights.empty() ? 1.0 : options->weights[i]; }
};

/// Derivatives of one row's log-likelihood by the cut above it and the cut below it.
struct RowParts {
    double log_likelihood = 0.0;
    double above = 0.0;         ///< ∂ by a = κ_y − η
    double below = 0.0;         ///< ∂ by b = κ_{y−1} − η
    double density_above = 0.0; ///< Λ'(a)
    double density_below = 0.0;
    double between = 0.0; ///< ∂²: e^{b−a} / (1 − e^{b−a})²
};

double logistic(double x) { return x > 0.0 ? 1.0 / (1.0 + std::exp(-x)) : std::exp(x) / (1.0 + std::exp(x)); }
double soft_plus(double x) { return x > 0.0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x)); }

/// ln (Λ(a) − Λ(b)) = a + ln (1 − e^{b−a}) − ln (1 + e^a) − ln (1 + e^b); the first grade has no b, the last no a.
RowParts row_parts(std::optional<double> a, std::optional<double> b) {
    RowParts parts;
    double ratio = 0.0; // e^{b−a}
    double inverse = 1.0;
    if (a && b) {
        ratio = std::exp(*b - *a);
        inverse = -1.0 / std::expm1(*b - *a);
        parts.log_likelihood = *a - std::log(inverse) - soft_plus(*a) - soft_plus(*b);
    } else {
        parts.log_likelihood = a ? *a - soft_plus(*a) : -soft_plus(*b);
    }
    if (a) {
        double const p = logistic(*a);
        parts.above = inverse - p;
        parts.density_above = p * (1.0 - p);
    }
    if (b) {
        double const p = logistic(*b);
        parts.below = -ratio * inverse - p;
        parts.density_below = p * (1.0 - p);
    }
    parts.between = ratio * inverse * inverse;
    return parts;
}

RowParts row_parts(Rows const& rows, std::size_t i, double eta, std::span<double const> cuts) {
    std::size_t const grade = rows.y[i];
    std::optional<double> above;
    std::optional<double> below;
    if (grade < rows.cuts()) above = cuts[grade] - eta;
    if (grade > 0) below = cuts[grade - 1] - eta;
    return row_parts(above, below);
}

void linear_predictor(Rows const& rows, Block const& block, std::span<double const> at, Lane& eta) {
    for (std::size_t i = 0; i < block.rows; ++i)
        eta[i] = rows.options->offset.empty() ? 0.0 : rows.options->offset[block.first + i];
    add_products(block, at.first(rows.columns.size()), eta.data());
}

/// Sums of one block: log-likelihood, score, information.
void add_block(Rows const& rows, Block const& block, std::span<double const> at, std::span<double> into) {
    std::size_t const k = rows.columns.size();
    std::size_t const terms = rows.terms();
    double* const score = into.data() + 1;
    double* const information = score + terms;
    Lane eta;
    linear_predictor(rows, block, at, eta);
    Lane residual;
    Lane curvature;
    std::vector<Lane> by_cut(rows.cuts(), Lane{}); // −∂² by cut and linear predictor, of each row
    for (std::size_t i = 0; i < block.rows; ++i) {
        double const w = rows.weight(block.first + i);
        RowParts const parts = row_parts(rows, block.first + i, eta[i], at.subspan(k));
        std::size_t const grade = rows.y[block.first + i];
        into[0] += w * parts.log_likelihood;
        residual[i] = -w * (parts.above + parts.below);
        curvature[i] = w * (parts.density_above + parts.density_below);
        if (grade < rows.cuts()) {
            score[k + grade] += w * parts.above;
            information[(k + grade) * terms + k + grade] += w * (parts.between + parts.density_above);
            by_cut[grade][i] = -w * parts.density_above;
        }
        if (grade > 0) {
            score[k + grade - 1] += w * parts.below;
            information[(k + grade - 1) * terms + k + grade - 1] += w * (parts.between + parts.density_below);
            by_cut[grade - 1][i] = -w * parts.density_below;
        }
        if (grade > 0 && grade < rows.cuts()) information[(k + grade) * terms + k + grade - 1] -= w * parts.between;
    }
    add_weighted_sums(block, residual.data(), score);
    add_cross_products(block, curvature.data(), information, terms);
    for (std::size_t c = 0; c < rows.cuts(); ++c)
        add_weighted_sums(block, by_cut[c].data(), information + (k + c) * terms);
}

Slope slope_at(Rows const& rows, std::span<double const> at) {
    std::size_t const terms = rows.terms();
    std::vector<double> const sums =
        sum_over_rows(rows.columns, rows.rows, 1 + terms + terms * terms, rows.options->threads,
                      [&](Block const& block, std::span<double> into) { add_block(rows, block, at, into); });
    auto const from = sums.begin() + 1;
    auto const middle = from + static_cast<std::ptrdiff_t>(terms);
    return {.log_likelihood = sums[0], .score = {from, middle}, .information = {middle, sums.end()}};
}

/// Largest change of the distance between a row's linear predictor and a cut beside it.
double largest_move(Rows const& rows, std::span<double const> step) {
    auto const cuts = step.subspan(rows.columns.size());
    double largest = 0.0;
    for (std::size_t first = 0; first < rows.rows; first += block_rows) {
        Block const block{rows.columns, first, std::min(block_rows, rows.rows - first)};
        Lane move{};
        add_products(block, step.first(rows.columns.size()), move.data());
        for (std::size_t i = 0; i < block.rows; ++i) {
            if (rows.weight(first + i) == 0.0) continue;
            std::size_t const grade = rows.y[first + i];
            if (grade < rows.cuts()) largest = std::max(largest, std::abs(cuts[grade] - move[i]));
            if (grade > 0) largest = std::max(largest, std::abs(cuts[grade - 1] - move[i]));
        }
    }
    return largest;
}

Hill hill_of(Rows const& rows, double events) {
    return {.slope = [&rows](std::span<double const> at) { return slope_at(rows, at); },
            .largest_move = [&rows](std::span<double const> step) { return largest_move(rows, step); },
            .inside =
                [&rows](std::span<double const> at) {
                    auto const cuts = at.subspan(rows.columns.size());
                    return std::ranges::adjacent_find(cuts, std::greater_equal<>{}) == cuts.end();
                },
            .events = events};
}

/// Cut points that give the categories their shares.
std::vector<double> cuts_of_shares(std::span<double const> weights) {
    double all = 0.0;
    for (double const w : weights) all += w;
    std::vector<double> cuts;
    double below = 0.0;
    for (std::size_t j = 0; j + 1 < weights.size(); ++j) {
        below += weights[j];
        cuts.push_back(std::log(below / (all - below)));
    }
    return cuts;
}

std::vector<double> clustered(Rows const& rows, std::span<double const> at, std::span<double const> bread,
                              std::size_t clusters) {
    std::size_t const k = rows.columns.size();
    ClusterScores scores(clusters, rows.terms());
    for (std::size_t first = 0; first < rows.rows; first += block_rows) {
        Block const block{rows.columns, first, std::min(block_rows, rows.rows - first)};
        Lane eta;
        linear_predictor(rows, block, at, eta);
        for (std::size_t i = 0; i < block.rows; ++i) {
            std::size_t const row = first + i;
            double const w = rows.weight(row);
            RowParts const parts = row_parts(rows, row, eta[i], at.subspan(k));
            auto const sums = scores.of(rows.options->clusters[row]);
            for (std::size_t c = 0; c < k; ++c) sums[c] -= w * (parts.above + parts.below) * rows.columns[c][row];
            if (rows.y[row] < rows.cuts()) sums[k + rows.y[row]] += w * parts.above;
            if (rows.y[row] > 0) sums[k + rows.y[row] - 1] += w * parts.below;
        }
    }
    return scores.covariance(bread, few_clusters(clusters));
}

/// The design with a column of ones first, so that whatever the cut points stand for is found to be redundant.
Design with_ones(Design const& design) {
    Design whole{.rows = design.rows, .names = {}, .values = {}};
    whole.add("(Intercept)", std::vector<double>(design.rows, 1.0));
    for (std::size_t c = 0; c < design.columns(); ++c)
        if (design.names[c] != "(Intercept)") whole.add(design.names[c], design.column(c));
    return whole;
}

/// The columns after the first of what is independent of it.
Design without_ones(Design const& whole, std::vector<std::string> const& kept) {
    Design design{.rows = whole.rows, .names = {}, .values = {}};
    for (std::size_t c = 1; c < whole.columns(); ++c)
        if (std::ranges::find(kept, whole.names[c]) != kept.end()) design.add(whole.names[c], whole.column(c));
    return design;
}

} // namespace

Fit ordered(Design const& design, std::span<std::uint32_t const> y, std::span<std::string const> grades,
            Options const& options) {
    assert(y.size() == design.rows);
    std::vector<double> const weights = category_weights(y, grades, options.weights);
    Design const whole = with_ones(design);
    Basis const with_cuts(whole, options);
    Design const covariates = without_ones(whole, with_cuts.names());
    if (covariates.columns() == 0)
        throw Error(Problem{.place = {}, .what = {"no covariate is left to estimate", "没有可供估计的变量"}});
    Basis const basis(covariates, options);
    Rows const rows{basis.places(), basis.rows(), y, grades.size(), &options};
    double const events = *std::ranges::min_element(weights);

    std::vector<double> start(basis.columns());
    std::vector<double> const cuts = cuts_of_shares(weights);
    start.insert(start.end(), cuts.begin(), cuts.end());
    Climb top = climb(hill_of(rows, events), std::move(start));
    if (top.separated) throw separation(top, basis, 1, {"a model without them", "去掉这些变量"});

    Fit fit{.model = "ordered", .rows = basis.weighing().rows};
    fit.notes = with_cuts.notes();
    fit.log_likelihood = top.log_likelihood;
    fit.log_likelihood_null = log_likelihood_of_shares(weights);
    if (!options.offset.empty()) {
        Rows const null{{}, basis.rows(), y, grades.size(), &options};
        fit.log_likelihood_null = climb(hill_of(null, events), cuts).log_likelihood;
    }
    fit.iterations = top.iterations;
    fit.converged = top.converged;
    if (!top.converged) fit.notes.push_back({"the likelihood did not settle", "似然未收敛"});
    std::vector<double> robust;
    fit.clusters = clusters_in(options.clusters);
    if (fit.clusters == 1) fit.notes.push_back(one_cluster());
    if (fit.clusters > 1) {
        robust = clustered(rows, top.at, top.inverse, fit.clusters);
        basis.back_covariance(robust, rows.terms());
    }
    basis.back(top.at);
    basis.back_covariance(top.inverse, rows.terms());
    std::vector<std::string> names = basis.names();
    for (std::size_t j = 0; j + 1 < grades.size(); ++j) names.push_back(grades[j] + "|" + grades[j + 1]);
    fill_terms(fit, std::move(names), top.at, std::move(top.inverse), std::move(robust), 0.0);
    return fit;
}

} // namespace casus::estimate
