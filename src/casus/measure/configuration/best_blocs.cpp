#include "casus/measure/configuration/best_blocs.hpp"

#include "casus/base/random.hpp"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <limits>
#include <numeric>

namespace casus::configuration {

namespace {

constexpr std::int64_t nowhere = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t random_starts = 64;

/// Strongest first.
std::vector<std::size_t> placing_order(WholeWeights const& weights) {
    std::vector<std::int64_t> strength(weights.actors, 0);
    for (std::size_t i = 0; i < weights.actors; ++i)
        for (std::size_t j = 0; j < weights.actors; ++j) strength[i] += std::abs(weights.at(i, j));
    std::vector<std::size_t> order(weights.actors);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return strength[a] > strength[b]; });
    return order;
}

WholeWeights reordered(WholeWeights const& weights, std::vector<std::size_t> const& order) {
    WholeWeights result = weights;
    for (std::size_t a = 0; a < order.size(); ++a)
        for (std::size_t b = 0; b < order.size(); ++b)
            result.weights[a * order.size() + b] = weights.at(order[a], order[b]);
    return result;
}

/// Places actors from `first` on, in order; those before it take no part.
class BlocSearch {
public:
    BlocSearch(WholeWeights const& weights, std::size_t most_blocs)
        : weights_(weights), n_(weights.actors), k_(most_blocs), known_(n_ + 1, 0), blocs_(n_, 0), best_(n_, 0),
          with_(n_ * k_, 0), placed_(n_, 0) {}

    /// Finds the best partition of the actors from `first` on, from what is known of those after it; false where it ran out of
    /// nodes. Then `known_[first]` is a bound.
    bool solve(std::size_t first, std::uint64_t most_nodes) {
        best_sum_ = start_from_the_last(first);
        open_ = nowhere;
        most_nodes_ = most_nodes;
        std::ranges::fill(with_, 0);
        std::ranges::fill(placed_, 0);
        descend(first, 0, 0);
        known_[first] = std::min(best_sum_, open_);
        return open_ >= best_sum_;
    }

    /// A bound for the actors from `first` on where nobody searched: its own hostile pairs all apart.
    void relax(std::size_t first) {
        known_[first] = known_[first + 1];
        for (std::size_t j = first + 1; j < n_; ++j) known_[first] += std::min<std::int64_t>(0, weights_.at(first, j));
    }

    void offer(Blocs const& blocs) { offered_ = blocs; }
    [[nodiscard]] Blocs const& best() const { return best_; }
    [[nodiscard]] std::int64_t best_sum() const { return best_sum_; }
    [[nodiscard]] std::int64_t known(std::size_t first) const { return known_[first]; }
    [[nodiscard]] std::uint64_t nodes() const { return nodes_; }

private:
    [[nodiscard]] std::int64_t sum_from(std::size_t first, Blocs const& blocs) const {
        std::int64_t sum = 0;
        for (std::size_t i = first; i < n_; ++i)
            for (std::size_t j = i + 1; j < n_; ++j)
                if (blocs[i] != blocs[j]) sum += weights_.at(i, j);
        return sum;
    }

    /// The best partition of the later actors with the new one where it costs least, or the one on offer.
    std::int64_t start_from_the_last(std::size_t first) {
        std::int64_t least = nowhere;
        std::uint8_t bloc = 0;
        for (std::size_t b = 0; b < k_; ++b) {
            best_[first] = static_cast<std::uint8_t>(b);
            std::int64_t const sum = sum_from(first, best_);
            if (sum < least) {
                least = sum;
                bloc = static_cast<std::uint8_t>(b);
            }
        }
        best_[first] = bloc;
        if (!offered_.empty() && sum_from(first, offered_) < least) {
            best_ = offered_;
            least = sum_from(first, offered_);
        }
        return least;
    }

    void place(std::size_t actor, std::size_t bloc, std::int64_t sign) {
        for (std::size_t u = actor + 1; u < n_; ++u) {
            std::int64_t const w = sign * weights_.at(actor, u);
            placed_[u] += w;
            with_[u * k_ + bloc] += w;
        }
    }

    /// Every actor not yet placed at its cheapest towards those placed, and the later ones among themselves.
    [[nodiscard]] std::int64_t bound(std::size_t next, std::int64_t sum, std::size_t used) const {
        std::int64_t total = sum + known_[next];
        std::size_t const open_blocs = std::min(used + 1, k_);
        for (std::size_t u = next; u < n_; ++u) {
            std::int64_t const* const with = with_.data() + u * k_;
            total += placed_[u] - *std::max_element(with, with + open_blocs);
        }
        return total;
    }

