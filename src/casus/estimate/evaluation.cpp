#include "casus/estimate/evaluation.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace casus::estimate {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// P(a < Z < b) of a standard normal, without losing digits in the upper tail.
double normal_between(double a, double b) {
    if (a > 0.0) return normal_between(-b, -a);
    double const root = std::sqrt(2.0);
    return 0.5 * (std::erfc(-b / root) - std::erfc(-a / root));
}

} // namespace

double rmse(std::span<double const> forecast, std::span<double const> outcome) {
    assert(forecast.size() == outcome.size());
    if (forecast.empty()) return nothing;
    double sum = 0.0;
    for (std::size_t row = 0; row < forecast.size(); ++row)
        sum += (forecast[row] - outcome[row]) * (forecast[row] - outcome[row]);
    return std::sqrt(sum / static_cast<double>(forecast.size()));
}

double roc_auc(std::span<double const> score, std::span<std::uint8_t const> outcome) {
    assert(score.size() == outcome.size());
    std::vector<std::size_t> order(score.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t row) { return score[row]; });
    double ones = 0.0;
    double zeros = 0.0;
    double won = 0.0; // pairs in which the one has the higher score
    for (std::size_t from = 0; from < order.size();) {
        double tied_ones = 0.0;
        double tied_zeros = 0.0;
        std::size_t to = from;
        for (; to < order.size() && score[order[to]] == score[order[from]]; ++to)
            (outcome[order[to]] != 0 ? tied_ones : tied_zeros) += 1.0;
        won += tied_ones * (zeros + 0.5 * tied_zeros);
        ones += tied_ones;
        zeros += tied_zeros;
        from = to;
    }
    return ones > 0.0 && zeros > 0.0 ? won / (ones * zeros) : nothing;
}

double brier(std::span<double const> probability, std::span<std::uint8_t const> outcome) {
    std::vector<double> const happened(outcome.begin(), outcome.end());
    double const root = rmse(probability, happened);
    return root * root;
}

std::vector<CalibrationBin> calibration(std::span<double const> probability, std::span<std::uint8_t const> outcome,
                                        std::size_t bins) {
    assert(probability.size() == outcome.size());
    std::vector<CalibrationBin> table(bins);
    for (std::size_t row = 0; row < probability.size(); ++row) {
        auto const bin = static_cast<std::size_t>(probability[row] * static_cast<double>(bins));
        CalibrationBin& mine = table[std::min(bin, bins - 1)];
        ++mine.rows;
        mine.forecast += probability[row];
        mine.observed += outcome[row] != 0 ? 1.0 : 0.0;
    }
    for (std::size_t b = 0; b < bins; ++b) {
        table[b].low = static_cast<double>(b) / static_cast<double>(bins);
        table[b].high = static_cast<double>(b + 1) / static_cast<double>(bins);
        double const n = static_cast<double>(table[b].rows);
        table[b].forecast = n > 0.0 ? table[b].forecast / n : nothing;
        table[b].observed = n > 0.0 ? table[b].observed / n : nothing;
    }
    return table;
}

double log_density(ShareForecast const& forecast, double outcome) {
    assert(forecast.spread > 0.0);
    double const z = (outcome - forecast.centre) / forecast.spread;
    double const inside = normal_between(-forecast.centre / forecast.spread, (1.0 - forecast.centre) / forecast.spread);
    return -0.5 * z * z - std::log(forecast.spread * std::sqrt(2.0 * std::numbers::pi)) - std::log(inside);
}

double probability_below(ShareForecast const& forecast, double x) {
    assert(forecast.spread > 0.0);
    auto const z = [&](double value) { return (value - forecast.centre) / forecast.spread; };
    return normal_between(z(0.0), z(std::clamp(x, 0.0, 1.0))) / normal_between(z(0.0), z(1.0));
}

} // namespace casus::estimate
