#include "casus/estimate/multinomial.hpp"

#include "casus/estimate/basis.hpp"
#include "casus/estimate/category_weights.hpp"
#include "casus/estimate/climb.hpp"
#include "casus/estimate/row_sums.hpp"
#include "casus/estimate/sandwich.hpp"
#include "casus/estimate/separation.hpp"

#include "casus/base/vector_math.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace casus::estimate {

namespace {

using Lane = std::array<double, block_rows>;

struct Rows {
    std::span<double const* const> columns;
    std::size_t rows = 0;
    std::span<std::uint32_t const> y;
    std::size_t outcomes = 0;
    Options const* options = nullptr;

    [[nodiscard]] std::size_t others() const { return outcomes - 1; } ///< outcomes but the first
    [[nodiscard]] std::size_t terms() const { return columns.size() * others(); }
    [[nodiscard]] double weight(std::size_t i) const { return options->weights.empty() ? 1.0 : options->weights[i]; }
};

/// Probabilities of the outcomes but the first, of each row of a block; returns Σ w ln P(y).
double probabilities(Rows const& rows, Block const& block, std::span<double const> at, std::vector<Lane>& p) {
    std::size_t const k = rows.columns.size();
    Lane highest{}; // the first outcome's linear predictor is 0
    for (std::size_t j = 0; j < rows.others(); ++j) {
        std::fill_n(p[j].begin(), block.rows, 0.0);
        add_products(block, at.subspan(j * k, k), p[j].data());
        for (std::size_t i = 0; i < block.rows; ++i) highest[i] = p[j][i] > highest[i] ? p[j][i] : highest[i];
    }
    Lane own{};
    Lane sum;
    for (std::size_t i = 0; i < block.rows; ++i) {
        std::size_t const y = rows.y[block.first + i];
        own[i] = (y > 0 ? p[y - 1][i] : 0.0) - highest[i];
        sum[i] = lane::exp(-highest[i]);
    }
    for (std::size_t j = 0; j < rows.others(); ++j)
        for (std::size_t i = 0; i < block.rows; ++i) {
            p[j][i] = lane::exp(p[j][i] - highest[i]);
            sum[i] += p[j][i];
        }
    double log_likelihood = 0.0;
    for (std::size_t i = 0; i < block.rows; ++i)
        log_likelihood += rows.weight(block.first + i) * (own[i] - lane::log(sum[i]));
    for (std::size_t j = 0; j < rows.others(); ++j)
        for (std::size_t i = 0; i < block.rows; ++i) p[j][i] /= sum[i];
    return log_likelihood;
}

/// w (1[y = j] − p_j) of each row of a block.
void residuals(Rows const& rows, Block const& block, std::size_t j, Lane const& p, Lane& residual) {
    for (std::size_t i = 0; i < block.rows; ++i) {
        double const hit = rows.y[block.first + i] == j + 1 ? 1.0 : 0.0;
        residual[i] = rows.weight(block.first + i) * (hit - p[i]);
    }
}

void add_block(Rows const& rows, Block const& block, std::span<double const> at, std::span<double> into) {
    std::size_t const k = rows.columns.size();
    std::size_t const terms = rows.terms();
    double* const score = into.data() + 1;
    double* const information = score + terms;
    std::vector<Lane> p(rows.others());
    into[0] += probabilities(rows, block, at, p);
    Lane weight;
    for (std::size_t j = 0; j < rows.others(); ++j) {
        residuals(rows, block, j, p[j], weight);
        add_weighted_sums(block, weight.data(), score + j * k);
        for (std::size_t l = 0; l <= j; ++l) {
            for (std::size_t i = 0; i < block.rows; ++i)
                weight[i] = rows.weight(block.first + i) * (j == l ? p[j][i] * (1.0 - p[j][i]) : -p[j][i] * p[l][i]);
            add_cross_products(block, weight.data(), information + j * k * terms + l * k, terms);
        }
    }
}

Slope slope_at(Rows const& rows, std::span<double const> at) {
    std::size_t const terms = rows.terms();
    std::size_t const k = rows.columns.size();
    std::vector<double> sums =
        sum_over_rows(rows.columns, rows.rows, 1 + terms + terms * terms, rows.options->threads,
                      [&](Block const& block, std::span<double> into) { add_block(rows, block, at, into); });
    double* const information = sums.data() + 1 + terms;
    // Blocks of pairs of outcomes are symmetric, and summed below their diagonals only.
    for (std::size_t j = 0; j < rows.others(); ++j)
        for (std::size_t l = 0; l < j; ++l)
            for (std::size_t c = 0; c < k; ++c)
                for (std::size_t d = 0; d < c; ++d)
                    information[(j * k + d) * terms + l * k + c] = information[(j * k + c) * terms + l * k + d];
    auto const from = sums.begin() + 1;
    auto const middle = from + static_cast<std::ptrdiff_t>(terms);
    return {.log_likelihood = sums[0], .score = {from, middle}, .information = {middle, sums.end()}};
}

/// Largest change of the odds between a row's outcome and another one.
double largest_move(Rows const& rows, std::span<double const> step) {
    std::size_t const k = rows.columns.size();
    std::vector<Lane> moves(rows.others());
    double largest = 0.0;
    for (std::size_t first = 0; first < rows.rows; first += block_rows) {
        Block const block{rows.columns, first, std::min(block_rows, rows.rows - first)};
        for (std::size_t j = 0; j < rows.others(); ++j) {
            moves[j].fill(0.0);
            add_products(block, step.subspan(j * k, k), moves[j].data());
        }
        for (std::size_t i = 0; i < block.rows; ++i) {
            if (rows.weight(first + i) == 0.0) continue;
            std::size_t const y = rows.y[first + i];
            double const own = y > 0 ? moves[y - 1][i] : 0.0;
            largest = std::max(largest, std::abs(own));
            for (std::size_t j = 0; j < rows.others(); ++j) largest = std::max(largest, std::abs(own - moves[j][i]));
        }
    }
    return largest;
}

std::vector<double> clustered(Rows const& rows, std::span<double const> at, std::span<double const> bread,
                              std::size_t clusters) {
    std::size_t const k = rows.columns.size();
    ClusterScores scores(clusters, rows.terms());
    std::vector<Lane> p(rows.others());
    Lane residual;
    for (std::size_t first = 0; first < rows.rows; first += block_rows) {
        Block const block{rows.columns, first, std::min(block_rows, rows.rows - first)};
        (void)probabilities(rows, block, at, p);
        for (std::size_t j = 0; j < rows.others(); ++j) {
            residuals(rows, block, j, p[j], residual);
            for (std::size_t i = 0; i < block.rows; ++i) {
                auto const sums = scores.of(rows.options->clusters[first + i]);
                for (std::size_t c = 0; c < k; ++c) sums[j * k + c] += residual[i] * rows.columns[c][first + i];
            }
        }
    }
    return scores.covariance(bread, few_clusters(clusters));
}

} // namespace

