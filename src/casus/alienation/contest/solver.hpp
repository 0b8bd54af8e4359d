// Best responses and equilibria of a contest.
//
// Against what the others do, a side's best spending is water-filling: with A_c the weight of all other options in the
// cell, m_c = max(0, t·a_c − b_c), a_c = √(v A / g), b_c = (A + β)/g, and one t = 1/√μ for all cells, found exactly, since what
// is spent is convex and piecewise linear in t. Equilibria are found by rounds of best responses, damped where they cycle.
#pragma once

#include "casus/alienation/contest/contest.hpp"

#include <span>
#include <vector>

namespace casus::contest {

struct Rule {
    double tolerance = 1e-6; ///< greatest residual accepted
    std::size_t most_sweeps = 5000;
};

/// Scratch for contests of up to so many sides and cells; solving allocates nothing.
class Solver {
public:
    explicit Solver(Contest const& contest);

    /// From where `at` stands (its pulls; spending beyond a budget is scaled down to it, spending below it is scaled up) to an equilibrium.
    /// Where the tolerance is not reached, `at` is the last round and says so.
    void solve(Contest const& contest, Equilibrium& at, Rule const& rule = {});

    /// Fills residual, payoff and price of `at` as it stands: every side's exact best response against the others.
    void judge(Contest const& contest, Equilibrium& at, double tolerance);

    /// Writes the side's best pulls against the others into `best` [cell], and gives its payoff with them.
    double respond(Contest const& contest, Equilibrium const& at, std::size_t side, std::span<double> best);

private:
    void prepare(Contest const& contest);
    double fill_level(Contest const& contest, std::size_t side);
    void weigh(Contest const& contest, Equilibrium& at, double tolerance);
    double sweep(Contest const& contest, Equilibrium& at, double step);

    std::vector<double> unit_price_; ///< [side][cell] 1/g, 0 where closed
    std::vector<double> slope_;      ///< [cell] a
    std::vector<double> threshold_;  ///< [cell] b
    std::vector<double> best_;       ///< [cell]
    std::vector<double> level_;      ///< [side] t of the last response, a first guess for the next
};

/// Scales each side's pulls so that it spends its budget; a side that spends nothing is left so.
void meet_budgets(Contest const& contest, Equilibrium& at);

} // namespace casus::contest
