// Errors of a Cox model by drawing clusters again and again.
#pragma once

#include "casus/base/result.hpp"
#include "casus/estimate/cox.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace casus::estimate {

struct CoxBootstrap {
    std::vector<double> estimates; ///< replicates × terms, row-major; those without a maximum are left out
    std::size_t replicates = 0;
    std::size_t failed = 0; ///< replicates without a maximum (separation, or a column constant in the draw)
    std::vector<double> se; ///< standard deviation over replicates
    std::vector<Interval> percentile;
};

/// Draws clusters of the fit (its rows where it has none) with replacement, `replicates` times, and fits each draw from β
/// on. A cluster drawn twice stands there twice, its events tied with their copies. The same for any number of threads.
/// `level`: of the percentile interval.
[[nodiscard]] CoxBootstrap bootstrap(CoxFit const& fit, std::size_t replicates, std::uint64_t seed, std::size_t threads,
                                     double level = 0.95);

} // namespace casus::estimate
