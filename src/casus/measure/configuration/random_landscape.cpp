#include "casus/measure/configuration/random_landscape.hpp"

#include "casus/base/random.hpp"

#include <cmath>

namespace casus::configuration {

Landscape random_landscape(std::size_t actors, std::uint64_t seed) {
    Landscape landscape;
    std::uint32_t drawn = 0;
    auto const uniform = [&] {
        RandomKey const key{.seed = seed, .purpose = Purpose::Configuration};
        double const u = uniforms(key, drawn / 4)[drawn % 4];
        ++drawn;
        return u;
    };
    for (std::size_t i = 0; i < actors; ++i) {
        landscape.actors.push_back("A" + std::to_string(i + 1));
        landscape.sizes.push_back(std::round(10.0 + 490.0 * uniform()) / 10.0);
    }
    landscape.propensities.assign(actors * actors, 0.0);
    for (std::size_t i = 0; i < actors; ++i)
        for (std::size_t j = 0; j < i; ++j) landscape.set_propensity(i, j, std::round(20.0 * uniform() - 10.0) / 10.0);
    return landscape;
}

} // namespace casus::configuration
