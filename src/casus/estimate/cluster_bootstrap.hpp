// Draws of clusters with replacement, numbered, so that a replicate is the same on any number of threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace casus::estimate {

/// How often each of the clusters is drawn in this replicate: as many draws as clusters.
void draw_clusters(std::uint64_t seed, std::uint32_t replicate, std::span<double> times);

} // namespace casus::estimate
