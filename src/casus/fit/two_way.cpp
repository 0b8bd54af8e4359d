#include "casus/fit/two_way.hpp"

#include <algorithm>
#include <cmath>

namespace casus::fit {

namespace {

class Means {
public:
    explicit Means(std::span<std::uint32_t const> groups)
        : groups_(groups), sums_(groups.empty() ? 0 : 1U + *std::ranges::max_element(groups)), counts_(sums_.size()) {
        for (std::uint32_t const group : groups) counts_[group] += 1.0;
    }
    /// Takes each group's mean out; the largest mean in absolute value.
    double take_out(std::vector<double>& column) {
        std::ranges::fill(sums_, 0.0);
        for (std::size_t row = 0; row < column.size(); ++row) sums_[groups_[row]] += column[row];
        double largest = 0.0;
        for (std::size_t group = 0; group < sums_.size(); ++group) {
            if (counts_[group] > 0.0) sums_[group] /= counts_[group];
            largest = std::max(largest, std::abs(sums_[group]));
        }
        for (std::size_t row = 0; row < column.size(); ++row) column[row] -= sums_[groups_[row]];
        return largest;
    }

private:
    std::span<std::uint32_t const> groups_;
    std::vector<double> sums_;
    std::vector<double> counts_;
};

} // namespace

std::vector<double> within(std::span<double const> column, std::span<std::uint32_t const> one,
                           std::span<std::uint32_t const> other) {
    constexpr int passes = 10'000;
    std::vector<double> rest(column.begin(), column.end());
    if (rest.empty()) return rest;
    auto const [low, high] = std::ranges::minmax(rest);
    double const enough = 1e-12 * (high - low);
    Means first(one);
    Means second(other);
    for (int pass = 0; pass < passes; ++pass) {
        double const moved = first.take_out(rest);
        if (std::max(moved, second.take_out(rest)) <= enough) break;
    }
    return rest;
}

} // namespace casus::fit
