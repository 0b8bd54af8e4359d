// Errors from resampled clusters.
#pragma once

#include "casus/estimate/fit.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace casus::estimate {

struct Resampling {
    std::uint64_t seed = 1;
    std::size_t replicates = 0;
    std::size_t threads = 1;
};

/// Replaces the robust errors of a fit by the standard deviation of its estimates over resamples: as many clusters as there
/// are (rows where there are none), drawn with replacement, come in as multiples of the rows' weights. `refit` estimates with
/// such weights and is called from several threads; where it throws Error or gives other terms the resample is left out,
/// and counted in the notes. Draws depend on seed, replicate and place alone. Error where fewer than two resamples succeed.
void bootstrap(Fit& fit, std::size_t rows, Options const& options, Resampling const& resampling,
               std::function<Fit(std::span<double const> weights)> const& refit);

/// What a table says of errors from resamples, `kept` of which could be estimated; `clusters` 0: rows were drawn. Error
/// where fewer than two were kept.
void note_resamples(Fit& fit, std::size_t kept, std::size_t clusters, Resampling const& resampling);

} // namespace casus::estimate
