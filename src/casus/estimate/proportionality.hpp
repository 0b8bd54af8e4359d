// Do hazards stay proportional? The score test of β(t) = β + θ g(t) against θ = 0.
#pragma once

#include "casus/estimate/cox.hpp"

#include <string>
#include <vector>

namespace casus::estimate {

/// g(t). KaplanMeier: 1 − S(t−) of all rows alike, which spreads events evenly (survival::cox.zph's default).
enum class TimeScale { KaplanMeier, Identity, Rank, Log };

struct Proportionality {
    std::vector<std::string> terms;
    std::vector<ChiSquare> tests{}; ///< of each term
    ChiSquare global{};
};

/// Grambsch and Therneau (1994) as a true score test (survival 3's cox.zph with terms = FALSE); `spells` are those of the
/// fit. The covariance is the model's, whatever the clusters.
[[nodiscard]] Proportionality proportionality_test(CoxFit const& fit, Spells const& spells,
                                                   TimeScale scale = TimeScale::KaplanMeier);

} // namespace casus::estimate
