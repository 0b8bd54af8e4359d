// A range, for those who left it.
#pragma once

#include "casus/base/text.hpp"

namespace casus {

/// "a number from 0 to 1"; an end may be infinite.
[[nodiscard]] Text range_text(double low, double high);

} // namespace casus
