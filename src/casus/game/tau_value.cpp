#include "casus/game/tau_value.hpp"

#include "casus/game/definitions.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace casus::game {

namespace {

Allocation rounded(std::vector<Rational> const& exact) {
    Allocation values;
    for (Rational const& x : exact) values.push_back(x.convert_to<double>());
    return values;
}

/// Whole worths so large that sums of them are no doubles.
std::optional<TauValue> in_fractions(DenseGame const& game) {
    auto const exact = tau_by_definition(WholeWorths(game), 0);
    if (!exact) return std::nullopt;
    return TauValue{rounded(exact->utopia), rounded(exact->minimal), rounded(exact->value)};
}

} // namespace

double tau_tolerance(DenseGame const& game) {
    return game.whole() ? 0.0 : 1e-12 * game.scale() * static_cast<double>(game.players() + 1);
}

std::optional<TauValue> tau_value(DenseGame const& game) {
    std::size_t const n = game.players();
    if (game.whole() && 4.0 * static_cast<double>(n) * game.scale() > 0x1p53 && n <= 16) return in_fractions(game);
    Coalition const all = everyone(n);
    TauValue tau{Allocation(n), Allocation(n, -std::numeric_limits<double>::infinity()), Allocation(n)};
    for (std::size_t i = 0; i < n; ++i) tau.utopia[i] = game.total() - game[all & ~single(i)];
    for (Coalition s = 1; s <= all; ++s) {
        double const left = game[s] - sum_over(s, tau.utopia);
        for_each_member(s, [&](std::size_t i) { tau.minimal[i] = std::max(tau.minimal[i], left + tau.utopia[i]); });
    }
    double const tolerance = tau_tolerance(game);
    double const most = std::accumulate(tau.utopia.begin(), tau.utopia.end(), 0.0);
    double const least = std::accumulate(tau.minimal.begin(), tau.minimal.end(), 0.0);
    for (std::size_t i = 0; i < n; ++i)
        if (tau.minimal[i] > tau.utopia[i] + tolerance) return std::nullopt;
    if (least > game.total() + tolerance || game.total() > most + tolerance) return std::nullopt;
    double const share = most - least <= tolerance ? 0.0 : (game.total() - least) / (most - least);
    for (std::size_t i = 0; i < n; ++i) tau.value[i] = tau.minimal[i] + share * (tau.utopia[i] - tau.minimal[i]);
    return tau;
}

} // namespace casus::game
