#include "casus/game/constructions.hpp"
#include "casus/game/simplex_prices.hpp"
#include "casus/game/vertex_prices.hpp"

#include <algorithm>
#include <cassert>

namespace casus::game {

namespace {

/// Calls visit(S, sum of the members' rows) for every coalition, each sum one addition away from its parent's.
template <class Visit> void over_pooled(std::span<std::vector<double> const> rows, std::size_t goods, Visit&& visit) {
    std::size_t const n = rows.size();
    std::vector<double> pooled((n + 1) * goods, 0.0);
    auto descend = [&](auto const& self, std::size_t player, Coalition members, std::size_t depth) -> void {
        double const* const here = pooled.data() + depth * goods;
        visit(members, std::span<double const>(here, goods));
        double* const next = pooled.data() + (depth + 1) * goods;
        for (std::size_t i = player; i < n; ++i) {
            for (std::size_t g = 0; g < goods; ++g) next[g] = here[g] + rows[i][g];
            self(self, i + 1, members | single(i), depth + 1);
        }
    };
    descend(descend, 0, 0, 0);
}

Coalition component(Coalition within, std::span<Coalition const> neighbours) {
    Coalition reached = within & (~within + 1);
    Coalition frontier = reached;
    while (frontier != 0) {
        Coalition next = 0;
        for_each_member(frontier, [&](std::size_t i) { next |= neighbours[i]; });
        frontier = next & within & ~reached;
        reached |= frontier;
    }
    return reached;
}

} // namespace

DenseGame voting_game(std::span<VotingRule const> rules) {
    assert(!rules.empty());
    std::size_t const n = rules.front().weights.size();
    std::vector<double> values(std::size_t{1} << n, 1.0);
    std::vector<std::uint64_t> weight(values.size());
    for (VotingRule const& rule : rules) {
        for (Coalition s = 0; s < values.size(); ++s) {
            weight[s] = s == 0 ? 0 : weight[s & (s - 1)] + rule.weights[lowest_player(s)];
            if (weight[s] < rule.quota) values[s] = 0.0;
        }
    }
    return {n, std::move(values)};
}

DenseGame glove_game(std::size_t players, Coalition left, double price) {
    return DenseGame::tabulate(players, [&](Coalition s) {
        return price * static_cast<double>(std::min(size_of(s & left), size_of(s & ~left)));
    });
}

DenseGame production_game(std::span<ProductionRecipe const> recipes, std::span<std::vector<double> const> endowments,
                          std::function<double(Coalition)> const& governance) {
    assert(!endowments.empty());
    std::size_t const goods = endowments.front().size();
    std::vector<double> values(std::size_t{1} << endowments.size());
    auto fill = [&](auto&& value) {
        over_pooled(endowments, goods, [&](Coalition s, std::span<double const> pooled) {
            if (s != 0) values[s] = value(pooled);
            if (governance && size_of(s) > 1) values[s] -= governance(s);
        });
    };
    if (auto const vertices = VertexPrices::list(recipes, goods)) {
        fill([&](std::span<double const> pooled) { return vertices->value(pooled); });
    } else {
        SimplexPrices simplex(recipes, goods);
        fill([&](std::span<double const> pooled) {
            simplex.learn(pooled); // many coalitions share an optimal basis
            return simplex.value(pooled);
        });
    }
    return {endowments.size(), std::move(values)};
}

DenseGame sum(DenseGame const& a, DenseGame const& b) {
    assert(a.players() == b.players());
    return DenseGame::tabulate(a.players(), [&](Coalition s) { return a[s] + b[s]; });
}

DenseGame dual(DenseGame const& game) {
    Coalition const all = everyone(game.players());
    return DenseGame::tabulate(game.players(), [&](Coalition s) { return game.total() - game[all & ~s]; });
}

DenseGame graph_restricted(DenseGame const& game, Links const& links) {
    std::vector<Coalition> neighbours(game.players(), 0);
    for (auto const& [i, j] : links) {
        neighbours[i] |= single(j);
        neighbours[j] |= single(i);
    }
    std::vector<double> values(game.values().size());
    for (Coalition s = 1; s < values.size(); ++s) {
        Coalition const c = component(s, neighbours);
        values[s] = game[c] + values[s & ~c]; // the rest is a smaller number, so it is known
    }
    return {game.players(), std::move(values)};
}

DenseGame quotient(DenseGame const& game, Partition const& unions) {
    return DenseGame::tabulate(unions.size(), [&](Coalition blocks) {
        Coalition members = 0;
        for_each_member(blocks, [&](std::size_t k) { members |= unions[k]; });
        return game[members];
    });
}

DenseGame subgame(DenseGame const& game, Coalition coalition) {
    std::vector<double> values;
    values.reserve(std::size_t{1} << size_of(coalition));
    Coalition s = 0;
    do {
        values.push_back(game[s]);
        s = (s - coalition) & coalition; // the next subset in ascending order
    } while (s != 0);
    return {size_of(coalition), std::move(values)};
}

} // namespace casus::game
