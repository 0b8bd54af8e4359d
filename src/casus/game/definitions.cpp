#include "casus/game/definitions.hpp"

#include <algorithm>

namespace casus::game {

namespace {

using boost::multiprecision::cpp_int;

/// s!(m−1−s)!/m!.
Rational order_weight(std::size_t s, std::size_t m) {
    Rational weight(1, static_cast<long>(m));
    for (std::size_t k = 0; k < s; ++k) weight *= Rational(static_cast<long>(k + 1), static_cast<long>(m - 1 - k));
    return weight;
}

Coalition linked_to(std::size_t player, Coalition within, Links const& links) {
    Coalition reached = single(player);
    for (Coalition before = 0; before != reached;) {
        before = reached;
        for (auto const& [i, j] : links)
            if (contains(within, i) && contains(within, j) && (contains(reached, i) || contains(reached, j)))
                reached |= single(i) | single(j);
    }
    return reached;
}

} // namespace

WholeWorths::WholeWorths(DenseGame const& game) : players_(game.players()) {
    for (double const v : game.values()) scale_ = std::max(scale_, cpp_int(denominator(Rational(v)))); // powers of two
    for (double const v : game.values()) worths_.push_back(numerator(Rational(Rational(v) * scale_)));
}

void WholeWorths::restrict_to(Links const& links) {
    std::vector<cpp_int> restricted(worths_.size());
    for (Coalition s = 1; s < worths_.size(); ++s)
        for (Coalition left = s; left != 0;) {
            Coalition const component = linked_to(lowest_player(left), s, links);
            restricted[s] += worths_[component];
            left &= ~component;
        }
    worths_ = std::move(restricted);
}

std::vector<Rational> exact_shapley_weights(std::size_t players) {
    std::vector<Rational> weights;
    for (std::size_t s = 0; s < players; ++s) weights.push_back(order_weight(s, players));
    return weights;
}

std::vector<Rational> exact_binomial_weights(std::size_t players, Rational const& probability) {
    std::vector<Rational> weights(players, 1);
    for (std::size_t s = 0; s < players; ++s)
        for (std::size_t k = 0; k + 1 < players; ++k) weights[s] *= k < s ? probability : Rational(1 - probability);
    return weights;
}

std::vector<Rational> exact_size_weights(std::vector<double> const& by_size) {
    Rational sum = 0;
    for (double const p : by_size) sum += Rational(p);
    std::vector<Rational> weights;
    cpp_int coalitions = 1; // C(n−1, s)
    for (std::size_t s = 0; s < by_size.size(); ++s) {
        weights.push_back(Rational(by_size[s]) / (sum * coalitions));
        coalitions = coalitions * (by_size.size() - 1 - s) / (s + 1);
    }
    return weights;
}

std::vector<Rational> semivalue_by_definition(WholeWorths const& worths, std::vector<Rational> const& weights) {
    std::size_t const n = worths.players();
    std::vector<Rational> values(n);
    for (std::size_t i = 0; i < n; ++i) {
        std::vector<cpp_int> marginals(n);
        for (Coalition s = 0; s < single(n); ++s)
            if (!contains(s, i)) marginals[size_of(s)] += worths[s | single(i)] - worths[s];
        for (std::size_t s = 0; s < n; ++s) values[i] += weights[s] * worths.fraction(marginals[s]);
    }
    return values;
}

std::vector<Rational> owen_by_definition(WholeWorths const& worths, Partition const& unions) {
    std::vector<Rational> values(worths.players());
    for (std::size_t k = 0; k < unions.size(); ++k)
        for (Coalition h = 0; h < single(unions.size()); ++h) {
            if (contains(h, k)) continue;
            Coalition joined = 0;
            for_each_member(h, [&](std::size_t other) { joined |= unions[other]; });
            Rational const of_unions = order_weight(size_of(h), unions.size());
            for (Coalition s = 0; s < single(worths.players()); ++s) {
                if ((s & ~unions[k]) != 0 || s == unions[k]) continue;
                Rational const weight = of_unions * order_weight(size_of(s), size_of(unions[k]));
                for_each_member(unions[k] & ~s, [&](std::size_t i) {
                    values[i] += weight * worths.fraction(worths[joined | s | single(i)] - worths[joined | s]);
                });
            }
        }
    return values;
}

std::optional<ExactTau> tau_by_definition(WholeWorths const& worths, Rational const& forgiven) {
    std::size_t const n = worths.players();
    Coalition const all = everyone(n);
    Rational const total = worths.fraction(worths[all]);
    std::vector<cpp_int> most(n);
    for (std::size_t i = 0; i < n; ++i) most[i] = worths[all] - worths[all & ~single(i)];
    ExactTau tau;
    Rational sum_of_most = 0;
    Rational sum_of_least = 0;
    for (std::size_t i = 0; i < n; ++i) {
        cpp_int least = worths[single(i)];
        for (Coalition s = 1; s <= all; ++s) {
            if (!contains(s, i)) continue;
            cpp_int left = worths[s];
            for_each_member(s & ~single(i), [&](std::size_t j) { left -= most[j]; });
            least = std::max(least, left);
        }
        tau.utopia.push_back(worths.fraction(most[i]));
        tau.minimal.push_back(worths.fraction(least));
        if (tau.minimal[i] > tau.utopia[i] + forgiven) return std::nullopt;
        sum_of_most += tau.utopia[i];
        sum_of_least += tau.minimal[i];
    }
    if (sum_of_least > total + forgiven || total > sum_of_most + forgiven) return std::nullopt;
    Rational const spread = sum_of_most - sum_of_least;
    Rational const share = spread <= forgiven ? Rational(0) : Rational((total - sum_of_least) / spread);
    for (std::size_t i = 0; i < n; ++i) tau.value.push_back(tau.minimal[i] + share * (tau.utopia[i] - tau.minimal[i]));
    return tau;
}

std::vector<Rational> interaction_by_definition(WholeWorths const& worths) {
    std::size_t const n = worths.players();
    std::vector<Rational> values(n * n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = i + 1; j < n; ++j) {
            std::vector<cpp_int> sums(n - 1);
            for (Coalition s = 0; s < single(n); ++s)
                if (!contains(s, i) && !contains(s, j))
                    sums[size_of(s)] +=
                        worths[s | single(i) | single(j)] - worths[s | single(i)] - worths[s | single(j)] + worths[s];
            for (std::size_t s = 0; s + 1 < n; ++s)
                values[i * n + j] += order_weight(s, n - 1) * worths.fraction(sums[s]);
            values[j * n + i] = values[i * n + j];
        }
    return values;
}

} // namespace casus::game
