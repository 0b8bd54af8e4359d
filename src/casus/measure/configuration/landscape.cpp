#include "casus/measure/configuration/landscape.hpp"

#include "casus/base/error.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace casus::configuration {

namespace {

constexpr int most_decimals = 9;
constexpr double row_limit = 0x1p45;

/// Decimals after the point that all of `values` do with.
std::optional<int> decimals_of(std::span<double const> values) {
    int needed = 0;
    for (double const value : values) {
        double const power = std::pow(10.0, needed);
        while (needed <= most_decimals && std::round(value * std::pow(10.0, needed)) / std::pow(10.0, needed) != value)
            ++needed;
        if (needed > most_decimals || std::fabs(value) * power > 0x1p53) return std::nullopt;
    }
    return needed;
}

double largest_row(std::span<double const> weights, std::size_t n) {
    double most = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
        double sum = 0.0;
        for (std::size_t j = 0; j < n; ++j) sum += std::fabs(weights[i * n + j]);
        most = std::max(most, sum);
    }
    return most;
}

} // namespace

void number_in_order(Blocs& blocs) {
    std::array<int, 256> number{};
    number.fill(-1);
    int next = 0;
    for (std::uint8_t& bloc : blocs) {
        int& mine = number[bloc];
        if (mine < 0) mine = next++;
        bloc = static_cast<std::uint8_t>(mine);
    }
}

WholeWeights whole_weights(Landscape const& landscape) {
    std::size_t const n = landscape.count();
    std::vector<double> raw(n * n, 0.0);
    std::vector<double> off_diagonal;
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) {
            if (i == j) continue;
            raw[i * n + j] = landscape.sizes[i] * landscape.sizes[j] * landscape.propensity(i, j);
            off_diagonal.push_back(landscape.propensity(i, j));
        }
    WholeWeights whole{.actors = n, .weights = std::vector<std::int64_t>(n * n, 0), .scale = 1.0, .exact = false};
    double const most = largest_row(raw, n);
    if (!std::isfinite(most) || (most != 0.0 && (most > 1e100 || most < 1e-100)))
        throw Error(Problem{.place = {},
                            .what = {"sizes and propensities are too large or too small", "规模与倾向过大或过小"},
                            .found = {},
                            .expected = {"products between 1e-100 and 1e100", "乘积在 1e-100 与 1e100 之间"},
                            .nearest = {}});
    auto const of_sizes = decimals_of(landscape.sizes);
    auto const of_propensities = decimals_of(off_diagonal);
    if (of_sizes && of_propensities) {
        whole.scale = std::pow(10.0, 2 * *of_sizes + *of_propensities);
        whole.exact = most * whole.scale < row_limit;
    }
    if (!whole.exact) whole.scale = most > 0.0 ? std::exp2(44.0 - std::ceil(std::log2(most))) : 1.0;
    double const size_scale = whole.exact ? std::pow(10.0, *of_sizes) : 1.0;
    double const propensity_scale = whole.exact ? std::pow(10.0, *of_propensities) : 1.0;
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) {
            if (i == j) continue;
            // Below 2^45, so the product of three whole numbers is exact in a double.
            double const value = whole.exact ? std::round(landscape.sizes[i] * size_scale) *
                                                   std::round(landscape.sizes[j] * size_scale) *
                                                   std::round(landscape.propensity(i, j) * propensity_scale)
                                             : std::round(raw[i * n + j] * whole.scale);
            whole.weights[i * n + j] = static_cast<std::int64_t>(value);
        }
    return whole;
}

std::int64_t apart(WholeWeights const& weights, std::span<std::uint8_t const> blocs) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < weights.actors; ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (blocs[i] != blocs[j]) sum += weights.at(i, j);
    return sum;
}

double frustration_of(WholeWeights const& weights, std::span<std::uint8_t const> blocs, std::size_t actor) {
    std::int64_t sum = 0;
    for (std::size_t j = 0; j < weights.actors; ++j)
        if (blocs[actor] != blocs[j]) sum += weights.at(actor, j);
    return static_cast<double>(sum) / weights.scale;
}

} // namespace casus::configuration
