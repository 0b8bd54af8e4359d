// Smooth functions of a covariate as columns, the same as R's.
#pragma once

#include <span>
#include <vector>

namespace casus::estimate {

/// Natural cubic spline as splines::ns(x, columns): knots at quantiles of x, no intercept. [column][row].
/// Empty where x has too few different values.
[[nodiscard]] std::vector<std::vector<double>> natural_spline(std::span<double const> x, int columns);

/// Orthogonal polynomials as stats::poly(x, degree). Empty where x has no more different values than `degree`.
[[nodiscard]] std::vector<std::vector<double>> orthogonal_polynomial(std::span<double const> x, int degree);

} // namespace casus::estimate
