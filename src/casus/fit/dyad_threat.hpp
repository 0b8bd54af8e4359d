// The weights of the threat score (measure/threat.hpp) from who began disputes with whom: a logit on directed dyad-years.
#pragma once

#include "casus/fit/dyad_fit.hpp"
#include "casus/fit/dyad_parameters.hpp"
#include "casus/measure/threat.hpp"

#include <nlohmann/json_fwd.hpp>

namespace casus::fit {

struct ThreatFit {
    estimate::Fit free; ///< terms "(Intercept)", keys of the parameter file, and peace
    DyadFit sample;     ///< rows and columns of that fit (its fit moved out), and how many were left out
    /// The fit of the file: terms that came out below 0, which the theory and parameter files rule out, are held at what
    /// they were in the file before.
    estimate::Fit kept;
    std::vector<std::string> held;
    measure::ThreatCoefficients before; ///< of the file before
    measure::ThreatCoefficients after;  ///< reference: 95th percentile of η over rows with hostility above the floor
    double reference_spread = 0.0;      ///< standard deviation over years of that percentile, years with 20 such rows
    std::size_t hostile = 0;            ///< rows with hostility above the floor
    EstimatedBlock block;               ///< constant, weights and reference with their joint covariance
};

/// j is the sender of rows. Depth stays as it was: no data set at hand has areas; η takes it at 0.5, as worlds of the store
/// do. Land and sea strength are 1 and nobody is landlocked, as in those worlds. Errors: as of estimate::logit.
[[nodiscard]] ThreatFit fit_threat(DyadYears const& rows, measure::ThreatCoefficients const& before,
                                   std::size_t threads);

[[nodiscard]] Chapter threat_fit_chapter(DyadYears const& rows, ThreatFit const& fit, DyadRequest const& request);

/// What a "casus.fit-threat/1" document says after its manifest (docs/conflict.md).
[[nodiscard]] nlohmann::ordered_json threat_fit_document(DyadYears const& rows, ThreatFit const& fit);

} // namespace casus::fit
