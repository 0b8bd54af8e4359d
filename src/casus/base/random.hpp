// Counter-based random numbers (Philox 4×32-10 of Random123): a number is a function of what it is for, so results
// do not depend on threads, on order, or on which other numbers were drawn.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace casus {

/// What a draw is for; keeps the streams of different uses apart. Values are part of the reproducible record: append,
/// never renumber.
enum class Purpose : std::uint32_t {
    Figures = 1,
    Parameters = 2,
    Coalitions = 3,
    Resamples = 4,
    Contest = 5,
    Linkages = 6,
    Configuration = 7,
    Test = 255
};

/// Where in the random universe a number lies.
struct RandomKey {
    std::uint64_t seed = 0;
    std::uint32_t run = 0;
    std::uint32_t year = 0; ///< below 2^16
    Purpose purpose = Purpose::Figures;
    std::uint32_t i = 0; ///< actor, figure …
};

/// Four independent uniforms in (0,1), block `block` of the key's stream.
[[nodiscard]] std::array<double, 4> uniforms(RandomKey const& key, std::uint32_t block);

/// Four independent standard normals (Box–Muller), block `block` of the key's stream.
[[nodiscard]] std::array<double, 4> normals(RandomKey const& key, std::uint32_t block);

/// out[4b + c] = normals(key, blocks[b])[c] to the bit; the fast path for sampling many figures.
/// `out` holds 4 · blocks.size() numbers.
void fill_normals(RandomKey const& key, std::span<std::uint32_t const> blocks, std::span<double> out);

} // namespace casus
