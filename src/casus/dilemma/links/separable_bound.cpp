#include "casus/dilemma/links/separable_bound.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace casus::dilemma {

namespace {

/// Where a member's sums stand and how far they reach; prices are per that reach.
struct SumRange {
    double linked = 0.0, linked_reach = 1.0;
    double forces = 0.0, forces_reach = 1.0;
};

SumRange range_of(std::vector<BoundPiece> const& pieces) {
    SumRange range{pieces.front().linked_low, 0.0, pieces.front().forces_low, 0.0};
    for (BoundPiece const& piece : pieces) {
        range.linked_reach = std::max(range.linked_reach, piece.linked_high - range.linked);
        range.forces_reach = std::max(range.forces_reach, piece.forces_high - range.forces);
    }
    if (range.linked_reach <= 0.0) range.linked_reach = 1.0;
    if (range.forces_reach <= 0.0) range.forces_reach = 1.0;
    return range;
}

/// Where in its pieces a member is best off at its prices.
struct MemberAnswer {
    double value = -std::numeric_limits<double>::infinity();
    double linked = 0.0; ///< shares of the reach
    double forces = 0.0;
};

MemberAnswer best_of(std::vector<BoundPiece> const& pieces, SumRange const& range, double a, double b) {
    MemberAnswer best;
    for (BoundPiece const& piece : pieces) {
        // A plane is greatest at a corner.
        double const wide = piece.linked_high - piece.linked_low;
        double const high = piece.forces_high - piece.forces_low;
        double const along = piece.by_linked * wide - a * wide / range.linked_reach;
        double const up = piece.by_forces * high - b * high / range.forces_reach;
        double const linked = (piece.linked_low - range.linked) / range.linked_reach;
        double const forces = (piece.forces_low - range.forces) / range.forces_reach;
        double const value = piece.value - a * linked - b * forces + std::max(along, 0.0) + std::max(up, 0.0);
        if (value > best.value)
            best = {value, along > 0.0 ? linked + wide / range.linked_reach : linked,
                    up > 0.0 ? forces + high / range.forces_reach : forces};
    }
    return best;
}

/// max Σ profit·x under the budget, by profit over cost, the last one in part.
double knapsack(std::vector<double> const& profit, std::vector<OpenLink> const& open, double budget,
                std::vector<std::size_t>& order, std::vector<double>& taken) {
    order.clear();
    double sum = 0.0;
    for (std::size_t k = 0; k < open.size(); ++k) {
        taken[k] = 0.0;
        if (profit[k] > 0.0) order.push_back(k);
    }
    std::sort(order.begin(), order.end(), [&](std::size_t k, std::size_t l) {
        double const left = profit[k] * open[l].cost;
        double const right = profit[l] * open[k].cost;
        return left != right ? left > right : k < l;
    });
    for (std::size_t const k : order) {
        taken[k] = open[k].cost <= budget ? 1.0 : budget / open[k].cost;
        sum += taken[k] * profit[k];
        budget -= taken[k] * open[k].cost;
        if (taken[k] < 1.0) break;
    }
    return sum;
}

} // namespace

SeparableBound separable_bound(std::vector<std::vector<BoundPiece>> const& pieces, std::vector<OpenLink> const& open,
                               double budget, double target, std::size_t steps, LinkPrices& prices) {
    std::size_t const n = pieces.size();
    std::vector<SumRange> ranges;
    for (auto const& own : pieces) ranges.push_back(range_of(own));
    std::vector<double> profit(open.size()), taken(open.size());
    std::vector<std::size_t> order;
    std::vector<double> by_linked(n), by_forces(n);
    LinkPrices now = prices;
    SeparableBound best{std::numeric_limits<double>::infinity(), std::vector<double>(open.size(), 0.0)};
    double stride = 1.0;
    std::size_t since = 0;
    std::size_t averaged = 0;
    for (std::size_t step = 0; step < steps; ++step) {
        double value = 0.0;
        for (std::size_t i = 0; i < n; ++i) {
            MemberAnswer const answer = best_of(pieces[i], ranges[i], now.linked[i], now.forces[i]);
            value += answer.value;
            by_linked[i] = -answer.linked;
            by_forces[i] = -answer.forces;
        }
        for (std::size_t k = 0; k < open.size(); ++k) {
            OpenLink const& link = open[k];
            profit[k] = link.bonus +
                        link.support * (now.linked[link.a] / ranges[link.a].linked_reach +
                                        now.linked[link.b] / ranges[link.b].linked_reach) +
                        link.forces_a * now.forces[link.a] / ranges[link.a].forces_reach +
                        link.forces_b * now.forces[link.b] / ranges[link.b].forces_reach;
        }
        value += knapsack(profit, open, budget, order, taken);
        if (value < best.value - 1e-15) {
            best.value = value;
            prices = now;
            since = 0;
        } else if (++since == 8) {
            stride *= 0.6;
            since = 0;
            now = prices;
        }
        bool const late = 2 * step >= steps;
        averaged += late ? 1 : 0;
        double norm = 0.0;
        for (std::size_t k = 0; k < open.size(); ++k) {
            if (late) best.chosen[k] += taken[k];
            if (taken[k] == 0.0) continue;
            OpenLink const& link = open[k];
            by_linked[link.a] += taken[k] * link.support / ranges[link.a].linked_reach;
            by_linked[link.b] += taken[k] * link.support / ranges[link.b].linked_reach;
            by_forces[link.a] += taken[k] * link.forces_a / ranges[link.a].forces_reach;
            by_forces[link.b] += taken[k] * link.forces_b / ranges[link.b].forces_reach;
        }
        for (std::size_t i = 0; i < n; ++i) norm += by_linked[i] * by_linked[i] + by_forces[i] * by_forces[i];
        if (norm < 1e-18) break;
        double const aim = std::isfinite(target) ? target : best.value - 0.05 * (1.0 + std::abs(best.value));
        double const length = stride * std::max(value - aim, 1e-12) / norm;
        for (std::size_t i = 0; i < n; ++i) {
            now.linked[i] -= length * by_linked[i];
            now.forces[i] -= length * by_forces[i];
        }
    }
    if (averaged > 0)
        for (double& share : best.chosen) share /= static_cast<double>(averaged);
    return best;
}

} // namespace casus::dilemma
