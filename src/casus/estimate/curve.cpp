#include "casus/estimate/curve.hpp"

#include <Eigen/Core>
#include <Eigen/QR>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace casus::estimate {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// R's quantile of type 7.
double quantile(std::vector<double> const& sorted, double share) {
    double const at = share * static_cast<double>(sorted.size() - 1);
    auto const below = static_cast<std::size_t>(at);
    double const rest = at - static_cast<double>(below);
    return rest > 0.0 ? sorted[below] + rest * (sorted[below + 1] - sorted[below]) : sorted[below];
}

std::size_t different(std::span<double const> x) { return std::set<double>(x.begin(), x.end()).size(); }

/// All B-splines of `order` on `knots` at x (de Boor's recursion), x inside the inner knots.
VectorXd b_splines(std::vector<double> const& knots, int order, double x) {
    auto const inner = static_cast<Index>(knots.size()) - order;
    VectorXd values = VectorXd::Zero(static_cast<Index>(knots.size()) - 1);
    double const end = knots[static_cast<std::size_t>(inner)];
    for (Index i = 0; i < values.size(); ++i) {
        auto const at = static_cast<std::size_t>(i);
        bool const within = knots[at] <= x && (x < knots[at + 1] || (x == end && knots[at + 1] == end));
        if (within && knots[at] < knots[at + 1]) values[i] = 1.0;
    }
    for (int degree = 1; degree < order; ++degree)
        for (Index i = 0; i + degree + 1 < static_cast<Index>(knots.size()); ++i) {
            auto const at = static_cast<std::size_t>(i);
            auto const d = static_cast<std::size_t>(degree);
            double const left = knots[at + d] - knots[at];
            double const right = knots[at + d + 1] - knots[at + 1];
            double value = 0.0;
            if (left > 0.0) value += (x - knots[at]) / left * values[i];
            if (right > 0.0) value += (knots[at + d + 1] - x) / right * values[i + 1];
            values[i] = value;
        }
    return values.head(inner);
}

/// Second derivatives of the cubic B-splines at x.
VectorXd second_derivatives(std::vector<double> const& knots, double x) {
    auto const count = static_cast<Index>(knots.size()) - 4;
    VectorXd values = b_splines(knots, 2, x);
    for (int degree = 2; degree <= 3; ++degree) {
        Index const now = static_cast<Index>(knots.size()) - degree - 1;
        VectorXd next(now);
        for (Index i = 0; i < now; ++i) {
            auto const at = static_cast<std::size_t>(i);
            auto const d = static_cast<std::size_t>(degree);
            double const left = knots[at + d] - knots[at];
            double const right = knots[at + d + 1] - knots[at + 1];
            next[i] = degree * ((left > 0.0 ? values[i] / left : 0.0) - (right > 0.0 ? values[i + 1] / right : 0.0));
        }
        values = next;
    }
    return values.head(count);
}

} // namespace

std::vector<std::vector<double>> natural_spline(std::span<double const> x, int columns) {
    if (different(x) < static_cast<std::size_t>(columns) + 1) return {};
    std::vector<double> sorted(x.begin(), x.end());
    std::ranges::sort(sorted);
    double const low = sorted.front();
    double const high = sorted.back();
    std::vector<double> knots(4, low);
    for (int n = 1; n < columns; ++n) knots.push_back(quantile(sorted, static_cast<double>(n) / columns));
    knots.insert(knots.end(), 4, high);
    for (std::size_t n = 3; n + 4 < knots.size(); ++n)
        if (knots[n] >= knots[n + 1]) return {};

    Index const all =
        static_cast<Index>(knots.size()) - 5; // cubic B-splines but the first, which stands for the intercept
    MatrixXd bends(all, 2);
    bends.col(0) = second_derivatives(knots, low).tail(all);
    bends.col(1) = second_derivatives(knots, high).tail(all);
    MatrixXd const rotation =
        Eigen::HouseholderQR<MatrixXd>(bends).householderQ().transpose() * MatrixXd::Identity(all, all);
    MatrixXd const straight = rotation.bottomRows(all - 2); // combinations without curvature at both ends

    std::vector<std::vector<double>> curve(static_cast<std::size_t>(columns), std::vector<double>(x.size()));
    for (std::size_t i = 0; i < x.size(); ++i) {
        VectorXd const values = straight * b_splines(knots, 4, x[i]).tail(all);
        for (std::size_t c = 0; c < curve.size(); ++c) curve[c][i] = values[static_cast<Index>(c)];
    }
    return curve;
}

std::vector<std::vector<double>> orthogonal_polynomial(std::span<double const> x, int degree) {
    if (different(x) <= static_cast<std::size_t>(degree)) return {};
    auto const n = static_cast<Index>(x.size());
    Eigen::Map<VectorXd const> const given(x.data(), n);
    VectorXd const centred = given.array() - given.mean();
    std::vector<VectorXd> basis{VectorXd::Constant(n, 1.0 / std::sqrt(static_cast<double>(n)))};
    std::vector<std::vector<double>> curve;
    for (int power = 1; power <= degree; ++power) {
        VectorXd next = centred.cwiseProduct(basis.back()); // keeps the leading coefficient above 0
        for (int twice = 0; twice < 2; ++twice)
            for (VectorXd const& other : basis) next -= other.dot(next) * other;
        basis.push_back(next.normalized());
        curve.emplace_back(basis.back().data(), basis.back().data() + n);
    }
    return curve;
}

} // namespace casus::estimate
