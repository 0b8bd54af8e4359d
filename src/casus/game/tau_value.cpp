#include "casus/game/tau_value.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace casus::game {

std::optional<TauValue> tau_value(DenseGame const& game) {
    std::size_t const n = game.players();
    Coalition const all = everyone(n);
    TauValue tau{Allocation(n), Allocation(n, -std::numeric_limits<double>::infinity()), Allocation(n)};
    for (std::size_t i = 0; i < n; ++i) tau.utopia[i] = game.total() - game[all & ~single(i)];
    for (Coalition s = 1; s <= all; ++s) {
        double const left = game[s] - sum_over(s, tau.utopia);
        for_each_member(s, [&](std::size_t i) { tau.minimal[i] = std::max(tau.minimal[i], left + tau.utopia[i]); });
    }
    double const tolerance = 1e-12 * game.scale() * static_cast<double>(n + 1);
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
