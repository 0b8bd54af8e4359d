#include "casus/endurance/draws.hpp"

#include "casus/base/random.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace casus::endurance {

CoefficientDraws::CoefficientDraws(Model const& model, Drawing const& drawing)
    : drawing_(drawing), size_(model.size()), values_(drawing.draws * model.size()) {
    auto const root = root_of(model.covariance, size_);
    assert(root);
    std::vector<double> const estimates = model.estimates();
    std::vector<double> normal(size_ + 4);
    for (std::size_t d = 0; d < drawing.draws; ++d) {
        RandomKey const key{drawing.seed, static_cast<std::uint32_t>(d), 0, Purpose::Parameters, 0};
        for (std::size_t k = 0; k < size_; k += 4) {
            std::array<double, 4> const four = normals(key, static_cast<std::uint32_t>(k / 4));
            std::ranges::copy(four, normal.begin() + static_cast<std::ptrdiff_t>(k));
        }
        for (std::size_t row = 0; row < size_; ++row) {
            double value = estimates[row];
            for (std::size_t k = 0; k <= row; ++k) value += (*root)[row * size_ + k] * normal[k];
            values_[d * size_ + row] = value;
        }
    }
}

double drawn_value(TermValue const& value, std::uint64_t seed, std::size_t d, std::uint32_t alliance,
                   std::size_t term) {
    if (!(value.low < value.high)) return value.value;
    RandomKey const key{seed, static_cast<std::uint32_t>(d), 0, Purpose::Figures, alliance};
    double const u = uniforms(key, static_cast<std::uint32_t>(term / 4))[term % 4];
    return u < 0.5 ? value.low + 2.0 * u * (value.value - value.low)
                   : value.value + (2.0 * u - 1.0) * (value.high - value.value);
}

namespace {

double quantile_of(std::span<double> values, double share) {
    double const at = share * static_cast<double>(values.size() - 1);
    auto const below = static_cast<std::ptrdiff_t>(std::floor(at));
    std::ranges::nth_element(values, values.begin() + below);
    double const low = values[static_cast<std::size_t>(below)];
    double const part = at - std::floor(at);
    if (part == 0.0) return low;
    return low + part * (*std::min_element(values.begin() + below + 1, values.end()) - low);
}

} // namespace

Interval central_interval(std::span<double> values) { return {quantile_of(values, 0.05), quantile_of(values, 0.95)}; }

} // namespace casus::endurance
