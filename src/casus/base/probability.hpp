// Joining of parts of one, as all formulas do it (docs/alienation.md).
#pragma once

#include <algorithm>

namespace casus {

[[nodiscard]] inline double clip01(double x) { return std::clamp(x, 0.0, 1.0); }

/// ⊕(x, y) = 1 − (1−x)(1−y), arguments clipped to [0,1] first.
[[nodiscard]] inline double either(double x, double y) { return 1.0 - (1.0 - clip01(x)) * (1.0 - clip01(y)); }

} // namespace casus
