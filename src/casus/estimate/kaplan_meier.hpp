// Survival and cumulated hazard without a model: Kaplan and Meier (1958), Nelson (1972) and Aalen (1978).
#pragma once

#include "casus/estimate/spells.hpp"
#include "casus/estimate/survival_curve.hpp"

#include <vector>

namespace casus::estimate {

/// A curve per stratum: S(t) = Π (1 − d/n) with Greenwood's error, H(t) = Σ d/n with error √Σ d/n², as survival::survfit
/// gives them for the same rows and weights. Late entry (start) counts: rows are at risk from their start. Several rows
/// of one subject are fine; nobody is at risk twice at one time if they do not overlap.
[[nodiscard]] std::vector<SurvivalCurve> kaplan_meier(Spells const& spells, Options const& options = {},
                                                      double level = 0.95, Band band = Band::Log);

} // namespace casus::estimate
