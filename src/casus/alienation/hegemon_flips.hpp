// What would change the hegemon's answer: for each input that matters, the nearest levels at which another strategy of
// table 2 becomes best, the rest unchanged.
#pragma once

#include "casus/alienation/buffers.hpp"
#include "casus/base/text.hpp"
#include "casus/world/parameters.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace casus::alienation {

struct HegemonFlip {
    /// Short of the level the answer at the central values holds; at it and a little beyond, `best` is the best.
    struct Turn {
        double level;
        std::size_t best;
    };
    std::string key; ///< of the quantity or parameter, "reward_budget"
    Text input;
    /// A quantity of issues or cells, the level its mean. Down, and up without an end to its range, all of it moves in
    /// proportion; up to an end, each value by the same part of what is left to it, so that at the end all are there.
    bool averaged = false;
    double now = 0.0;
    std::optional<Turn> below{}; ///< the nearest level below at which the answer changes; empty where none does
    std::optional<Turn> above{};
};

/// Every input, also those that turn nothing. Quantities and parameters are searched over their range; one without an
/// upper end to ten times what it is, and to 1 at least. Levels are found by bisection over whole evaluations, to a
/// millionth of the distance searched; a strategy that is best only between two neighbouring points of the search (twenty
/// each way, denser near the present level) can be missed.
[[nodiscard]] std::vector<HegemonFlip> find_hegemon_flips(World const& world, Parameters const& parameters);

/// The world and parameters with one of those inputs at another level.
struct Moved {
    World world;
    Parameters parameters;
};
[[nodiscard]] Moved move_input(World const& world, Parameters const& parameters, std::string const& key, double level);

} // namespace casus::alienation
