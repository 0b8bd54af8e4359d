// Small symmetric systems in memory that the caller keeps: what Newton's iterations solve without allocating.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace casus::estimate {

/// L D Lᵀ of a symmetric non-negative matrix, columns in their order. A column that the ones before it explain (what is
/// left of its diagonal is below `tolerance` of what it was) gets no pivot: its solution and its inverse are 0.
class Cholesky {
public:
    explicit Cholesky(std::size_t size) : size_(size), factor_(size * size), left_(size) {}

    /// `matrix` is row-major, size × size; its lower triangle is read. True where every column got a pivot.
    bool factor(std::span<double const> matrix, double tolerance = 1e-11);

    [[nodiscard]] bool has_pivot(std::size_t column) const { return left_[column] > 0.0; }

    /// x ← A⁻¹ x
    void solve(std::span<double> x) const;

    /// `out` row-major, size × size.
    void inverse(std::span<double> out) const;

private:
    std::size_t size_;
    std::vector<double> factor_; ///< unit lower triangle, row-major
    std::vector<double> left_;   ///< D; 0 without pivot
};

/// xᵀ A⁻¹ x
[[nodiscard]] double quadratic_form(Cholesky const& a, std::span<double const> x);

} // namespace casus::estimate
