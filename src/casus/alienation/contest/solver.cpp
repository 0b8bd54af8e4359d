#include "casus/alienation/contest/solver.hpp"

#include "casus/alienation/contest/sum_over.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace casus::contest {

namespace {

constexpr double least_step = 1.0 / 64.0;

struct Line {
    double slope = 0.0;
    double offset = 0.0;
};

/// Σ a and Σ b over the cells that are active at level t.
Line active(std::span<double const> slope, std::span<double const> threshold, double t) {
    double const* const a = slope.data();
    double const* const b = threshold.data();
    return {sum_over(slope.size(), [=](std::size_t c) { return t * a[c] > b[c] ? a[c] : 0.0; }),
            sum_over(slope.size(), [=](std::size_t c) { return t * a[c] > b[c] ? b[c] : 0.0; })};
}

/// The level below which no cell is worth a unit.
double first_worthwhile(std::span<double const> slope, std::span<double const> threshold) {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t c = 0; c < slope.size(); ++c)
        if (slope[c] > 0.0) least = std::min(least, threshold[c] / slope[c]);
    return least;
}

/// The t at which Σ max(0, t a − b) = budget: Newton's method on a convex, piecewise linear function, which comes from
/// above after one step and ends in finitely many. 0 where no cell can take any.
double water_level(std::span<double const> slope, std::span<double const> threshold, double budget, double guess) {
    Line line = guess > 0.0 && budget > 0.0 ? active(slope, threshold, guess) : Line{};
    if (line.slope <= 0.0) {
        line = active(slope, threshold, std::numeric_limits<double>::max());
        if (line.slope <= 0.0) return 0.0;
        if (budget <= 0.0) return first_worthwhile(slope, threshold);
    }
    double t = (budget + line.offset) / line.slope;
    for (std::size_t n = 0; n < 2 * slope.size() + 8; ++n) {
        line = active(slope, threshold, t);
        if (line.slope <= 0.0) return t;
        double const next = (budget + line.offset) / line.slope;
        if (next >= t * (1.0 - 1e-15)) return next;
        t = next;
    }
    return t;
}

} // namespace

Solver::Solver(Contest const& contest)
    : unit_price_(contest.sides * contest.cells), slope_(contest.cells), threshold_(contest.cells),
      best_(contest.cells), level_(contest.sides) {}

void Solver::prepare(Contest const& contest) {
    for (std::size_t n = 0; n < contest.gain.size(); ++n)
        unit_price_[n] = contest.gain[n] > 0.0 && contest.worth[n] > 0.0 ? 1.0 / contest.gain[n] : 0.0;
    std::fill(level_.begin(), level_.end(), 0.0); // an answer must not depend on what was solved before
}

/// t for the slopes and thresholds that stand: where the budget is spent, or less where keeping is worth more.
double Solver::fill_level(Contest const& contest, std::size_t side) {
    std::span<double const> const slope(slope_.data(), contest.cells);
    std::span<double const> const threshold(threshold_.data(), contest.cells);
    double t = water_level(slope, threshold, contest.budget[side], level_[side]);
    if (contest.keep > 0.0) t = std::min(t, 1.0 / std::sqrt(contest.keep));
    return level_[side] = t;
}

