// Hostility: how ill one actor means to another, read from what it has done (theory: threat is read from conflict, then
// crisis, then latency, each by frequency, intensity and scope):
//
//   g_{j→i}(t) = 1 − exp(−Σ weight · intensity · scope · 2^{−(t−τ)/half-life})     over events of j against i, τ < t
#pragma once

#include <span>

namespace casus::measure {

/// One thing that an actor did to another, in the year in which it began.
struct HostileEvent {
    int year = 0;           ///< τ
    double weight = 1.0;    ///< ≥ 0: what kind of event it is (dispute, crisis, a year of rivalry)
    double intensity = 1.0; ///< [0,1]: how far it went, 1 for war
    double scope = 1.0;     ///< [0,1]: how far it spread, 1 for the whole system
};

struct HostilityParameters {
    double half_life = 10.0; ///< years in which an event loses half its weight
    double floor = 0.01;     ///< least hostility, of those who never did anything
};

/// Intensity of a militarised dispute from its level of hostility in the Correlates of War data, 1 (no militarised
/// action) to 5 (war): (level − 1)/4; NaN for any other number.
[[nodiscard]] double dispute_intensity(int level);

/// Scope from the number of states drawn in, 1 − 1/states: ½ for two, near 1 for a world war [choice]; NaN below two.
[[nodiscard]] double scope_of(int states);

/// g of one actor towards another in the years first_year, first_year + 1, …, one for each element of `out`, in
/// [floor, 1]. Events may be in any order; those of the year itself or later do not count. An event with a missing
/// figure (NaN) makes the years after it NaN.
void hostilities(std::span<HostileEvent const> events, int first_year, HostilityParameters const& parameters,
                 std::span<double> out);

} // namespace casus::measure
