#include "casus/estimate/climb.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>

namespace casus::estimate {

namespace {

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Eigen::Index;
using Eigen::VectorXd;

constexpr int most_iterations = 100;
constexpr int most_halvings = 40;

/// The lower half of the information, scaled so that its diagonal is 1.
class Scaled {
public:
    explicit Scaled(Slope const& slope) {
        auto const k = static_cast<Index>(slope.score.size());
        Eigen::Map<RowMajor const> const given(slope.information.data(), k, k);
        scale_ = given.diagonal().cwiseMax(1e-300).cwiseSqrt().cwiseInverse();
        Eigen::MatrixXd whole = given.triangularView<Eigen::Lower>();
        whole = scale_.asDiagonal() * whole * scale_.asDiagonal();
        factor_.compute(whole);
    }
    [[nodiscard]] VectorXd solve(VectorXd const& score) const {
        return scale_.cwiseProduct(factor_.solve(scale_.cwiseProduct(score)));
    }
    [[nodiscard]] std::vector<double> inverse() const {
        Index const k = scale_.size();
        RowMajor const whole =
            scale_.asDiagonal() * factor_.solve(Eigen::MatrixXd::Identity(k, k)) * scale_.asDiagonal();
        return {whole.data(), whole.data() + whole.size()};
    }

private:
    VectorXd scale_;
    Eigen::LDLT<Eigen::MatrixXd> factor_;
};

/// Moves to the first of at + step, at + step/2, … that is not lower; false where there is none.
bool advance(Hill const& hill, Climb& climb, Slope& slope, VectorXd step) {
    for (int halvings = 0; halvings < most_halvings; ++halvings, step *= 0.5) {
        std::vector<double> next = climb.at;
        for (std::size_t n = 0; n < next.size(); ++n) next[n] += step[static_cast<Index>(n)];
        if (hill.inside && !hill.inside(next)) continue;
        Slope there = hill.slope(next);
        if (!(there.log_likelihood >= slope.log_likelihood - 1e-12 * std::abs(slope.log_likelihood))) continue;
        climb.at = std::move(next);
        slope = std::move(there);
        return true;
    }
    return false;
}

} // namespace

Climb climb(Hill const& hill, std::vector<double> start) {
    Climb climb{.at = std::move(start), .inverse = {}, .step = {}};
    Slope slope = hill.slope(climb.at);
    double const tolerance = std::clamp(1e-14 * hill.events, 1e-14, 1e-9);
    double before = 0.0;
    for (; climb.iterations < most_iterations; ++climb.iterations) {
        Scaled const information(slope);
        VectorXd const score = Eigen::Map<VectorXd const>(slope.score.data(), static_cast<Index>(slope.score.size()));
        VectorXd const step = information.solve(score);
        double const rise = score.dot(step); // twice what the likelihood gains on a parabola
        climb.step.assign(step.data(), step.data() + step.size());
        // Newton's rise falls faster and faster; where it falls by a constant factor, some rows run away.
        bool const slow = rise > 0.1 * before && climb.iterations > 3;
        if ((rise < 1e-4 && slow && hill.largest_move(climb.step) > 0.5) || !step.allFinite()) {
            climb.separated = true;
            climb.log_likelihood = slope.log_likelihood;
            return climb;
        }
        before = rise;
        if (rise < tolerance) {
            for (std::size_t n = 0; n < climb.at.size(); ++n) climb.at[n] += climb.step[n];
            climb.log_likelihood = slope.log_likelihood + 0.5 * rise;
            climb.inverse = information.inverse();
            climb.converged = true;
            return climb;
        }
        if (!advance(hill, climb, slope, step)) break;
    }
    climb.log_likelihood = slope.log_likelihood;
    climb.inverse = Scaled(slope).inverse();
    return climb;
}

} // namespace casus::estimate
