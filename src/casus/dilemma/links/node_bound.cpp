#include "casus/dilemma/links/node_bound.hpp"

#include <algorithm>
#include <cmath>

namespace casus::dilemma {

namespace {

constexpr std::uint64_t most_listed_states = 64;
constexpr std::size_t linked_cells = 12;
constexpr std::size_t forces_cells = 6;
constexpr double rounding = 1e-9;

/// A member's open links as steps of its sums.
struct OwnLink {
    double support;
    double forces;
    double cost;
};

/// The most of Σ s within the budget, the last link in part.
double linked_reach(std::vector<OwnLink> links, double budget) {
    std::sort(links.begin(), links.end(),
              [](OwnLink const& x, OwnLink const& y) { return x.support * y.cost > y.support * x.cost; });
    double sum = 0.0;
    for (OwnLink const& link : links) {
        double const share = link.cost <= budget ? 1.0 : budget / link.cost;
        sum += share * link.support;
        budget -= share * link.cost;
        if (share < 1.0) break;
    }
    return sum;
}

/// Every state of a few links that the budget allows, each a piece of no width.
void list_states(std::vector<OwnLink> const& links, std::size_t levels, double budget, double linked, double forces,
                 std::vector<BoundPiece>& pieces) {
    std::uint64_t states = 1;
    for (std::size_t n = 0; n < links.size(); ++n) states *= levels + 1;
    for (std::uint64_t state = 0; state < states; ++state) {
        std::uint64_t rest = state;
        double s = linked;
        double f = forces;
        double cost = 0.0;
        for (OwnLink const& link : links) {
            double const share = static_cast<double>(rest % (levels + 1)) / static_cast<double>(levels);
            rest /= levels + 1;
            s += share * link.support;
            f += share * link.forces;
            cost += share * link.cost;
        }
        if (cost <= budget + 1e-12) pieces.push_back({s, s, f, f});
    }
}

/// Rectangles over all sums that many links can make: between the least and the greatest forces for a link's support.
void tile_states(std::vector<OwnLink> const& links, double budget, double linked, double forces,
                 std::vector<BoundPiece>& pieces) {
    double least = links.front().forces / links.front().support;
    double most = least;
    for (OwnLink const& link : links) {
        least = std::min(least, link.forces / link.support);
        most = std::max(most, link.forces / link.support);
    }
    double const reach = linked_reach(links, budget) * (1.0 + 1e-12);
    for (std::size_t column = 0; column < linked_cells; ++column) {
        double const low = reach * static_cast<double>(column) / linked_cells;
        double const high = reach * static_cast<double>(column + 1) / linked_cells;
        double const bottom = least * low;
        double const height = (most * high - bottom) / forces_cells;
        for (std::size_t row = 0; row < forces_cells; ++row)
            pieces.push_back({linked + low, linked + high, forces + bottom + height * static_cast<double>(row),
                              forces + bottom + height * static_cast<double>(row + 1)});
    }
}

} // namespace

NodeBounds::NodeBounds(LinkProblem const& problem, LinkObjective objective)
    : problem_(problem), objective_(objective), members_(problem.inputs), linked_(problem.inputs.members, 0.0),
      forces_(problem.inputs.members, 0.0) {
    Inputs const& in = problem.inputs;
    for (std::size_t i = 0; i < in.members; ++i)
        for (std::size_t b = 0; b < in.members; ++b) {
            double const s = in.link[in.pair(i, b)];
            linked_[i] += s;
            forces_[i] += s * in.member_power[b] * in.reach[in.pair(i, b)];
        }
    set_tangents(members_.base().forces);
}

void NodeBounds::set_tangents(std::vector<double> const& forces) {
    tangents_ = forces;
    for (double& tangent : tangents_) tangent = std::max(tangent, 1e-9);
}

NodePrices NodeBounds::first_prices() const {
    std::size_t const n = problem_.inputs.members;
    LinkPrices const none{std::vector<double>(n, 0.0), std::vector<double>(n, 0.0)};
    return NodePrices(problem_.inputs.rivals + 1, none);
}

NodeBound NodeBounds::opened(FixedLevels const& fixed) const {
    Inputs const& in = problem_.inputs;
    auto const levels = static_cast<double>(problem_.levels);
    NodeBound node;
    node.budget = problem_.budget;
    for (std::size_t k = 0; k < fixed.size(); ++k)
        if (fixed[k] > 0) node.budget -= problem_.candidates[k].cost * fixed[k] / levels;
    for (std::size_t k = 0; k < fixed.size(); ++k) {
        LinkCandidate const& link = problem_.candidates[k];
        if (fixed[k] >= 0 || link.cost / levels > node.budget + 1e-12) continue;
        double const reach = link.support * in.reach[in.pair(link.a, link.b)];
        node.open.push_back({k, link.a, link.b, link.support, link.cost, reach * in.member_power[link.b],
                             reach * in.member_power[link.a], 0.0});
        if (node.sets < std::uint64_t{1} << 40) node.sets *= problem_.levels + 1;
    }
    return node;
}

NodeBounds::Pieces NodeBounds::pieces_of(FixedLevels const& fixed, NodeBound const& node) const {
    Inputs const& in = problem_.inputs;
    std::vector<double> linked = linked_;
    std::vector<double> forces = forces_;
    for (std::size_t k = 0; k < fixed.size(); ++k) {
        if (fixed[k] <= 0) continue;
        LinkCandidate const& link = problem_.candidates[k];
        double const s = link.support * fixed[k] / static_cast<double>(problem_.levels);
        double const reach = s * in.reach[in.pair(link.a, link.b)];
        linked[link.a] += s;
        linked[link.b] += s;
        forces[link.a] += reach * in.member_power[link.b];
        forces[link.b] += reach * in.member_power[link.a];
    }
    std::vector<std::vector<OwnLink>> own(in.members);
    for (OpenLink const& link : node.open) {
        own[link.a].push_back({link.support, link.forces_a, link.cost});
        own[link.b].push_back({link.support, link.forces_b, link.cost});
    }
    Pieces pieces(in.members);
    for (std::size_t i = 0; i < in.members; ++i) {
        std::uint64_t states = 1;
        for (std::size_t n = 0; n < own[i].size() && states <= most_listed_states; ++n) states *= problem_.levels + 1;
        double const budget = std::max(0.0, node.budget) + 1e-12;
        if (states <= most_listed_states)
            list_states(own[i], problem_.levels, budget, linked[i], forces[i], pieces[i]);
        else
            tile_states(own[i], budget, linked[i], forces[i], pieces[i]);
    }
    return pieces;
}

double NodeBounds::sum_bound(Pieces& pieces, Bounded const& what, double target, std::size_t steps, LinkPrices& prices,
                             NodeBound& node) const {
    for (std::size_t i = 0; i < pieces.size(); ++i) members_.bound(i, what, pieces[i]);
    SeparableBound found =
        separable_bound(pieces, node.open, std::max(0.0, node.budget) + 1e-12, target, steps, prices);
    node.chosen = std::move(found.chosen);
    return found.value + rounding;
}

double NodeBounds::greatest_sum(Pieces& pieces, Bounded const& what) const {
    double sum = 0.0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        members_.bound(i, what, pieces[i]);
        double most = -std::numeric_limits<double>::infinity();
        for (BoundPiece const& piece : pieces[i])
            most =
                std::max(most, piece.value + std::max(0.0, piece.by_linked * (piece.linked_high - piece.linked_low)) +
                                   std::max(0.0, piece.by_forces * (piece.forces_high - piece.forces_low)));
        sum += most;
    }
    return sum + rounding;
}

