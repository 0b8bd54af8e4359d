// A parameter set in which what a fit can tell replaces judgement, as a file with the fit beside it.
#pragma once

#include "casus/fit/alienation_fit.hpp"
#include "casus/world/parameters.hpp"

#include <string>

namespace casus::fit {

struct FitRecord {
    std::string name; ///< of the set
    Label leader;
    std::string allies; ///< as asked for
    int until = 0;      ///< no data of a later year were read
    std::vector<data::Provenance> sources;
};

/// `judged` with trade_half estimated where the fit identifies it, and a section [fit]: the model, rows and years, data
/// sets with versions and hashes, terms with estimates, errors and covariance (docs/case-format.md).
[[nodiscard]] std::string estimated_parameters(Parameters const& judged, AlienationFit const& fit,
                                               FitRecord const& record);

/// What moved allies: the terms with expected signs, both fits side by side; κ and its profile; what is estimated.
[[nodiscard]] Chapter fit_chapter(AlienationFit const& fit, FitRecord const& record);

} // namespace casus::fit
