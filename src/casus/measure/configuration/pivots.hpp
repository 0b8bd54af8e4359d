// How firm the best configuration is: by how much one propensity must change, all else equal, before another one is best.
#pragma once

#include "casus/measure/configuration/best_blocs.hpp"

#include <cstddef>
#include <vector>

namespace casus::configuration {

/// For a pair that stands apart the propensity must rise by `change`, for one that stands together fall: until then the best
/// configuration stays the best. All that keep the pair as it is shift with it, so the first that can overtake it is the
/// best of those that have the pair the other way.
struct Pivot {
    std::size_t first = 0; ///< actors, first < second
    std::size_t second = 0;
    bool together = false; ///< in the best configuration
    double change =
        0.0;    ///< of propensity, signed; infinite where no change of it matters (an actor of size 0, one bloc)
    Blocs then; ///< best where the pair is the other way; empty where there is none
    bool proven = true; ///< false: a search gave up, and the true change may be smaller in magnitude
};

/// A pivot for every pair, smallest magnitude first. `best` must be proven.
[[nodiscard]] std::vector<Pivot> pivots(Landscape const& landscape, WholeWeights const& weights, BestBlocs const& best,
                                        BlocPlan const& plan, std::size_t threads);

} // namespace casus::configuration
