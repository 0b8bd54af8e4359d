// Sums over rows, by blocks that stay in the cache and chunks that do not depend on threads.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace casus::estimate {

inline constexpr std::size_t block_rows = 256;

/// Some rows of some columns.
struct Block {
    std::span<double const* const> columns;
    std::size_t first = 0;
    std::size_t rows = 0; ///< at most block_rows
};

/// Σ over blocks of what `add` adds to `width` numbers. `add` is called from several threads, with sums of its own.
[[nodiscard]] std::vector<double>
sum_over_rows(std::span<double const* const> columns, std::size_t rows, std::size_t width, std::size_t threads,
              std::function<void(Block const& block, std::span<double> sums)> const& add);

/// into[i] += Σ_c coefficients[c] x_c[i].
void add_products(Block const& block, std::span<double const> coefficients, double* into);

/// into[c] += Σ_i weight[i] x_c[i].
void add_weighted_sums(Block const& block, double const* weight, double* into);

/// into[c · stride + d] += Σ_i weight[i] x_c[i] x_d[i] for d ≤ c; cells above the diagonal are left undefined.
void add_cross_products(Block const& block, double const* weight, double* into, std::size_t stride);

} // namespace casus::estimate
