#include "casus/game/union_value.hpp"

#include <cassert>

namespace casus::game {

namespace {

/// The game inside union k when every other union joins whole: members play Σ_H w_|H| [v(H ∪ S) − v(H)].
DenseGame expected_game_inside(DenseGame const& game, Partition const& unions, std::size_t k) {
    Partition others = unions;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(k));
    std::vector<double> const weights = shapley_weights(unions.size());
    std::vector<double> values(std::size_t{1} << size_of(unions[k]), 0.0);
    for (Coalition h = 0; h < single(others.size()); ++h) {
        Coalition joined = 0;
        for_each_member(h, [&](std::size_t other) { joined |= others[other]; });
        double const weight = weights[size_of(h)];
        Coalition s = 0;
        for (double& value : values) {
            value += weight * (game[joined | s] - game[joined]);
            s = (s - unions[k]) & unions[k];
        }
    }
    return {size_of(unions[k]), std::move(values)};
}

} // namespace

Allocation owen(DenseGame const& game, Partition const& unions) {
    Allocation value(game.players(), 0.0);
    for (std::size_t k = 0; k < unions.size(); ++k) {
        assert(unions[k] != 0);
        Allocation const inside = shapley(expected_game_inside(game, unions, k));
        std::size_t at = 0;
        for_each_member(unions[k], [&](std::size_t i) { value[i] = inside[at++]; });
    }
    return value;
}

Allocation myerson(DenseGame const& game, Links const& links, std::size_t threads) {
    return shapley(graph_restricted(game, links), threads);
}

} // namespace casus::game
