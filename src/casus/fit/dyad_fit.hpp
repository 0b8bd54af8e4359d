// A logit of beginning a dispute on columns of directed dyad-years, errors clustered by dyad in whatever order.
#pragma once

#include "casus/estimate/design.hpp"
#include "casus/estimate/fit.hpp"
#include "casus/fit/dyad_years.hpp"

#include "casus/base/result.hpp"

#include <string>
#include <vector>

namespace casus::fit {

/// A covariate: a column as long as the rows; NaN where it is not known.
struct DyadColumn {
    std::string name;
    std::vector<double> values;
};

/// Years at peace, by tens, with square and cube: Carter and Signorino (2010).
[[nodiscard]] std::vector<DyadColumn> peace_columns(DyadYears const& rows);

struct DyadFit {
    estimate::Fit fit;       ///< "(Intercept)" first; peace is centred, so that it stands at its mean there
    estimate::Design design; ///< what was regressed
    std::vector<std::uint8_t> y;
    std::vector<std::uint32_t> dyad; ///< clusters of its rows, numbered from 0 without gaps
    std::vector<std::uint32_t> row;  ///< of the DyadYears, ascending
    std::size_t left_out = 0;        ///< rows that lack a covariate

    /// The linear predictor in row n of the design with peace at its mean.
    [[nodiscard]] double at_mean_peace(std::size_t n) const;
};

/// Errors: as of estimate::logit.
[[nodiscard]] DyadFit fit_dyads(DyadYears const& rows, std::vector<DyadColumn> columns, bool with_peace,
                                std::size_t threads);

/// The estimate called `name`; it must be there.
[[nodiscard]] estimate::Term const& dyad_term(estimate::Fit const& fit, std::string const& name);

/// Data sets of the rows without those that a fit did not use.
[[nodiscard]] std::vector<data::Provenance> sources_without(DyadYears const& rows,
                                                            std::vector<std::string> const& unused);

/// What every fit of dyads must be read with.
[[nodiscard]] Notes dyad_limits();

/// How the rows were made and counted.
[[nodiscard]] std::vector<Text> dyad_counts(DyadYears const& rows, DyadFit const& sample, estimate::Fit const& fit,
                                            DyadRequest const& request);

} // namespace casus::fit
