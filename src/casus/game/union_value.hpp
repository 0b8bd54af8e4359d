// Values of games with a structure given beforehand: Owen (1977) with a-priori unions, Myerson (1977) with a graph.
#pragma once

#include "casus/game/constructions.hpp"
#include "casus/game/semivalue.hpp"

namespace casus::game {

/// Owen value: unions arrive in random order, and the members of a union together, in random order. `unions` is a
/// partition of the players. 2^(unions − 1) · 2^(largest union) evaluations at most, per union.
[[nodiscard]] Allocation owen(DenseGame const& game, Partition const& unions);

/// Myerson value: the Shapley value of the game restricted by the graph.
[[nodiscard]] Allocation myerson(DenseGame const& game, Links const& links, std::size_t threads = 1);

} // namespace casus::game
