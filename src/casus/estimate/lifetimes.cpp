#include "casus/estimate/lifetimes.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include <boost/math/special_functions/erf.hpp>

namespace casus::estimate {
namespace {

/// A function of z with two derivatives.
struct Jet {
    double value = 0.0;
    double first = 0.0;
    double second = 0.0;
};

/// log P(Z > z) of a standard normal; beyond 30 the continued fraction's first terms, exact to a double there.
double log_upper_tail(double z) {
    if (z < 30.0) return std::log(0.5 * std::erfc(z / std::numbers::sqrt2));
    double const square = z * z;
    return -0.5 * square - std::log(z) - 0.5 * std::log(2.0 * std::numbers::pi) +
           std::log1p(-1.0 / square + 3.0 / (square * square) - 15.0 / (square * square * square));
}

double log_1p_exp(double z) { return z > 0.0 ? z + std::log1p(std::exp(-z)) : std::log1p(std::exp(z)); }

Jet log_density(Lifetime lifetime, double z) {
    switch (lifetime) {
    case Lifetime::LogNormal:
        return {-0.5 * z * z - 0.5 * std::log(2.0 * std::numbers::pi), -z, -1.0};
    case Lifetime::LogLogistic: {
        double const p = 1.0 / (1.0 + std::exp(-z));
        return {z - 2.0 * log_1p_exp(z), 1.0 - 2.0 * p, -2.0 * p * (1.0 - p)};
    }
    default: {
        double const e = std::exp(z);
        return {z - e, 1.0 - e, -e};
    }
    }
}

Jet log_survival(Lifetime lifetime, double z) {
    switch (lifetime) {
    case Lifetime::LogNormal: {
        double const value = log_upper_tail(z);
        double const mills = std::exp(-0.5 * z * z - 0.5 * std::log(2.0 * std::numbers::pi) - value);
        return {value, -mills, -mills * (mills - z)};
    }
    case Lifetime::LogLogistic: {
        double const p = 1.0 / (1.0 + std::exp(-z));
        return {-log_1p_exp(z), -p, -p * (1.0 - p)};
    }
    default: {
        double const e = std::exp(z);
        return {-e, -e, -e};
    }
    }
}

/// ∫₀^d v^k e^{γv} dv for k = 0, 1, 2.
std::array<double, 3> moments(double gamma, double d) {
    double const x = gamma * d;
    if (std::abs(x) < 1.0) { // series; beyond it the closed forms lose no more than three digits
        std::array<double, 3> sums{};
        double term = 1.0;
        for (int n = 0; n < 22; ++n) {
            for (std::size_t k = 0; k < 3; ++k) sums[k] += term / (n + static_cast<double>(k) + 1.0);
            term *= x / (n + 1.0);
        }
        return {d * sums[0], d * d * sums[1], d * d * d * sums[2]};
    }
    double const e = std::exp(x);
    return {d * (e - 1.0) / x, d * d * (e * (x - 1.0) + 1.0) / (x * x),
            d * d * d * (e * (x * x - 2.0 * x + 2.0) - 2.0) / (x * x * x)};
}

SpellTerms gompertz_terms(double start, double stop, bool event, double eta, double gamma) {
    auto const i = moments(gamma, stop - start);
    double const risk = std::exp(eta + gamma * start);
    double const hazard = risk * i[0];
    double const slope = risk * (start * i[0] + i[1]);
    double const bend = risk * (start * start * i[0] + 2.0 * start * i[1] + i[2]);
    double const d = event ? 1.0 : 0.0;
    return {d * (eta + gamma * stop) - hazard, d - hazard, d * stop - slope, -hazard, -slope, -bend};
}

/// Of z = z(η, shape) with these derivatives of z.
void add_chain(SpellTerms& sum, Jet const& g, double sign, double z_eta, double z_shape, double z_eta_shape,
               double z_shape_shape) {
    sum.value += sign * g.value;
    sum.by_eta += sign * g.first * z_eta;
    sum.by_shape += sign * g.first * z_shape;
    sum.by_eta_eta += sign * g.second * z_eta * z_eta;
    sum.by_eta_shape += sign * (g.second * z_eta * z_shape + g.first * z_eta_shape);
    sum.by_shape_shape += sign * (g.second * z_shape * z_shape + g.first * z_shape_shape);
}

} // namespace

bool has_shape(Lifetime lifetime) { return lifetime != Lifetime::Exponential; }

char const* shape_name(Lifetime lifetime) { return lifetime == Lifetime::Gompertz ? "shape" : "Log(scale)"; }

double survival(Lifetime lifetime, double eta, double shape, double time) {
    if (!(time > 0.0)) return 1.0;
    if (lifetime == Lifetime::Gompertz) return std::exp(-std::exp(eta) * moments(shape, time)[0]);
    double const scale = has_shape(lifetime) ? std::exp(shape) : 1.0;
    return std::exp(log_survival(lifetime, (std::log(time) - eta) / scale).value);
}

double lifetime_quantile(Lifetime lifetime, double eta, double shape, double level) {
    double const hazard = -std::log(level);
    double z = std::log(hazard);
    switch (lifetime) {
    case Lifetime::Gompertz: {
        double const x = hazard * std::exp(-eta) * shape; // e^{γt} − 1
        if (x <= -1.0) return std::numeric_limits<double>::infinity();
        return shape == 0.0 ? hazard * std::exp(-eta) : std::log1p(x) / shape;
    }
    case Lifetime::LogNormal:
        z = -std::numbers::sqrt2 * boost::math::erf_inv(2.0 * level - 1.0);
        break;
    case Lifetime::LogLogistic:
        z = std::log1p(-level) - std::log(level);
        break;
    default:
        break;
    }
    return std::exp(eta + (has_shape(lifetime) ? std::exp(shape) : 1.0) * z);
}

SpellTerms spell_terms(Lifetime lifetime, double start, double stop, bool event, double eta, double shape) {
    if (lifetime == Lifetime::Gompertz) return gompertz_terms(start, stop, event, eta, shape);
    double const tau = has_shape(lifetime) ? shape : 0.0;
    double const scale = std::exp(tau);
    SpellTerms sum;
    auto const add = [&](double time, auto const& function, double sign) {
        double const z = (std::log(time) - eta) / scale;
        add_chain(sum, function(lifetime, z), sign, -1.0 / scale, -z, 1.0 / scale, z);
    };
    if (event) {
        add(stop, log_density, 1.0);
        sum.value -= tau + std::log(stop);
        sum.by_shape -= 1.0;
    } else {
        add(stop, log_survival, 1.0);
    }
    if (start > 0.0) add(start, log_survival, -1.0);
    return sum;
}

SpellTerms concave_terms(Lifetime lifetime, double start, double stop, bool event, double eta, double shape,
                         double offset) {
    if (lifetime == Lifetime::Gompertz) return gompertz_terms(start, stop, event, eta + offset, shape);
    double const inverse_scale = has_shape(lifetime) ? shape : 1.0;
    SpellTerms sum;
    auto const add = [&](double time, auto const& function, double sign) {
        double const log_time = std::log(time) - offset;
        add_chain(sum, function(lifetime, inverse_scale * log_time - eta), sign, -1.0, log_time, 0.0, 0.0);
    };
    if (event) {
        add(stop, log_density, 1.0);
        sum.value += std::log(inverse_scale) - std::log(stop);
        sum.by_shape += 1.0 / inverse_scale;
        sum.by_shape_shape -= 1.0 / (inverse_scale * inverse_scale);
    } else {
        add(stop, log_survival, 1.0);
    }
    if (start > 0.0) add(start, log_survival, -1.0);
    return sum;
}

} // namespace casus::estimate
