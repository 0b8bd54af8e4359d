// How often a score puts in order who ends first.
#pragma once

#include "casus/estimate/spells.hpp"

#include <cstddef>
#include <span>

namespace casus::estimate {

/// Over pairs of rows of one stratum, one of which ends with an event while the other is at risk and goes on.
struct Concordance {
    double concordant = 0.0; ///< pairs, weighted: the greater score ends first
    double discordant = 0.0;
    double tied = 0.0;  ///< equal scores
    double value = 0.5; ///< (concordant + tied/2) / all
    double se = 0.0;    ///< infinitesimal jackknife, by cluster where there are clusters; as survival::concordance
};

/// `score`: the greater, the sooner the end (a linear predictor of Cox); one for each row. Weights, clusters and strata
/// count. Two events at one time are no pair; an event and a row censored at that time are. O(n log n).
[[nodiscard]] Concordance concordance(Spells const& spells, std::span<double const> score, Options const& options = {});

} // namespace casus::estimate
