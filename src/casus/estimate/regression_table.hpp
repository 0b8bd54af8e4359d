// Fits as the tables that scholars know.
#pragma once

#include "casus/estimate/fit.hpp"

#include "casus/base/result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string>

namespace casus::estimate {

/// One fit: a row for each term with estimate, errors, statistic and p; what goes with it below.
[[nodiscard]] Chapter chapter_of(Fit const& fit, std::string const& formula);

/// Fits side by side: errors in parentheses below estimates (the robust ones where there are), rows, events, clusters,
/// log-likelihood, AIC and BIC at the foot. `stars`: * p < 0.05, ** p < 0.01, *** p < 0.001.
[[nodiscard]] Chapter chapter_of(std::span<Fit const> fits, std::span<std::string const> formulas, bool stars);

/// The same side by side as a LaTeX tabular.
[[nodiscard]] std::string latex(std::span<Fit const> fits, bool stars);

/// A line for each term of each fit: model, term, estimate, se, robust_se, statistic, p; full digits, NA for what is not there.
[[nodiscard]] std::string csv(std::span<Fit const> fits);

/// {"model", "formula", "n", "events", "clusters", "loglik", "loglik_null", "iterations", "converged", "terms": [{"term",
/// "estimate", "se", "robust_se", "z", "p"}], "notes"}; null where there is nothing.
[[nodiscard]] nlohmann::ordered_json fit_json(Fit const& fit, std::string const& formula);

} // namespace casus::estimate
