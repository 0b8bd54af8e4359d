// The local minima of a landscape with two blocs, all of them, and their basins: how many partitions each attracts by
// steepest descent (ties to the lowest actor). Exact to 30 actors: every one of the 2^(n−1) partitions is looked at.
#pragma once

#include "casus/base/progress.hpp"
#include "casus/measure/configuration/landscape.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace casus::configuration {

/// No single actor lowers the energy by changing sides.
struct Minimum {
    Blocs blocs;
    std::int64_t apart = 0;             ///< Σ over pairs in different blocs, in whole numbers of WholeWeights
    bool strict = true;                 ///< every single change raises the energy; false: some leave it as it is
    std::optional<std::uint64_t> basin; ///< partitions, itself among them; nothing where basins were not counted
};

struct MinimaPlan {
    std::size_t threads = 1;
    bool basins = true;
    std::uint64_t memory = std::uint64_t{1} << 30; ///< most bytes for basins
    Progress* progress = nullptr; ///< advanced by partitions: all of them, and again where basins are counted
};

struct Minima {
    std::vector<Minimum> found; ///< lowest energy first; of equal ones the one whose first actors stand together longer
    std::uint64_t partitions = 0; ///< 2^(n−1)
    std::uint64_t memory = 0;     ///< bytes that basins took, or would have taken where they were left out for it
};

/// For 2 to 30 actors; basins take a byte a partition for up to 224 minima, three to 65,504, and beyond five. An Error where there are more than
/// a million minima (pairs without propensity leave actors indifferent).
[[nodiscard]] Minima local_minima(WholeWeights const& weights, MinimaPlan const& plan);

} // namespace casus::configuration
