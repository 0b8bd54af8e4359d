// The numbers behind the picture of a network.
#pragma once

#include "casus/base/result.hpp"

namespace casus::report {

/// Whether any panel has a value for a node.
[[nodiscard]] bool holds_values(Network const& network);

/// Node, group, size where sizes mean something, and the value in each panel that has values.
[[nodiscard]] Table node_table(Network const& network);

/// Panel, from, to, kind, weight, added.
[[nodiscard]] Table edge_table(Network const& network);

} // namespace casus::report