double Solver::respond(Contest const& contest, Equilibrium const& at, std::size_t side, std::span<double> best) {
    std::size_t const cells = contest.cells;
    double const* const ground = contest.ground.data() + side * cells;
    double const* const gain = contest.gain.data() + side * cells;
    double const* const worth = contest.worth.data() + side * cells;
    double const* const unit = unit_price_.data() + side * cells;
    double const* const pull = at.pull.data() + side * cells;
    double const* const total = at.total.data();
    double* const slope = slope_.data();
    double* const threshold = threshold_.data();
    for (std::size_t c = 0; c < cells; ++c) {
        double const other = std::max(0.0, total[c] - pull[c] - ground[c]);
        slope[c] = std::sqrt(worth[c] * other * unit[c]);
        threshold[c] = (total[c] - pull[c]) * unit[c];
    }
    double const t = fill_level(contest, side);
    for (std::size_t c = 0; c < cells; ++c) best[c] = std::max(0.0, t * slope[c] - threshold[c]) * gain[c];
    double const* const mine = best.data();
    double const payoff = sum_over(
        cells, [=](std::size_t c) { return worth[c] * (ground[c] + mine[c]) / (total[c] - pull[c] + mine[c]); });
    if (contest.keep <= 0.0) return payoff;
    return payoff -
           contest.keep * sum_over(cells, [=](std::size_t c) { return std::max(0.0, t * slope[c] - threshold[c]); });
}

/// One best response of every side in turn, each seeing what those before it did; the greatest relative gain.
double Solver::sweep(Contest const& contest, Equilibrium& at, double step) {
    double greatest = 0.0;
    std::span<double> const best(best_.data(), contest.cells);
    for (std::size_t s = 0; s < contest.sides; ++s) {
        double const now = payoff_of(contest, at, s);
        double const could = respond(contest, at, s, best);
        if (could > now) greatest = std::max(greatest, (could - now) / std::max(std::abs(could), 1e-300));
        double* const pull = at.pull.data() + s * contest.cells;
        for (std::size_t c = 0; c < contest.cells; ++c) {
            double const change = step * (best[c] - pull[c]);
            pull[c] += change;
            at.total[c] += change;
        }
    }
    return greatest;
}

void Solver::judge(Contest const& contest, Equilibrium& at, double tolerance) {
    prepare(contest);
    weigh(contest, at, tolerance);
}

void Solver::weigh(Contest const& contest, Equilibrium& at, double tolerance) {
    at.residual = 0.0;
    for (std::size_t s = 0; s < contest.sides; ++s) {
        at.payoff[s] = payoff_of(contest, at, s);
        double const could = respond(contest, at, s, {best_.data(), contest.cells});
        double const gained = std::max(0.0, could - at.payoff[s]);
        if (gained > 0.0) at.residual = std::max(at.residual, gained / std::max(std::abs(at.payoff[s]), 1e-300));
        at.price[s] = level_[s] > 0.0 ? 1.0 / (level_[s] * level_[s]) : 0.0;
    }
    at.converged = at.residual <= tolerance;
}

void Solver::solve(Contest const& contest, Equilibrium& at, Rule const& rule) {
    prepare(contest);
    meet_budgets(contest, at);
    double step = 1.0;
    double before = std::numeric_limits<double>::infinity();
    for (at.sweeps = 1; at.sweeps <= rule.most_sweeps; ++at.sweeps) {
        double const gained = sweep(contest, at, step);
        if (gained <= rule.tolerance) {
            add_up(contest, at); // what was added and taken away again leaves rounding
            weigh(contest, at, rule.tolerance);
            if (at.converged) return;
        }
        if (at.sweeps > 4 && gained > 0.95 * before) step = std::max(least_step, 0.7 * step);
        before = gained;
    }
    at.sweeps = rule.most_sweeps;
    add_up(contest, at);
    weigh(contest, at, rule.tolerance);
}

void meet_budgets(Contest const& contest, Equilibrium& at) {
    for (std::size_t s = 0; s < contest.sides; ++s) {
        double* const pull = at.pull.data() + s * contest.cells;
        for (std::size_t c = 0; c < contest.cells; ++c)
            if (contest.gain[contest.at(s, c)] <= 0.0) pull[c] = 0.0;
        double const spent = at.spent(contest, s);
        if (spent <= 0.0) continue;
        double const factor = contest.budget[s] / spent;
        for (std::size_t c = 0; c < contest.cells; ++c) pull[c] *= factor;
    }
    add_up(contest, at);
}

} // namespace casus::contest
