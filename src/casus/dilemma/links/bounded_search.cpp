#include "casus/dilemma/links/bounded_search.hpp"

#include "casus/dilemma/links/enumeration.hpp"
#include "casus/dilemma/links/node_bound.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <queue>

namespace casus::dilemma {

namespace {

constexpr std::size_t steps_at_root = 400;
constexpr std::size_t steps_in_nodes = 40;
constexpr double proof = 1e-9;

struct SearchNode {
    FixedLevels fixed;
    double bound = 0.0;
    std::uint64_t number = 0; ///< in the order of making, so that ties are broken alike everywhere
    NodePrices prices{};
    std::size_t branch = 0; ///< the candidate to branch on
};

struct LowerBound {
    bool operator()(SearchNode const& a, SearchNode const& b) const {
        return a.bound != b.bound ? a.bound < b.bound : a.number > b.number;
    }
};

class LinkSearch {
public:
    LinkSearch(LinkProblem const& problem, LinkObjective objective, SearchLimits const& limits)
        : problem_(problem), objective_(objective), limits_(limits), bounds_(problem, objective) {
        found_.best.assign(problem.candidates.size(), 0);
        found_.value = found_.without = value_of(problem, found_.best, objective);
    }

    BoundedSearch run() {
        SearchNode root{FixedLevels(problem_.candidates.size(), -1), 0.0, 0, bounds_.first_prices()};
        found_.first_bound = std::numeric_limits<double>::infinity();
        improve(found_.best);
        open(std::move(root), steps_at_root);
        found_.first_bound = std::max(found_.value, queue_.empty() ? found_.value : queue_.top().bound);
        while (!queue_.empty() && queue_.top().bound > found_.value + proof && found_.nodes < limits_.nodes &&
               seconds() < limits_.seconds) {
            SearchNode const node = queue_.top();
            queue_.pop();
            ++found_.nodes;
            for (std::size_t level = problem_.levels + 1; level-- > 0;) {
                SearchNode child{node.fixed, node.bound, ++made_, node.prices};
                child.fixed[node.branch] = static_cast<std::int8_t>(level);
                open(std::move(child), steps_in_nodes);
            }
        }
        found_.bound = std::max(found_.value, queue_.empty() ? found_.value : queue_.top().bound);
        found_.proven = found_.gap() <= proof;
        return std::move(found_);
    }

private:
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - started_).count();
    }

    void offer(LinkLevels const& levels, double value) {
        if (value <= found_.value) return;
        found_.value = value;
        found_.best = levels;
        Inputs const inputs = problem_.with(levels);
        Risks risks(inputs);
        assess(inputs, risks);
        bounds_.set_tangents(risks.forces);
    }

    [[nodiscard]] bool affordable(LinkLevels const& levels) const {
        return problem_.cost_of(levels) <= problem_.budget + 1e-12;
    }

    /// Changes one candidate, or takes from one and gives to another, as long as that helps; a fifth of the time at most.
    void improve(LinkLevels levels) {
        double const until = seconds() + 0.2 * limits_.seconds;
        std::uint64_t trials = 0;
        auto const time = [&] { return trials < limits_.trials && seconds() < until; };
        double value = value_of(problem_, levels, objective_);
        auto const top = static_cast<std::uint8_t>(problem_.levels);
        auto const better = [&](LinkLevels const& changed) {
            if (!affordable(changed)) return false;
            ++trials;
            double const now = value_of(problem_, changed, objective_);
            if (now <= value + 1e-12) return false;
            value = now;
            levels = changed;
            return true;
        };
        for (bool moved = true; moved && time();) {
            moved = false;
            for (std::size_t k = 0; k < levels.size() && time(); ++k)
                for (std::uint8_t level = 0; level <= top; ++level) {
                    LinkLevels changed = levels;
                    changed[k] = level;
                    if (level != levels[k] && better(changed)) moved = true;
                }
            for (std::size_t k = 0; !moved && k < levels.size(); ++k)
                for (std::size_t l = 0; levels[k] > 0 && l < levels.size() && time(); ++l) {
                    LinkLevels changed = levels;
                    changed[k] = 0;
                    changed[l] = top;
                    if (l != k && levels[l] < top && better(changed)) moved = true;
                }
        }
        offer(levels, value);
    }

