// Sorting in linear time, for rows by the hundred thousand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace casus::estimate {

/// Puts indices in the ascending order of their keys (any numbers but NaN); equal keys keep their order. Radix sort: linear.
void order_by(std::span<double const> keys, std::vector<std::uint32_t>& indices);

/// The latest first.
void order_by_descending(std::span<double const> keys, std::vector<std::uint32_t>& indices);

/// As order_by, of groups numbered below `count`.
void order_by_group(std::span<std::uint32_t const> groups, std::size_t count, std::vector<std::uint32_t>& indices);

} // namespace casus::estimate
