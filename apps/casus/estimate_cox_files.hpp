// What `casus estimate cox` writes beside its table: residuals of each row, and predicted curves.
#pragma once

#include "estimate_survival.hpp"

#include "casus/estimate/cox.hpp"

#include <string>
#include <vector>

namespace casus::app {

/// A line for each row: its line in the file, martingale and deviance residual, and of each term the score residual,
/// dfbeta and, for events, the Schoenfeld residual, as it is and scaled.
[[nodiscard]] std::string residuals_csv(estimate::CoxFit const& fit, SampleSpells const& spells);

/// Survival and cumulated hazard in each stratum at these values, each "TERM=VALUE"; other terms are at their mean over
/// the rows. An Error where a term is unknown or a value is no number.
[[nodiscard]] std::string curves_csv(estimate::CoxFit const& fit, SampleSpells const& spells,
                                     std::vector<std::string> const& values);

} // namespace casus::app
