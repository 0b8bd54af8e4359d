// A value over a rectangle with both its slopes, each as the range that it cannot leave: interval arithmetic carried
// through derivatives. Rounding is not directed; whoever needs a bound adds what rounding may do.
#pragma once

#include <algorithm>
#include <cmath>

namespace casus::dilemma {

struct Range {
    double low = 0.0;
    double high = 0.0;
};

[[nodiscard]] inline Range operator+(Range a, Range b) { return {a.low + b.low, a.high + b.high}; }
[[nodiscard]] inline Range operator*(Range a, Range b) {
    auto const [low, high] = std::minmax({a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high});
    return {low, high};
}
[[nodiscard]] inline Range operator*(double a, Range b) {
    return a >= 0.0 ? Range{a * b.low, a * b.high} : Range{a * b.high, a * b.low};
}

/// 1/(1 + e^{−x}) and log(1 + e^x).
[[nodiscard]] inline double logistic(double x) { return 1.0 / (1.0 + std::exp(-x)); }
[[nodiscard]] inline double soft_plus(double x) { return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x))); }

struct Jet {
    Range value;
    Range by_linked; ///< slope in Σ s
    Range by_forces; ///< slope in Σ s p δ
};

[[nodiscard]] inline Jet operator+(Jet const& a, Jet const& b) {
    return {a.value + b.value, a.by_linked + b.by_linked, a.by_forces + b.by_forces};
}
[[nodiscard]] inline Jet operator*(double a, Jet const& b) { return {a * b.value, a * b.by_linked, a * b.by_forces}; }
[[nodiscard]] inline Jet operator+(double a, Jet b) {
    b.value.low += a;
    b.value.high += a;
    return b;
}
[[nodiscard]] inline Jet operator*(Jet const& a, Jet const& b) {
    return {a.value * b.value, a.by_linked * b.value + a.value * b.by_linked,
            a.by_forces * b.value + a.value * b.by_forces};
}
/// g(x) for a rising g, by its slopes over the range of x.
[[nodiscard]] inline Jet chained(Jet const& x, Range value, Range slope) {
    return {value, slope * x.by_linked, slope * x.by_forces};
}
[[nodiscard]] inline Jet exp(Jet const& x) {
    Range const e{std::exp(x.value.low), std::exp(x.value.high)};
    return chained(x, e, e);
}
/// log max(x, floor), floor above 0.
[[nodiscard]] inline double log_above(double floor, double x) { return std::log(std::max(x, floor)); }
[[nodiscard]] inline Jet log_above(double floor, Jet const& x) {
    return chained(x, {log_above(floor, x.value.low), log_above(floor, x.value.high)},
                   {x.value.low < floor ? 0.0 : 1.0 / x.value.high, 1.0 / std::max(x.value.low, floor)});
}
[[nodiscard]] inline Jet soft_plus(Jet const& x) {
    return chained(x, {soft_plus(x.value.low), soft_plus(x.value.high)},
                   {logistic(x.value.low), logistic(x.value.high)});
}

} // namespace casus::dilemma
