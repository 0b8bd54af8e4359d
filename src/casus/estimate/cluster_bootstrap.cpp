#include "casus/estimate/cluster_bootstrap.hpp"

#include "casus/base/random.hpp"

#include <algorithm>

namespace casus::estimate {

void draw_clusters(std::uint64_t seed, std::uint32_t replicate, std::span<double> times) {
    std::fill(times.begin(), times.end(), 0.0);
    RandomKey const key{.seed = seed, .run = replicate, .purpose = Purpose::Resamples};
    auto const count = static_cast<double>(times.size());
    for (std::size_t first = 0; first < times.size(); first += 4) {
        auto const drawn = uniforms(key, static_cast<std::uint32_t>(first / 4));
        for (std::size_t i = 0; i < std::min<std::size_t>(4, times.size() - first); ++i)
            times[std::min(static_cast<std::size_t>(drawn[i] * count), times.size() - 1)] += 1.0;
    }
}

} // namespace casus::estimate
