// Where voters stand on the line along which most of their votes lie: a start for item-response models.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace casus::measure {

/// Scores of the voters on the first principal component of the centred votes, absence counting as the mean; mean of
/// squares 1, or all 0 where no roll call divides. By power iteration begun at the most divided roll call. `votes`:
/// [voter · calls + call], 0, 1, 2 or no_vote.
[[nodiscard]] std::vector<double> first_component(std::size_t voters, std::size_t calls,
                                                  std::span<std::uint8_t const> votes);

} // namespace casus::measure
