// The partition into at most k blocs with the lowest energy, by branch and bound in the manner of Russian dolls (G. Verfaillie,
// M. Lemaître, T. Schiex 1996): the weakest two actors first, then three, and so on; what the actors not yet placed cost
// among themselves is bounded by the answer already known for them.
#pragma once

#include "casus/measure/configuration/landscape.hpp"

#include <cstdint>

namespace casus::configuration {

struct BlocPlan {
    std::size_t most_blocs = 2;            ///< 1 to n
    std::uint64_t most_nodes = 50'000'000; ///< placements of one actor that are tried before the search gives up
};

struct BestBlocs {
    Blocs blocs;
    std::int64_t apart = 0; ///< Σ over pairs in different blocs, in whole numbers of WholeWeights
    std::int64_t bound = 0; ///< no partition into so many blocs is below; equal to `apart` where that is proven best
    std::uint64_t nodes = 0;

    [[nodiscard]] bool proven() const { return apart == bound; }
};

/// For 1 to 255 actors. The result does not depend on time: a search that gives up does so after so many nodes.
[[nodiscard]] BestBlocs best_blocs(WholeWeights const& weights, BlocPlan const& plan);

/// Moves single actors between at most `most_blocs` blocs, the one that lowers the sum most first, until none does.
/// Returns the sum.
std::int64_t settle(WholeWeights const& weights, std::size_t most_blocs, Blocs& blocs);

} // namespace casus::configuration
