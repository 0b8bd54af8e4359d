#include "casus/game/semivalue.hpp"

#include "casus/game/weighted_sums.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace casus::game {

namespace {

/// s!(m−1−s)!/m! for s = 0 … m−1.
std::vector<double> permutation_weights(std::size_t m) {
    std::vector<double> weights(m);
    double weight = m == 0 ? 0.0 : 1.0 / static_cast<double>(m);
    for (std::size_t s = 0; s < m; ++s) {
        weights[s] = weight;
        if (s + 1 < m) weight *= static_cast<double>(s + 1) / static_cast<double>(m - 1 - s);
    }
    return weights;
}

double at_or_zero(std::span<double const> weights, std::size_t s, std::size_t less) {
    return s >= less && s - less < weights.size() ? weights[s - less] : 0.0;
}

} // namespace

std::vector<double> shapley_weights(std::size_t players) { return permutation_weights(players); }

std::vector<double> banzhaf_weights(std::size_t players) { return binomial_weights(players, 0.5); }

std::vector<double> binomial_weights(std::size_t players, double probability) {
    std::vector<double> weights(players);
    for (std::size_t s = 0; s < players; ++s)
        weights[s] = std::pow(probability, static_cast<double>(s)) *
                     std::pow(1.0 - probability, static_cast<double>(players - 1 - s));
    return weights;
}

std::vector<double> size_weights(std::span<double const> by_size) {
    double const sum = std::accumulate(by_size.begin(), by_size.end(), 0.0);
    assert(sum > 0.0);
    std::vector<double> weights;
    double coalitions = 1.0; // C(n−1, s)
    for (std::size_t s = 0; s < by_size.size(); ++s) {
        weights.push_back(by_size[s] / sum / coalitions);
        coalitions *= static_cast<double>(by_size.size() - 1 - s) / static_cast<double>(s + 1);
    }
    return weights;
}

Allocation semivalue(DenseGame const& game, std::span<double const> weights, std::size_t threads) {
    std::size_t const n = game.players();
    assert(weights.size() == n);
    // φ_i = Σ_{S∋i} (w_{s−1} + w_s) v(S) − Σ_S w_s v(S), with w_n = 0: the last sum is the same for everyone.
    std::vector<double> a(n + 1);
    std::vector<double> b(n + 1);
    for (std::size_t s = 0; s <= n; ++s) {
        b[s] = at_or_zero(weights, s, 0);
        a[s] = b[s] + at_or_zero(weights, s, 1);
    }
    WeightedSums sums = weighted_sums(game.values(), a, b, threads);
    for (double& value : sums.containing) value -= sums.all;
    return std::move(sums.containing);
}

Allocation shapley(DenseGame const& game, std::size_t threads) {
    return semivalue(game, shapley_weights(game.players()), threads);
}

Allocation banzhaf(DenseGame const& game, std::size_t threads) {
    return semivalue(game, banzhaf_weights(game.players()), threads);
}

std::optional<Allocation> normalised_banzhaf(DenseGame const& game, std::size_t threads) {
    Allocation raw = banzhaf(game, threads);
    double const sum = std::accumulate(raw.begin(), raw.end(), 0.0);
    if (std::ranges::all_of(raw, [](double x) { return x == 0.0; }) && game.total() == 0.0) return raw;
    if (std::abs(sum) <= least_banzhaf_sum * game.scale()) return std::nullopt;
    for (double& value : raw) value *= game.total() / sum;
    return raw;
}

std::vector<double> shapley_interaction(DenseGame const& game, std::size_t threads) {
    std::size_t const n = game.players();
    std::vector<double> interaction(n * n, 0.0);
    if (n < 2) return interaction;
    std::vector<double> const w = permutation_weights(n - 1);
    // By inclusion and exclusion over "contains i", "contains j": coefficients of [ij], of [i] and [j], and of all.
    std::vector<double> both(n);
    std::vector<double> one(n + 1);
    std::vector<double> none(n + 1);
    for (std::size_t s = 0; s <= n; ++s) {
        none[s] = at_or_zero(w, s, 0);
        one[s] = none[s] + at_or_zero(w, s, 1);
        if (s > 0) both[s - 1] = one[s] + at_or_zero(w, s, 1) + at_or_zero(w, s, 2);
    }
    WeightedSums const single_sums = weighted_sums(game.values(), one, none, threads);
    std::vector<double> with_i(game.values().size() / 2);
    std::vector<double> const zero(n, 0.0);
    for (std::size_t i = 0; i + 1 < n; ++i) {
        Coalition const below = single(i) - 1;
        for (Coalition rest = 0; rest < with_i.size(); ++rest)
            with_i[rest] = game[(rest & below) | single(i) | (rest & ~below) << 1];
        WeightedSums const pair_sums = weighted_sums(with_i, both, zero, threads);
        for (std::size_t j = i + 1; j < n; ++j) {
            double const value =
                pair_sums.containing[j - 1] - single_sums.containing[i] - single_sums.containing[j] + single_sums.all;
            interaction[i * n + j] = interaction[j * n + i] = value;
        }
    }
    return interaction;
}

} // namespace casus::game
