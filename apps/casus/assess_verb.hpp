// What both forms of `casus assess` share: one case, or a series of worlds from the store.
#pragma once

#include "sampled_run.hpp"
#include "world_options.hpp"

#include "casus/alienation/outputs.hpp"
#include "casus/ensemble/spread.hpp"

#include <cstdint>
#include <string>

namespace casus::app {

struct AssessOptions : SampledRun {
    std::string path;
    std::string years; ///< of a series; empty: one case
    WorldOptions world;
};

[[nodiscard]] ensemble::Spread sample_alienation(World const& world, Parameters const& parameters,
                                                 AssessOptions const& options, alienation::OutputPlan const& plan);

/// A world from the store for each year, the lens on each, and what becomes of the index from year to year.
void assess_series(AssessOptions const& options, Call const& call);

} // namespace casus::app
