#include "casus/estimate/basis.hpp"

#include "casus/estimate/row_sums.hpp"
#include "casus/estimate/triangle.hpp"

#include "casus/base/error.hpp"

#include <fmt/format.h>

#include <Eigen/Core>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace casus::estimate {

namespace {

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Eigen::Index;

/// Squared length of what of a column is not in the span of those before it, against its own: below this, cross-products
/// of columns lose too many digits.
constexpr double well_conditioned = 1e-6;

RowMajor cross_products(std::span<double const* const> columns, std::size_t rows, std::span<double const> weights,
                        std::size_t threads) {
    std::size_t const k = columns.size();
    std::array<double, block_rows> ones;
    ones.fill(1.0);
    std::vector<double> const sums =
        sum_over_rows(columns, rows, k * k, threads, [&](Block const& block, std::span<double> into) {
            add_cross_products(block, weights.empty() ? ones.data() : weights.data() + block.first, into.data(), k);
        });
    return Eigen::Map<RowMajor const>(sums.data(), static_cast<Index>(k), static_cast<Index>(k));
}

/// The least remainder of the columns' Cholesky factor, each scaled to length 1; 0 where a column is all zero.
double least_remainder(RowMajor const& gram) {
    Index const k = gram.rows();
    RowMajor lower = RowMajor::Zero(k, k);
    double least = 1.0;
    for (Index c = 0; c < k; ++c) {
        if (!(gram(c, c) > 0.0)) return 0.0;
        for (Index d = 0; d <= c; ++d) {
            double const product =
                gram(c, d) / std::sqrt(gram(c, c) * gram(d, d)) - lower.row(c).head(d).dot(lower.row(d).head(d));
            if (d < c) {
                lower(c, d) = product / lower(d, d);
                continue;
            }
            least = std::min(least, product);
            if (!(product > 0.0)) return 0.0;
            lower(c, c) = std::sqrt(product);
        }
    }
    return least;
}

bool is_constant(double const* column, std::size_t rows) {
    return std::all_of(column, column + rows, [&](double x) { return x == column[0]; });
}

} // namespace

Basis::Basis(Design const& design, Options const& options)
    : rows_(design.rows), weighing_(weigh(options.weights, design.rows)) {
    std::vector<std::size_t> kept(design.columns());
    std::iota(kept.begin(), kept.end(), std::size_t{0});
    RowMajor const gram = cross_products(places_of(design, kept), rows_, options.weights, options.threads);
    bool const doubtful = least_remainder(gram) < well_conditioned;
    if (doubtful) {
        Independent independent = independent_columns(design, weighing_.roots, options.threads);
        kept = std::move(independent.columns);
        notes_ = std::move(independent.notes);
    }
    if (kept.empty() && design.columns() > 0)
        throw Error(Problem{.place = {}, .what = {"no covariate is left to estimate", "没有可供估计的变量"}});
    if (weighing_.rows <= kept.size())
        throw Error(Problem{.place = {},
                            .what = {"too few rows", "行数过少"},
                            .found = fmt::format("{}", weighing_.rows),
                            .expected = {fmt::format("more than the {} coefficients", kept.size()),
                                         fmt::format("多于 {} 个系数", kept.size())}});
    places_ = places_of(design, kept);
    for (std::size_t const c : kept) {
        names_.push_back(design.names[c]);
        auto const at = static_cast<Index>(c);
        sizes_.push_back(std::sqrt(gram(at, at) / static_cast<double>(rows_)));
    }
    has_constant_ = std::ranges::any_of(places_, [&](double const* column) { return is_constant(column, rows_); });
    if (doubtful) orthonormalise(options.threads);
}

void Basis::orthonormalise(std::size_t threads) {
    auto const k = static_cast<Index>(places_.size());
    std::vector<double> const factor = triangle_of(places_, rows_, weighing_.roots, threads);
    Eigen::Map<RowMajor const> const r(factor.data(), k, k);
    RowMajor const inverse =
        std::sqrt(static_cast<double>(rows_)) * r.triangularView<Eigen::Upper>().solve(RowMajor::Identity(k, k));
    if (!inverse.allFinite()) return;
    back_.assign(inverse.data(), inverse.data() + inverse.size());
    stored_.resize(rows_ * places_.size());
    for (std::size_t c = 0; c < places_.size(); ++c)
        for (std::size_t from = 0; from <= c; ++from) {
            double const share = back_[from * places_.size() + c];
            for (std::size_t i = 0; i < rows_; ++i) stored_[c * rows_ + i] += share * places_[from][i];
        }
    for (std::size_t c = 0; c < places_.size(); ++c) places_[c] = stored_.data() + c * rows_;
}

void Basis::back(std::span<double> coefficients, std::size_t count) const {
    if (back_.empty()) return;
    auto const k = static_cast<Index>(columns());
    Eigen::Map<RowMajor const> const inverse(back_.data(), k, k);
    for (std::size_t set = 0; set < count; ++set) {
        Eigen::Map<Eigen::VectorXd> b(coefficients.data() + set * columns(), k);
        b = (inverse * b).eval();
    }
}

void Basis::back_covariance(std::vector<double>& covariance, std::size_t terms, std::size_t count) const {
    if (back_.empty()) return;
    auto const n = static_cast<Index>(terms);
    auto const k = static_cast<Index>(columns());
    RowMajor transform = RowMajor::Identity(n, n);
    for (Index set = 0; set < static_cast<Index>(count); ++set)
        transform.block(set * k, set * k, k, k) = Eigen::Map<RowMajor const>(back_.data(), k, k);
    Eigen::Map<RowMajor> whole(covariance.data(), n, n);
    whole = (transform * whole * transform.transpose()).eval();
}

} // namespace casus::estimate
