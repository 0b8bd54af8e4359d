#include "casus/estimate/ridge.hpp"

#include "casus/base/error.hpp"
#include "casus/estimate/cholesky.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace casus::estimate {

namespace {

constexpr int most_scoring_steps = 100;

struct RidgeSlope {
    double objective = 0.0;
    std::vector<double> score;
    std::vector<double> information; ///< expected, row-major
};

class RidgeHill {
public:
    RidgeHill(Design const& design, std::span<std::uint8_t const> y, std::size_t free, double penalty)
        : design_(design), y_(y), free_(free), penalty_(penalty) {}

    [[nodiscard]] RidgeSlope at(std::vector<double> const& beta) const {
        std::size_t const k = design_.columns();
        RidgeSlope slope{.objective = 0.0, .score = std::vector<double>(k), .information = std::vector<double>(k * k)};
        for (std::size_t row = 0; row < design_.rows; ++row) add_row(row, beta, slope);
        for (std::size_t c = free_; c < k; ++c) {
            slope.objective -= 0.5 * penalty_ * beta[c] * beta[c];
            slope.score[c] -= penalty_ * beta[c];
            slope.information[c * k + c] += penalty_;
        }
        return slope;
    }

private:
    void add_row(std::size_t row, std::vector<double> const& beta, RidgeSlope& slope) const {
        std::size_t const k = design_.columns();
        double eta = 0.0;
        for (std::size_t c = 0; c < k; ++c) eta += beta[c] * design_.column(c)[row];
        double const t = std::exp(std::clamp(eta, -300.0, 6.0));
        double const share = t / std::expm1(t);
        bool const one = y_[row] != 0;
        slope.objective += one ? std::log(-std::expm1(-t)) : -t;
        double const residual = one ? share : -t;
        double const weight = t * share;
        for (std::size_t c = 0; c < k; ++c) {
            double const x = design_.column(c)[row];
            slope.score[c] += residual * x;
            for (std::size_t d = 0; d <= c; ++d) slope.information[c * k + d] += weight * x * design_.column(d)[row];
        }
    }

    Design const& design_;
    std::span<std::uint8_t const> y_;
    std::size_t free_;
    double penalty_;
};

} // namespace

std::vector<double> ridge_cloglog(Design const& design, std::span<std::uint8_t const> y, std::size_t free,
                                  double penalty) {
    assert(penalty > 0.0 && y.size() == design.rows);
    auto const ones = std::ranges::count_if(y, [](std::uint8_t one) { return one != 0; });
    if (ones == 0 || static_cast<std::size_t>(ones) == y.size())
        throw Error(Problem{.place = {},
                            .what = {"the outcome does not vary", "因变量没有变化"},
                            .found = ones == 0 ? "0" : "1",
                            .expected = {"rows with 0 and rows with 1", "既有 0 又有 1 的行"}});
    RidgeHill const hill(design, y, free, penalty);
    std::vector<double> beta(design.columns(), 0.0);
    RidgeSlope here = hill.at(beta);
    Cholesky solver(beta.size());
    for (int step = 0; step < most_scoring_steps; ++step) {
        solver.factor(here.information);
        std::vector<double> move = here.score;
        solver.solve(move);
        double gain = 0.0;
        for (std::size_t c = 0; c < beta.size(); ++c) gain += move[c] * here.score[c];
        if (gain < 1e-12 * (1.0 + std::abs(here.objective))) break;
        for (double length = 1.0; length > 1e-6; length /= 2.0) {
            std::vector<double> there = beta;
            for (std::size_t c = 0; c < beta.size(); ++c) there[c] += length * move[c];
            RidgeSlope next = hill.at(there);
            if (!(next.objective > here.objective)) continue;
            beta = std::move(there);
            here = std::move(next);
            break;
        }
    }
    return beta;
}

} // namespace casus::estimate
