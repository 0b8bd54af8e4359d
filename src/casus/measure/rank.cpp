#include "casus/measure/rank.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace casus::measure {

std::vector<double> ranks(std::span<double const> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
    std::vector<double> result(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last < order.size() && values[order[last]] == values[order[first]]) ++last;
        double const shared = 0.5 * static_cast<double>(first + 1 + last);
        for (; first < last; ++first) result[order[first]] = shared;
    }
    return result;
}

double kendall_tau_b(std::span<double const> a, std::span<double const> b) {
    double agreement = 0.0;
    double untied_a = 0.0;
    double untied_b = 0.0;
    auto const sign = [](double x) { return x > 0.0 ? 1.0 : x < 0.0 ? -1.0 : 0.0; };
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = i + 1; j < a.size(); ++j) {
            double const in_a = sign(a[i] - a[j]);
            double const in_b = sign(b[i] - b[j]);
            agreement += in_a * in_b;
            untied_a += std::abs(in_a);
            untied_b += std::abs(in_b);
        }
    }
    return agreement / std::sqrt(untied_a * untied_b);
}

} // namespace casus::measure
