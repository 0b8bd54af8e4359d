// Newton's method on a concave log-likelihood, and what it shows of outcomes that the covariates tell exactly.
#pragma once

#include <functional>
#include <span>
#include <vector>

namespace casus::estimate {

/// A log-likelihood at a point, with its first and second derivatives.
struct Slope {
    double log_likelihood = 0.0;
    std::vector<double> score;
    std::vector<double> information; ///< −∂², row-major; read on and below the diagonal
};

struct Climb {
    std::vector<double> at;
    double log_likelihood = 0.0;
    std::vector<double> inverse; ///< of the information, row-major
    std::vector<double> step;    ///< the last one
    int iterations = 0;
    bool converged = false;
    /// The likelihood rises for ever along `step`: some outcomes are told exactly.
    bool separated = false;
};

struct Hill {
    std::function<Slope(std::span<double const> at)> slope;
    /// Largest change of a row's linear predictor that a step makes.
    std::function<double(std::span<double const> step)> largest_move;
    /// Where the likelihood is defined; empty: everywhere.
    std::function<bool(std::span<double const> at)> inside{};
    /// Rows of the rarer outcome or so: how fast the information may change.
    double events = 1.0;
};

/// From `start` until a step is below some 10⁻⁷ of the errors of the estimates.
[[nodiscard]] Climb climb(Hill const& hill, std::vector<double> start);

} // namespace casus::estimate
