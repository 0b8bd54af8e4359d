#include "casus/alienation/contest/prices.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace casus::contest {

namespace {

/// Prices that differ by less are the same but for where the solver stopped.
constexpr double equal_within = 1e-4;

} // namespace

double marginal_share(Contest const& contest, Equilibrium const& at, std::size_t side, std::size_t cell) {
    std::size_t const n = contest.at(side, cell);
    double const total = at.total[cell];
    return contest.gain[n] * (total - contest.ground[n] - at.pull[n]) / (total * total);
}

std::optional<double> price_of_lead(Ground const& ground, Equilibrium const& at, std::size_t options, std::size_t side,
                                    std::size_t cell) {
    Contest const& contest = ground.contest;
    double best = 0.0;
    for (std::size_t o = 0; o < options; ++o)
        if (o != side) best = std::max(best, share_of(ground, at, o, cell));
    double const behind = (best - share_of(ground, at, side, cell)) * at.total[cell];
    if (behind <= 0.0) return 0.0;
    double const gain = contest.gain[contest.at(side, cell)];
    return gain > 0.0 ? std::optional(behind / gain) : std::nullopt;
}

std::vector<Bought> bought(Ground const& ground, Equilibrium const& at, std::size_t options) {
    std::vector<Bought> all;
    for (std::size_t c = 0; c < ground.contest.cells; ++c) {
        std::size_t const before = leading_at_ground(ground, options, c);
        std::size_t const after = leading(ground, at, options, c);
        if (before != after) all.push_back({c, before, after, at.spending(ground.contest, after, c)});
    }
    return all;
}

Courted court(Ground const& ground, Equilibrium const& at, alienation::Buffers const& evaluated, std::size_t side,
              std::size_t assessed, std::size_t issues) {
    Contest const& contest = ground.contest;
    Courted result;
    result.cheapest = std::numeric_limits<double>::infinity();
    result.cheapest_cell = result.most_cell = assessed * issues;
    double most = 0.0;
    for (std::size_t c = assessed * issues; c < (assessed + 1) * issues; ++c) {
        double const spent = at.spending(contest, side, c);
        result.spent += spent;
        if (spent > most) {
            most = spent;
            result.most_cell = c;
        }
        double const share = marginal_share(contest, at, side, c);
        double const price = 0.01 / (evaluated.weight[c] * share);
        if (price < result.cheapest * (1.0 - equal_within)) {
            result.cheapest = price;
            result.cheapest_cell = c;
        }
        double const payoff = contest.worth[contest.at(side, c)] * share;
        if (at.price[side] > 0.0) result.worthwhile = std::max(result.worthwhile, payoff / at.price[side]);
    }
    return result;
}

double gained_by(Ground const& ground, Equilibrium const& at, alienation::Buffers const& evaluated, double temperature,
                 std::size_t assessed, std::size_t issues) {
    double sum = 0.0;
    for (std::size_t c = assessed * issues; c < (assessed + 1) * issues; ++c) {
        double paid = 0.0;
        for (std::size_t s = ground.by_pressure[c] ? 1 : 0; s < ground.contest.sides; ++s)
            paid += at.pull[ground.contest.at(s, c)];
        sum += evaluated.weight[c] * std::log1p(paid);
    }
    return temperature * sum;
}

} // namespace casus::contest
