// Where a value lies on the axis of a picture, and where the axis gets its ticks.
#pragma once

#include <vector>

namespace casus::report {

struct Axis {
    double low = 0.0;
    double high = 1.0;

    /// 0 at the low end, 1 at the high end, whichever is greater; values beyond the ends lie on them. ½ on an axis
    /// without length.
    [[nodiscard]] double position(double value) const;

    /// Which of `steps` equal classes the value falls in, from 0.
    [[nodiscard]] int step(double value, int steps) const;

    /// Round values within the axis, 1, 2 or 5 times a power of ten apart, about `wanted` of them (at least 2).
    [[nodiscard]] std::vector<double> ticks(int wanted) const;

    /// Decimals that the ticks need.
    [[nodiscard]] int tick_decimals(int wanted) const;
};

} // namespace casus::report
