#include "casus/estimate/proportionality.hpp"

#include "casus/estimate/cholesky.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace casus::estimate {
namespace {

/// One more than the number of times below, half of the ties counted: R's rank().
std::vector<double> ranks(std::span<double const> times) {
    std::vector<std::size_t> order(times.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return times[a] < times[b]; });
    std::vector<double> out(times.size());
    for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
        while (last < order.size() && times[order[last]] == times[order[first]]) ++last;
        for (std::size_t i = first; i < last; ++i) out[order[i]] = 0.5 * static_cast<double>(first + last + 1);
    }
    return out;
}

/// 1 − S(t−) at the end of rows with an event, by the Kaplan–Meier curve of all rows, strata and weights left aside.
std::vector<double> lost_before(Spells const& spells) {
    Spells pooled = spells;
    pooled.strata = {};
    RiskSets const sets(pooled);
    std::vector<double> out(spells.rows());
    double survival = 1.0;
    for (std::size_t k = sets.times.size(); k-- > 0;) {
        auto const& time = sets.times[k];
        for (std::size_t i = time.first_event; i < time.last_event; ++i) out[sets.row[i]] = 1.0 - survival;
        survival *= 1.0 - time.events() / time.at_risk();
    }
    return out;
}

std::vector<double> transformed(Spells const& spells, TimeScale scale) {
    if (scale == TimeScale::KaplanMeier) return lost_before(spells);
    if (scale == TimeScale::Rank) return ranks(spells.stop);
    std::vector<double> out(spells.stop.begin(), spells.stop.end());
    if (scale == TimeScale::Log)
        for (double& time : out) time = std::log(time);
    return out;
}

/// g at each time of events, less its mean over events.
std::vector<double> centred_scale(CoxModel const& model, Spells const& spells, TimeScale scale) {
    auto const& sets = model.sets();
    auto const of_row = transformed(spells, scale);
    std::vector<double> g(sets.times.size());
    double sum = 0.0;
    for (std::size_t k = 0; k < g.size(); ++k) {
        g[k] = of_row[sets.row[sets.times[k].first_event]];
        sum += g[k] * sets.times[k].events();
    }
    for (double& value : g) value -= sum / static_cast<double>(model.events());
    return g;
}

/// Σ over times of g^power times the score and the information that a time adds.
struct Weighted {
    std::vector<double> score;       ///< stride
    std::vector<double> information; ///< stride × stride, upper triangle
};

Weighted weighted_by(std::vector<double> const& g, int power, CoxFit const& fit) {
    CoxModel const& model = fit.model;
    auto const& sets = model.sets();
    std::size_t const stride = model.stride();
    Weighted out{std::vector<double>(stride), std::vector<double>(stride * stride)};
    std::vector<double> hazard(sets.sums());
    std::vector<double> excess(g.size());
    std::vector<double> factor(g.size());
    std::vector<double> running(2 * stride);
    std::vector<double> step(g.size());
    for (std::size_t k = 0; k < g.size(); ++k) factor[k] = std::pow(g[k], power);
    model.walk(fit.sums.risk, model.weights(), {}, running, [&](AtEvent const& now) {
        Increment const added = increment(now, model.ties());
        double const f = factor[now.k];
        step[now.k] = f * added.hazard;
        excess[now.k] = f * added.excess;
        std::size_t const p = model.columns();
        add_outer(out.information, now.mean_sum, now.mean_sum, -f * added.square, p, stride);
        add_outer(out.information, now.mean_sum, now.dying_sum, f * added.square_tied, p, stride);
        add_outer(out.information, now.dying_sum, now.mean_sum, f * added.square_tied, p, stride);
        add_outer(out.information, now.dying_sum, now.dying_sum, -f * added.square_ties, p, stride);
    });
    for (std::size_t k = 0; k < g.size(); ++k) hazard[sets.before(k) + 1] = hazard[sets.before(k)] + step[k];
    std::vector<double> expected(model.rows());
    for (std::size_t i = 0; i < model.rows(); ++i)
        expected[i] = fit.sums.risk[i] * (hazard[sets.to[i]] - hazard[sets.from[i]]);
    std::vector<double> residual(model.rows());
    for (std::size_t k = 0; k < g.size(); ++k)
        for (std::size_t i = sets.times[k].first_event; i < sets.times[k].last_event; ++i) {
            expected[i] -= fit.sums.risk[i] * excess[k];
            residual[i] = model.weights()[i] * factor[k];
        }
    for (std::size_t i = 0; i < model.rows(); ++i) residual[i] -= expected[i];
    model.add_rows(expected, residual, out.information, out.score);
    return out;
}

/// Of θ for the columns `which`, all of β beside them: uᵀ I⁻¹ u with u = (0, score of θ).
ChiSquare test_of(std::vector<std::size_t> const& which, std::vector<Weighted> const& moments, CoxModel const& model) {
    std::size_t const p = model.columns();
    std::size_t const size = p + which.size();
    std::vector<double> information(size * size);
    std::vector<double> score(size);
    auto const cell = [&](int power, std::size_t a, std::size_t b) {
        return moments[static_cast<std::size_t>(power)].information[std::min(a, b) * model.stride() + std::max(a, b)];
    };
    for (std::size_t a = 0; a < size; ++a) {
        std::size_t const column = a < p ? a : which[a - p];
        if (a >= p) score[a] = moments[1].score[column];
        for (std::size_t b = 0; b < size; ++b)
            information[a * size + b] = cell((a < p ? 0 : 1) + (b < p ? 0 : 1), column, b < p ? b : which[b - p]);
    }
    Cholesky factor(size);
    factor.factor(information);
    return chi_square(quadratic_form(factor, score), which.size());
}

} // namespace

Proportionality proportionality_test(CoxFit const& fit, Spells const& spells, TimeScale scale) {
    CoxModel const& model = fit.model;
    auto const g = centred_scale(model, spells, scale);
    std::vector<Weighted> const moments{weighted_by(g, 0, fit), weighted_by(g, 1, fit), weighted_by(g, 2, fit)};
    Proportionality out{.terms = model.names()};
    std::vector<std::size_t> all;
    for (std::size_t c = 0; c < model.columns(); ++c) {
        out.tests.push_back(test_of({c}, moments, model));
        all.push_back(c);
    }
    out.global = test_of(all, moments, model);
    return out;
}

} // namespace casus::estimate
