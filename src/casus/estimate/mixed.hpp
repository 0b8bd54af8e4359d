// Linear regression with random intercepts of several crossed groupings: partial pooling of allies, issues, years.
#pragma once

#include "casus/estimate/design.hpp"
#include "casus/estimate/fit.hpp"

namespace casus::estimate {

/// A grouping of the rows, numbered from 0 without gaps.
struct Grouping {
    std::string name;
    std::span<std::uint32_t const> of_row;
};

struct MixedFit {
    Fit fit; ///< fixed effects
    double residual_sd = 0.0;
    std::vector<double> sd;                   ///< of the intercepts of each grouping
    std::vector<std::vector<double>> effects; ///< [grouping][group]: conditional modes (BLUPs)
};

/// y = Xβ + Σ_g b_g[group of row] + ε, b_g ~ N(0, σ_g²), by maximum likelihood or restricted maximum likelihood over the
/// profiled deviance (Bates et al. 2015, the method of lme4). A weight w makes a row's error σ²/w. Cost is linear in rows;
/// beside that it grows with the cube of the groups of all groupings together. p is of the normal distribution.
/// `options.clusters` must be empty: it is the groupings that say which rows hang together.
/// Errors: as of linear(); a grouping with one group only, or with a group for every row.
[[nodiscard]] MixedFit mixed(Design const& design, std::span<double const> y, std::span<Grouping const> groupings,
                             bool restricted = true, Options const& options = {});

} // namespace casus::estimate
