// Several starts, because an equilibrium need not be the only one.
#pragma once

#include "casus/alienation/contest/solver.hpp"

#include <cstdint>
#include <vector>

namespace casus::contest {

struct Search {
    std::size_t starts = 16; ///< at least 1
    std::uint64_t seed = 1;
    std::size_t threads = 1;
    Rule rule{.tolerance = 1e-12};
    double apart = 1e-4; ///< equilibria are two where some side's share of some cell differs by more
};

struct Found {
    std::vector<Equilibrium> equilibria; ///< distinct ones, in the order of the first start that reached each
    std::vector<std::size_t> reached;    ///< how many starts ended there
    std::size_t unsolved = 0;            ///< starts that did not reach the tolerance; they count for no equilibrium
};

/// Where start number `start` begins: 0 with nobody spending, every other with each side's budget spread over its open
/// cells by weights u⁴, u uniform and keyed by (seed, start, side, cell), so that few cells get most.
[[nodiscard]] Equilibrium start_at(Contest const& contest, std::uint64_t seed, std::uint32_t start);

/// Does not depend on the number of threads. Where no start is solved, the first one stands there, unconverged.
[[nodiscard]] Found find_equilibria(Contest const& contest, Search const& search);

} // namespace casus::contest
