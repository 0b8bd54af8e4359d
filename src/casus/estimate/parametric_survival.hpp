// Regression of how long things last, with a distribution assumed.
#pragma once

#include "casus/estimate/lifetimes.hpp"
#include "casus/estimate/spells.hpp"

namespace casus::estimate {

/// η = Xβ + offset of Lifetime by maximum likelihood; the design has its own column of ones. Late entry (start > 0) is left
/// truncation. Terms are the columns, then the shape; a positive coefficient lengthens life but for Gompertz, where it
/// raises the hazard. Errors by cluster are the grouped sandwich, as survreg's, with the weights (which survreg leaves
/// out of it), no correction for few clusters.
/// Collinear columns are dropped, the last first, and noted, and so is a likelihood without maximum (separation).
/// Errors as in spells.hpp, and for a spell that begins before 0.
[[nodiscard]] Fit parametric_survival(Spells const& spells, Design const& design, Lifetime lifetime,
                                      Options const& options = {});

} // namespace casus::estimate