Fit multinomial(Design const& design, std::span<std::uint32_t const> y, std::span<std::string const> outcomes,
                Options const& options) {
    assert(y.size() == design.rows && options.offset.empty());
    std::vector<double> const weights = category_weights(y, outcomes, options.weights);
    Basis const basis(design, options);
    Rows const rows{basis.places(), basis.rows(), y, outcomes.size(), &options};
    Hill const hill{.slope = [&](std::span<double const> at) { return slope_at(rows, at); },
                    .largest_move = [&](std::span<double const> step) { return largest_move(rows, step); },
                    .events = *std::ranges::min_element(weights)};
    Climb top = climb(hill, std::vector<double>(rows.terms()));
    if (top.separated) throw separation(top, basis, rows.others(), {"a model without them", "去掉这些变量"});

    Fit fit{.model = "multinomial", .rows = basis.weighing().rows};
    fit.notes = basis.notes();
    fit.notes.push_back({"outcomes beside \"" + outcomes.front() + "\"", "以“" + outcomes.front() + "”为参照"});
    fit.log_likelihood = top.log_likelihood;
    fit.log_likelihood_null = log_likelihood_of_shares(weights);
    if (!basis.has_constant()) {
        double all = 0.0;
        for (double const w : weights) all += w;
        fit.log_likelihood_null = -all * std::log(static_cast<double>(outcomes.size()));
    }
    fit.iterations = top.iterations;
    fit.converged = top.converged;
    if (!top.converged) fit.notes.push_back({"the likelihood did not settle", "似然未收敛"});
    std::vector<double> robust;
    fit.clusters = clusters_in(options.clusters);
    if (fit.clusters == 1) fit.notes.push_back(one_cluster());
    if (fit.clusters > 1) {
        robust = clustered(rows, top.at, top.inverse, fit.clusters);
        basis.back_covariance(robust, rows.terms(), rows.others());
    }
    basis.back(top.at, rows.others());
    basis.back_covariance(top.inverse, rows.terms(), rows.others());
    std::vector<std::string> names;
    for (std::size_t j = 1; j < outcomes.size(); ++j)
        for (std::string const& name : basis.names()) names.push_back(outcomes[j] + ": " + name);
    fill_terms(fit, std::move(names), top.at, std::move(top.inverse), std::move(robust), 0.0);
    return fit;
}

} // namespace casus::estimate
