// How power is shared out in a system: concentration and the class that follows from the greatest shares.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace casus::measure {

enum class PolarityClass { Unipolar, Bipolar, Multipolar };

/// Modelski's limits as Rasler and Thompson use them: one power with half of all is unipolar; two that have half
/// together, a quarter each at least, are bipolar; anything else is multipolar.
struct PolarityThresholds {
    double one = 0.5;          ///< share of the greatest from which it is a pole alone, unless the second has as much
    double two_together = 0.5; ///< shares of the two greatest together …
    double each_of_two = 0.25; ///< … and of the second
};

struct Polarity {
    std::size_t powers = 0; ///< N
    double concentration = 0.0; ///< CON = √[(Σ s² − 1/N) / (1 − 1/N)], Ray and Singer 1973; [0,1], NaN for one power
    double herfindahl = 0.0; ///< HHI = Σ s², [1/N, 1]
    double greatest = 0.0;   ///< the two greatest shares; the second is 0 where there is one power
    double second = 0.0;
    std::optional<PolarityClass> kind; ///< nothing where a power is missing
};

/// Of powers ≥ 0, great ones or all, as the caller chooses. All numbers are NaN where one is missing (NaN), where all
/// are 0, and where there are none.
[[nodiscard]] Polarity polarity(std::span<double const> powers, PolarityThresholds const& thresholds);

/// s_i = p_i / Σ p. NaN throughout where a power is missing or all are 0.
void power_shares(std::span<double const> powers, std::span<double> shares);

} // namespace casus::measure
