// Networks for Gephi, yEd, igraph and NetworkX.
#pragma once

#include "casus/base/result.hpp"

#include <string>

namespace casus::report {

/// The network as GraphML (http://graphml.graphdrawing.org), a <graph> per panel, without direction. Nodes have name
/// (English), name_zh, group, x, y, size and, where the panel has one, value; edges weight, kind and added. Nodes and
/// graphs go by their keys, which must differ. Readers that know one graph a file take the first, or the last.
[[nodiscard]] std::string graphml(Network const& network);

} // namespace casus::report
