// What a Cox model says of survival: the baseline hazard and curves for given covariates.
#pragma once

#include "casus/estimate/cox.hpp"
#include "casus/estimate/survival_curve.hpp"

#include <span>
#include <vector>

namespace casus::estimate {

/// A curve per stratum for one row of covariates, those of the fit's terms in their order, constant over time; `offset` as
/// in the fit. H(t | x) = exp(xβ + offset) H₀(t), S = exp(−H), with the error of Tsiatis (1981) and Link (1984), of which
/// the part of β is by cluster where there are clusters: survival::survfit.coxph with its defaults (ties as in the fit).
/// All covariates 0 and no offset: the baseline.
[[nodiscard]] std::vector<SurvivalCurve> predicted_curves(CoxFit const& fit, std::span<double const> covariates,
                                                          double offset = 0.0, double level = 0.95,
                                                          Band band = Band::Log);

} // namespace casus::estimate
