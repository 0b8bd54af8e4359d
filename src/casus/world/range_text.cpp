#include "casus/world/range_text.hpp"

#include <fmt/format.h>

#include <cmath>

namespace casus {

Text range_text(double low, double high) {
    if (!std::isfinite(low)) return {"a finite number", "有限的数"};
    if (!std::isfinite(high)) return {fmt::format("a number of at least {}", low), fmt::format("不小于 {} 的数", low)};
    return {fmt::format("a number from {} to {}", low, high), fmt::format("{} 到 {} 之间的数", low, high)};
}

} // namespace casus
