// Sums over cells in fixed lanes: loops vectorise, and the order of a sum is the same on every machine.
#pragma once

#include <cstddef>

namespace casus::contest {

/// Σ of(c) for c below `cells`.
template <class Of> [[nodiscard]] double sum_over(std::size_t cells, Of of) {
    constexpr std::size_t lanes = 8;
    double lane[lanes]{};
    std::size_t const whole = cells - cells % lanes;
    for (std::size_t c = 0; c < whole; c += lanes)
        for (std::size_t l = 0; l < lanes; ++l) lane[l] += of(c + l);
    for (std::size_t c = whole; c < cells; ++c) lane[c - whole] += of(c);
    return ((lane[0] + lane[4]) + (lane[1] + lane[5])) + ((lane[2] + lane[6]) + (lane[3] + lane[7]));
}

} // namespace casus::contest
