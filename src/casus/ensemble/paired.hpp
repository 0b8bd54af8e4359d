// How far answers of several settings of one world differ when each draw gives all of them the same random numbers:
// what is uncertain in both alike falls out of their difference.
#pragma once

#include "casus/ensemble/spread.hpp"

#include <functional>
#include <span>
#include <vector>

namespace casus::ensemble {

/// A world and parameters. All settings of a comparison have the same actors, issues and sides (world/scenario.hpp), so
/// that a figure of one and the same figure of another share their random number.
struct Setting {
    World const& world;
    Parameters const& parameters;
};

struct Paired {
    std::vector<Spread> own;        ///< per setting: as sample() would give it
    std::vector<Spread> difference; ///< per setting after the first: its outputs less the first one's, draw by draw
};

/// The first setting is the base; at least one. `make_evaluate` is called once per thread and setting, with that setting's
/// world. The result does not depend on the number of threads.
[[nodiscard]] Paired sample_paired(std::span<Setting const> settings, Sampling const& sampling, std::size_t outputs,
                                   std::function<Evaluate(World const&)> const& make_evaluate);

} // namespace casus::ensemble
