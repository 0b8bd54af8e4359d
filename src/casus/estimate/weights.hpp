// Weights of rows, checked.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace casus::estimate {

/// What estimators need to know of weights before they begin. No weights: every row counts 1.
struct Weighing {
    std::size_t rows = 0;      ///< with a weight above 0: those that count
    std::vector<double> roots; ///< √w; empty without weights
    double sum_of_logs = 0.0;  ///< Σ ln w over the rows that count
};

/// Errors: a weight that is negative or not a number, no row with a weight above 0.
[[nodiscard]] Weighing weigh(std::span<double const> weights, std::size_t rows);

} // namespace casus::estimate