    /// Enumerates a node of few sets; bounds another, and keeps it where it may hold a better set.
    void open(SearchNode node, std::size_t steps) {
        NodeBound opened = bounds_.opened(node.fixed);
        if (opened.budget < -1e-12) return;
        if (opened.sets <= limits_.leaf_sets && problem_.inputs.rivals <= most_enumerated_rivals)
            return enumerate(node.fixed, opened);
        if (opened.open.empty()) {
            LinkLevels const levels = settled(node.fixed);
            return offer(levels, value_of(problem_, levels, objective_));
        }
        bounds_.bound(node.fixed, found_.value, steps, node.prices, opened);
        double const before = node.number == 0 ? std::numeric_limits<double>::infinity() : node.bound;
        node.bound = std::min(before, opened.value);
        if (node.bound <= found_.value + proof) return;
        round(node.fixed, opened, steps == steps_at_root);
        node.branch = branch_of(opened);
        queue_.push(std::move(node));
    }

    [[nodiscard]] static LinkLevels settled(FixedLevels const& fixed) {
        LinkLevels levels;
        for (std::int8_t const level : fixed) levels.push_back(static_cast<std::uint8_t>(std::max<int>(level, 0)));
        return levels;
    }

    void enumerate(FixedLevels const& fixed, NodeBound const& opened) {
        LinkLevels levels = settled(fixed);
        LinkProblem rest{problem_.with(levels), {}, {}, std::max(0.0, opened.budget), problem_.levels};
        for (OpenLink const& link : opened.open) rest.candidates.push_back(problem_.candidates[link.candidate]);
        Enumeration const all = enumerate_links(rest, {.best = 1, .frontier = false, .threads = 1});
        LinkPoint const& best =
            objective_ == LinkObjective::Reliability ? all.most_reliable.front() : all.strongest.front();
        LinkLevels const chosen = levels_of(rest, best.code);
        for (std::size_t n = 0; n < chosen.size(); ++n) levels[opened.open[n].candidate] = chosen[n];
        offer(levels, value_of(problem_, levels, objective_));
    }

    /// Takes what the relaxation takes most of, while the budget lasts.
    void round(FixedLevels const& fixed, NodeBound const& opened, bool thoroughly) {
        std::vector<std::size_t> order(opened.open.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t k, std::size_t l) { return opened.chosen[k] > opened.chosen[l]; });
        LinkLevels levels = settled(fixed);
        double budget = opened.budget;
        for (std::size_t const k : order) {
            if (opened.chosen[k] < 0.5 || opened.open[k].cost > budget) continue;
            levels[opened.open[k].candidate] = static_cast<std::uint8_t>(problem_.levels);
            budget -= opened.open[k].cost;
        }
        if (thoroughly)
            improve(levels);
        else
            offer(levels, value_of(problem_, levels, objective_));
    }

    /// The candidate of which the relaxation is least sure, by what it brings.
    [[nodiscard]] static std::size_t branch_of(NodeBound const& opened) {
        std::size_t best = 0;
        double most = -1.0;
        for (std::size_t k = 0; k < opened.open.size(); ++k) {
            double const share = opened.chosen[k];
            double const doubt =
                (share * (1.0 - share) + 1e-3) * (opened.open[k].forces_a + opened.open[k].forces_b + 1e-6);
            if (doubt > most) {
                most = doubt;
                best = k;
            }
        }
        return opened.open[best].candidate;
    }

    LinkProblem const& problem_;
    LinkObjective objective_;
    SearchLimits const& limits_;
    NodeBounds bounds_;
    std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
    std::priority_queue<SearchNode, std::vector<SearchNode>, LowerBound> queue_;
    std::uint64_t made_ = 0;
    BoundedSearch found_;
};

} // namespace

double value_of(LinkProblem const& problem, LinkLevels const& chosen, LinkObjective objective) {
    Inputs const inputs = problem.with(chosen);
    Risks risks(inputs);
    assess(inputs, risks);
    return objective == LinkObjective::Reliability ? risks.system_reliability
                                                   : *std::min_element(risks.strength.begin(), risks.strength.end());
}

BoundedSearch search_links(LinkProblem const& problem, LinkObjective objective, SearchLimits const& limits) {
    return LinkSearch(problem, objective, limits).run();
}

} // namespace casus::dilemma
