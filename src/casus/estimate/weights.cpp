#include "casus/estimate/weights.hpp"

#include "casus/base/error.hpp"

#include <fmt/format.h>

#include <cmath>

namespace casus::estimate {

Weighing weigh(std::span<double const> weights, std::size_t rows) {
    Weighing weighing{.rows = rows, .roots = {}};
    if (weights.empty()) return weighing;
    weighing.rows = 0;
    weighing.roots.reserve(rows);
    for (std::size_t i = 0; i < rows; ++i) {
        double const w = weights[i];
        if (!(w >= 0.0) || std::isinf(w))
            throw Error(Problem{.place = {},
                                .what = {fmt::format("bad weight of observation {}", i + 1),
                                         fmt::format("第 {} 个观测的权重有误", i + 1)},
                                .found = fmt::format("{}", w),
                                .expected = {"a number that is not negative", "非负数"}});
        weighing.roots.push_back(std::sqrt(w));
        if (w == 0.0) continue;
        ++weighing.rows;
        weighing.sum_of_logs += std::log(w);
    }
    if (weighing.rows == 0) throw Error(Problem{.place = {}, .what = {"all weights are 0", "所有权重均为 0"}});
    return weighing;
}

} // namespace casus::estimate
