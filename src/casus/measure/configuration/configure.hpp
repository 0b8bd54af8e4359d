// The whole answer about a landscape: minima and basins, the best partition, how firm it is.
#pragma once

#include "casus/base/text.hpp"
#include "casus/measure/configuration/minima.hpp"
#include "casus/measure/configuration/pivots.hpp"

#include <optional>
#include <vector>

namespace casus::configuration {

struct ConfigurationPlan {
    BlocPlan blocs;
    bool basins = true;
    std::uint64_t memory = std::uint64_t{1} << 30; ///< most bytes for basins
    std::size_t threads = 1;
};

struct Configured {
    Landscape landscape;
    WholeWeights weights;
    std::size_t most_blocs = 2;
    std::optional<Minima> minima; ///< of two blocs, up to 30 actors
    BestBlocs best;
    std::vector<Pivot> pivots; ///< empty where the search for the best gave up
    std::vector<Text> notes;

    [[nodiscard]] double best_energy() const { return weights.energy_of(best.apart); }
};

/// An Error where minima are refused (local_minima). `notes` are kept, and what was left out is added.
[[nodiscard]] Configured configure(Landscape landscape, ConfigurationPlan const& plan, std::vector<Text> notes,
                                   Progress* progress = nullptr);

/// The minimum that a partition into two blocs descends to, as a number of `minima`, and itself and all partitions on the way.
struct WayDown {
    std::vector<Blocs> steps;
    std::size_t minimum = 0;
};
[[nodiscard]] WayDown way_down(WholeWeights const& weights, Minima const& minima, Blocs from);

} // namespace casus::configuration
