// Takes two crossed groupings out of a column, as dummies of both would.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace casus::fit {

/// What remains of a column after regression on dummies of both groupings, by projecting on each in turn until a pass
/// moves no value by more than 1e-12 of the column's spread (or 10,000 passes). Groups are numbered from 0.
[[nodiscard]] std::vector<double> within(std::span<double const> column, std::span<std::uint32_t const> one,
                                         std::span<std::uint32_t const> other);

} // namespace casus::fit