    void descend(std::size_t actor, std::int64_t sum, std::size_t used) {
        if (actor == n_) {
            if (sum < best_sum_) {
                best_sum_ = sum;
                best_ = blocs_;
            }
            return;
        }
        std::array<std::pair<std::int64_t, std::uint8_t>, 256> choices;
        std::size_t count = 0;
        for (std::size_t b = 0; b < std::min(used + 1, k_); ++b)
            choices[count++] = {placed_[actor] - with_[actor * k_ + b], static_cast<std::uint8_t>(b)};
        std::sort(choices.begin(), choices.begin() + static_cast<std::ptrdiff_t>(count));
        for (std::size_t c = 0; c < count; ++c) {
            auto const [cost, bloc] = choices[c];
            std::size_t const now_used = std::max<std::size_t>(used, bloc + std::size_t{1});
            blocs_[actor] = bloc;
            place(actor, bloc, 1);
            std::int64_t const low = bound(actor + 1, sum + cost, now_used);
            if (low < best_sum_) {
                if (++nodes_ > most_nodes_)
                    open_ = std::min(open_, low);
                else
                    descend(actor + 1, sum + cost, now_used);
            }
            place(actor, bloc, -1);
        }
    }

    WholeWeights const& weights_;
    std::size_t n_;
    std::size_t k_;
    std::vector<std::int64_t> known_; ///< [i]: least sum, or a bound of it, of the actors from i on alone
    Blocs blocs_;
    Blocs best_;
    Blocs offered_;
    std::vector<std::int64_t> with_;   ///< [actor][bloc]: Σ of its weights to those placed there
    std::vector<std::int64_t> placed_; ///< [actor]: Σ of its weights to all placed
    std::int64_t best_sum_ = 0;
    std::int64_t open_ = nowhere; ///< the lowest bound of what was left unsearched
    std::uint64_t nodes_ = 0;
    std::uint64_t most_nodes_ = 0;
};

/// The best of several descents from random partitions.
Blocs random_descents(WholeWeights const& weights, std::size_t most_blocs) {
    Blocs best(weights.actors, 0);
    std::int64_t best_sum = settle(weights, most_blocs, best);
    for (std::uint32_t start = 0; start < random_starts; ++start) {
        Blocs blocs(weights.actors);
        for (std::size_t i = 0; i < blocs.size(); ++i) {
            RandomKey const key{.seed = 1, .run = start, .purpose = Purpose::Configuration, .i = 0};
            double const u = uniforms(key, static_cast<std::uint32_t>(i / 4))[i % 4];
            blocs[i] = static_cast<std::uint8_t>(u * static_cast<double>(most_blocs));
        }
        std::int64_t const sum = settle(weights, most_blocs, blocs);
        if (sum < best_sum) {
            best_sum = sum;
            best = blocs;
        }
    }
    return best;
}

} // namespace

std::int64_t settle(WholeWeights const& weights, std::size_t most_blocs, Blocs& blocs) {
    std::size_t const n = weights.actors;
    std::vector<std::int64_t> with(n * most_blocs, 0); // [actor][bloc]
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) with[i * most_blocs + blocs[j]] += weights.at(i, j);
    for (;;) {
        std::int64_t most = 0;
        std::size_t actor = 0;
        std::size_t to = 0;
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t b = 0; b < most_blocs; ++b)
                if (std::int64_t const gain = with[i * most_blocs + b] - with[i * most_blocs + blocs[i]]; gain > most) {
                    most = gain;
                    actor = i;
                    to = b;
                }
        if (most == 0) return apart(weights, blocs);
        for (std::size_t i = 0; i < n; ++i) {
            with[i * most_blocs + blocs[actor]] -= weights.at(i, actor);
            with[i * most_blocs + to] += weights.at(i, actor);
        }
        blocs[actor] = static_cast<std::uint8_t>(to);
    }
}

BestBlocs best_blocs(WholeWeights const& weights, BlocPlan const& plan) {
    std::size_t const n = weights.actors;
    assert(n >= 1 && n <= 255);
    std::size_t const k = std::clamp<std::size_t>(plan.most_blocs, 1, n);
    std::vector<std::size_t> const order = placing_order(weights);
    WholeWeights const placed = reordered(weights, order);
    BlocSearch search(placed, k);
    // Half of the nodes for the smaller dolls: where they run out, the whole is searched with the bounds at hand.
    bool within = true;
    for (std::size_t first = n - 1; first > 0; --first) {
        if (within)
            within = search.solve(first, plan.most_nodes / 2);
        else
            search.relax(first);
    }
    search.offer(random_descents(placed, k));
    search.solve(0, plan.most_nodes);

    BestBlocs best{.blocs = Blocs(n), .apart = search.best_sum(), .bound = search.known(0), .nodes = search.nodes()};
    for (std::size_t a = 0; a < n; ++a) best.blocs[order[a]] = search.best()[a];
    number_in_order(best.blocs);
    return best;
}

} // namespace casus::configuration
