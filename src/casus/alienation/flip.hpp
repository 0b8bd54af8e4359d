// What would turn a stance: the reward, pressure or offer at which the leading option changes.
#pragma once

#include "casus/alienation/buffers.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace casus::alienation {

/// Levels (not changes) at which follow and its strongest rival option meet, the rest unchanged. Empty where no level
/// of at least zero does it.
struct Flip {
    std::size_t leading = 0;      ///< option with the highest utility
    std::size_t rival = 0;        ///< follow's strongest rival (the leading option where follow does not lead)
    std::optional<double> reward; ///< above it follow leads, below it does not
    std::optional<double>
        pressure; ///< above it no challenger beats follow; empty unless follow leads the other options
    std::vector<std::optional<double>> offer; ///< per challenger: above it deviating to it leads every option
};

[[nodiscard]] Flip find_flip(World const& world, Buffers const& buffers, std::size_t cell);

} // namespace casus::alienation
