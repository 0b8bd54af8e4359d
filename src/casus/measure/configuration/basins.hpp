// Which minimum each partition descends to. A cell per partition: below 32 the actor that moves, from 32 on the minimum
// that it was found to end in.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace casus::configuration {

inline constexpr std::size_t first_label = 32;

/// Most minima that cells of a byte and of two bytes can name.
inline constexpr std::size_t most_byte_labels = 256 - first_label;
inline constexpr std::size_t most_short_labels = 65536 - first_label;

/// Partitions that end in each of `minima` (numbers of partitions, all of them). `moves` holds the actor that moves in each partition and is
/// overwritten; `flips` as in Descent.
[[nodiscard]] std::vector<std::uint64_t> count_basins(std::span<std::uint8_t> moves,
                                                      std::array<std::uint64_t, 32> const& flips,
                                                      std::span<std::uint64_t const> minima, std::size_t threads);

/// Bytes for that, the moves included.
[[nodiscard]] std::uint64_t basin_bytes(std::uint64_t partitions, std::size_t minima);

} // namespace casus::configuration
