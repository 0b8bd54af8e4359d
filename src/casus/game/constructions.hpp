// Games made from a description or from other games, listed in bit order.
#pragma once

#include "casus/game/dense_game.hpp"
#include "casus/game/production.hpp"
#include "casus/game/voting_rule.hpp"

#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace casus::game {

/// Who can talk to whom: pairs of players.
using Links = std::vector<std::pair<std::size_t, std::size_t>>;

/// A partition of the players into disjoint coalitions that together are everyone.
using Partition = std::vector<Coalition>;

/// 1 for coalitions that win under every rule.
[[nodiscard]] DenseGame voting_game(std::span<VotingRule const> rules);

/// Shapley and Shubik's (1969) market: a pair of left and right glove is worth `price`; everyone holds one glove.
[[nodiscard]] DenseGame glove_game(std::size_t players, Coalition left, double price = 1.0);

/// v(S) = the production program's value for the pooled endowments − governance(S) for |S| ≥ 2. `endowments` holds one
/// row of goods per player; `governance` may be empty.
[[nodiscard]] DenseGame production_game(std::span<ProductionRecipe const> recipes,
                                        std::span<std::vector<double> const> endowments,
                                        std::function<double(Coalition)> const& governance);

/// a + b on the same players.
[[nodiscard]] DenseGame sum(DenseGame const& a, DenseGame const& b);

/// v*(S) = v(N) − v(N∖S).
[[nodiscard]] DenseGame dual(DenseGame const& game);

/// Myerson (1977): v_g(S) = Σ v(C) over the components C of S in the graph of links.
[[nodiscard]] DenseGame graph_restricted(DenseGame const& game, Links const& links);

/// The game that the blocks of a partition play among themselves; block k is player k.
[[nodiscard]] DenseGame quotient(DenseGame const& game, Partition const& unions);

/// The game among the members of `coalition`, renumbered in ascending order.
[[nodiscard]] DenseGame subgame(DenseGame const& game, Coalition coalition);

} // namespace casus::game
