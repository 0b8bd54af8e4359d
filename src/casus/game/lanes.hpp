// Eight numbers side by side, written with the vector extension that g++ and clang++ share; without wide registers the
// compiler splits them, so that the same additions are made in the same order everywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace casus::game {

inline constexpr std::size_t lane_count = 8;

using Lanes [[gnu::vector_size(lane_count * sizeof(double))]] = double;
using WholeLanes [[gnu::vector_size(lane_count * sizeof(std::int64_t))]] = std::int64_t;

/// Eight numbers from any address; an inlined copy becomes one unaligned load.
inline void load(Lanes& to, double const* from) { std::memcpy(&to, from, sizeof(Lanes)); }
inline void load(WholeLanes& to, std::int64_t const* from) { std::memcpy(&to, from, sizeof(WholeLanes)); }

} // namespace casus::game
