#include "casus/estimate/least_squares.hpp"

#include "casus/estimate/triangle.hpp"

#include "casus/base/error.hpp"

#include <fmt/format.h>

#include <Eigen/Core>

#include <cassert>

namespace casus::estimate {

namespace {

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Eigen::Index;

void check_rows(LeastSquares const& fit) {
    if (fit.columns.empty())
        throw Error(Problem{.place = {}, .what = {"no covariate is left to estimate", "没有可供估计的变量"}});
    if (fit.weighing.rows <= fit.columns.size())
        throw Error(Problem{.place = {},
                            .what = {"too few rows", "行数过少"},
                            .found = fmt::format("{}", fit.weighing.rows),
                            .expected = {fmt::format("more than the {} coefficients", fit.columns.size()),
                                         fmt::format("多于 {} 个系数", fit.columns.size())}});
}

std::vector<double> residuals_of(std::span<double const* const> columns, std::span<double const> target,
                                 std::span<double const> estimates) {
    std::vector<double> rest(target.begin(), target.end());
    for (std::size_t c = 0; c < columns.size(); ++c)
        for (std::size_t i = 0; i < rest.size(); ++i) rest[i] -= estimates[c] * columns[c][i];
    return rest;
}

} // namespace

LeastSquares least_squares(Design const& design, std::span<double const> y, Options const& options) {
    assert(y.size() == design.rows);
    LeastSquares fit{.weighing = weigh(options.weights, design.rows)};
    Independent independent = independent_columns(design, fit.weighing.roots, options.threads);
    fit.columns = std::move(independent.columns);
    fit.notes = std::move(independent.notes);
    for (std::size_t const c : fit.columns) fit.names.push_back(design.names[c]);
    check_rows(fit);

    std::vector<double> target(y.begin(), y.end());
    for (std::size_t i = 0; i < options.offset.size(); ++i) target[i] -= options.offset[i];
    std::vector<double const*> columns = places_of(design, fit.columns);
    columns.push_back(target.data());
    std::vector<double> const whole = triangle_of(columns, design.rows, fit.weighing.roots, options.threads);
    columns.pop_back();

    auto const k = static_cast<Index>(columns.size());
    Eigen::Map<RowMajor const> const with_target(whole.data(), k + 1, k + 1);
    RowMajor const r = with_target.topLeftCorner(k, k);
    auto const upper = r.triangularView<Eigen::Upper>();
    Eigen::VectorXd const beta = upper.solve(with_target.col(k).head(k).eval());
    RowMajor const inverse_factor = upper.solve(RowMajor::Identity(k, k));
    RowMajor const inverse = inverse_factor * inverse_factor.transpose();
    fit.factor.assign(r.data(), r.data() + r.size());
    fit.estimates.assign(beta.data(), beta.data() + k);
    fit.inverse.assign(inverse.data(), inverse.data() + inverse.size());
    fit.residuals = residuals_of(columns, target, fit.estimates);
    fit.squares = with_target(k, k) * with_target(k, k);
    return fit;
}

} // namespace casus::estimate
