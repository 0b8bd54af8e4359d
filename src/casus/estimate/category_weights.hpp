// Weights of the rows of each category.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace casus::estimate {

/// Σ w of the rows of each category; without weights, their number.
/// Errors: fewer than two categories, more than 100; one that no row with a weight above 0 has.
[[nodiscard]] std::vector<double> category_weights(std::span<std::uint32_t const> y,
                                                   std::span<std::string const> categories,
                                                   std::span<double const> weights);

/// Σ w ln (share of the row's category): the log-likelihood of shares that are the same for all rows.
[[nodiscard]] double log_likelihood_of_shares(std::span<double const> category_weights);

} // namespace casus::estimate