double NodeBounds::strength_bound(Pieces& pieces, FixedLevels const& fixed, std::size_t rival, double target,
                                  std::size_t steps, LinkPrices& prices, NodeBound& node) const {
    Inputs const& in = problem_.inputs;
    auto const joint = [&](std::size_t a, std::size_t b) {
        return in.c.synergy * std::sqrt(in.member_power[a] * in.rival_reach[in.position(a, rival)] *
                                        in.member_power[b] * in.rival_reach[in.position(b, rival)]);
    };
    double const tangent = tangents_[rival];
    double standing = in.power + 1e-9; // the floor of assess()
    for (std::size_t a = 0; a < in.members; ++a)
        for (std::size_t b = a + 1; b < in.members; ++b) standing += in.link[in.pair(a, b)] * joint(a, b);
    for (std::size_t k = 0; k < fixed.size(); ++k)
        if (LinkCandidate const& link = problem_.candidates[k]; fixed[k] > 0)
            standing += link.support * fixed[k] / static_cast<double>(problem_.levels) * joint(link.a, link.b);
    for (OpenLink& link : node.open) link.bonus = link.support * joint(link.a, link.b) / tangent;
    double const rest = std::log(tangent / std::max(in.rival_power[rival], 1e-9)) - 1.0 + standing / tangent;
    return rest + sum_bound(pieces, {.of = Bounded::Of::Strength, .rival = rival, .forces_tangent = tangent},
                            target - rest, steps, prices, node);
}

void NodeBounds::bound(FixedLevels const& fixed, double target, std::size_t steps, NodePrices& prices,
                       NodeBound& node) const {
    Inputs const& in = problem_.inputs;
    Pieces pieces = pieces_of(fixed, node);
    if (objective_ == LinkObjective::Strength) {
        node.value = std::numeric_limits<double>::infinity();
        std::vector<double> chosen(node.open.size(), 0.0);
        for (std::size_t m = 0; m < in.rivals; ++m) {
            double const value = strength_bound(pieces, fixed, m, target, steps, prices[m], node);
            if (value >= node.value) continue;
            node.value = value;
            chosen = node.chosen;
        }
        node.chosen = std::move(chosen);
        return;
    }
    // Reliability rises with log P_m by `slopes` at least. Hence, spared_m being the most that log P_m can reach beside
    // the leader's own part, it falls short of its value there by slope·(spared_m − Σ_i log(1 − c'_i q_im)) or more.
    Bounded what{.of = Bounded::Of::Reliability, .leader_conflict = std::vector<double>(in.rivals)};
    std::vector<double> most_conflict(in.rivals);
    std::vector<double> spared(in.rivals);
    for (std::size_t m = 0; m < in.rivals; ++m) {
        double const own = 1.0 - members_.base().own_conflict[m];
        most_conflict[m] = 1.0 - own * std::exp(-std::max(0.0, greatest_sum(pieces, {Bounded::Of::Dragged, m})));
        spared[m] = std::min(0.0, sum_bound(pieces, {Bounded::Of::Spared, m}, -std::numeric_limits<double>::infinity(),
                                            steps, prices[m], node));
        what.leader_conflict[m] = std::max(0.0, 1.0 - own * std::exp(spared[m]));
    }
    what.spared_weight = members_.least_slopes(most_conflict);
    double rest = 0.0;
    for (std::size_t m = 0; m < in.rivals; ++m) rest -= what.spared_weight[m] * spared[m];
    node.value = rest + sum_bound(pieces, what, target - rest, steps, prices[in.rivals], node);
}

} // namespace casus::dilemma
