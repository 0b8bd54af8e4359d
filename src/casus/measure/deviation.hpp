// How far two voters lie apart over roll calls, and how well so many roll calls tell.
#pragma once

#include "casus/base/result.hpp"

#include <array>
#include <cstdint>

namespace casus::measure {

/// Roll calls in which both voted, by |v − w| with yes 1, abstention ½ and no 0.
struct Distances {
    std::array<std::uint32_t, 3> counts{}; ///< of 0, ½ and 1

    [[nodiscard]] std::uint32_t votes() const { return counts[0] + counts[1] + counts[2]; }
    /// Mean distance in [0, 1]; NaN without votes.
    [[nodiscard]] double mean() const;
};

/// 90 % interval of the mean distance, in [0, 1], were these roll calls drawn at random from an agenda like theirs:
/// Wilson's score interval (1927), that of a share, with the number of votes raised by how much less such distances
/// scatter than a share of the same mean, since half steps scatter less:
///     n' = n · μ(1 − μ) / s²,   μ and s² from the counts with ½ added to each.
/// NaN without votes. Coverage by simulation: deviation_test.cpp.
[[nodiscard]] Interval interval_of(Distances const& distances);

} // namespace casus::measure
