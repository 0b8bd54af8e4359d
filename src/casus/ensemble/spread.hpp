// How far a lens's answers spread when figures and parameters are drawn from their spreads.
#pragma once

#include "casus/base/result.hpp"
#include "casus/world/parameters.hpp"
#include "casus/world/world.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace casus::ensemble {

/// Mean and central 90 % interval (5 % and 95 % sample quantiles, linear between order statistics) of every output.
struct Spread {
    std::vector<double> mean;
    std::vector<Interval> interval;
};

/// Of rows with one number per output, a row per draw.
[[nodiscard]] Spread summarise(std::span<double const> rows, std::size_t outputs, std::size_t threads);

/// Evaluates one drawn world; writes one number per output.
using Evaluate = std::function<void(World const&, Parameters const&, std::span<double>)>;

struct Sampling {
    std::uint64_t seed = 1;
    std::size_t draws = 2000; ///< at least 1
    std::size_t threads = 1;
};

/// Draw d uses the random numbers keyed (seed, d): the result does not depend on the number of threads.
/// `make_evaluate` is called once per thread; what it returns may keep scratch of its own.
[[nodiscard]] Spread sample(World const& world, Parameters const& parameters, Sampling const& sampling,
                            std::size_t outputs, std::function<Evaluate()> const& make_evaluate);

} // namespace casus::ensemble
