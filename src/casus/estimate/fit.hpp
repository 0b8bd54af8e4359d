// What every estimator returns: coefficients with their errors, and how well and whether the fit came about.
#pragma once

#include "casus/base/text.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace casus::estimate {

inline constexpr double none = std::numeric_limits<double>::quiet_NaN();

struct Term {
    std::string name;
    double estimate = 0.0;
    double se = 0.0;         ///< from the model
    double robust_se = none; ///< by cluster (or sandwich), none where not asked for
    double statistic = 0.0;  ///< z or t, of the robust error where there is one
    double p = 1.0;          ///< two-sided
};

struct Fit {
    std::string model; ///< "linear", "logit", "cox", …
    std::size_t rows = 0;
    std::size_t events = 0;   ///< ones of a binary outcome, deaths; 0 where the model has none
    std::size_t clusters = 0; ///< 0: errors not clustered
    double log_likelihood = none;
    double log_likelihood_null = none; ///< of the model without covariates
    std::vector<Term> terms{};
    std::vector<double> covariance{}; ///< of the estimates, row-major, terms × terms; the robust one where there is one
    int iterations = 0;
    bool converged = true;
    std::vector<Text> notes{}; ///< what a reader must know: columns dropped, separation, …

    [[nodiscard]] bool robust() const { return !terms.empty() && !std::isnan(terms.front().robust_se); }
};

/// What estimators share. Empty spans: not asked for.
struct Options {
    std::span<double const> weights{};
    std::span<double const> offset{};
    std::span<std::uint32_t const> clusters{}; ///< cluster of each row, numbered from 0 without gaps
    std::size_t threads = 1;                   ///< changes the time and nothing else
};

} // namespace casus::estimate
