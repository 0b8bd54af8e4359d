#include "casus/measure/community.hpp"

#include "casus/base/probability.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace casus::measure {

double security_community(ThreatMatrix const& threats, std::size_t i, std::size_t j) {
    std::size_t const n = threats.actors;
    assert(i < n && j < n && i != j && threats.threat.size() == n * n && threats.environments.size() == n * n);
    double none = 1.0;
    for (std::size_t m = 0; m < n; ++m) {
        if (m == i || m == j || threats.environments[i * n + m] == 0 || threats.environments[j * n + m] == 0) continue;
        none *= 1.0 - clip01(std::sqrt(threats.threat[m * n + i] * threats.threat[m * n + j]));
    }
    double const forth = threats.threat[i * n + j];
    double const back = threats.threat[j * n + i];
    double const mutual = std::isnan(forth) ? forth : std::isnan(back) ? back : std::max(forth, back);
    return (1.0 - none) * (1.0 - clip01(mutual));
}

double political_community(PoliticalStakes const& i, PoliticalStakes const& j) {
    return either(std::sqrt(i.domino * j.domino), std::sqrt(i.status * j.status));
}

double economic_community(double mutual_trade, std::span<double const> i_with, std::span<double const> j_with,
                          double gdp_i, double gdp_j, double kappa) {
    assert(i_with.size() == j_with.size() && kappa > 0.0);
    double sum = mutual_trade;
    for (std::size_t m = 0; m < i_with.size(); ++m) sum += std::sqrt(i_with[m] * j_with[m]);
    double const x = sum / std::sqrt(gdp_i * gdp_j);
    return x / (x + kappa);
}

double cognitive_community(double ideal_point_i, double ideal_point_j, double scale) {
    assert(scale > 0.0);
    return std::exp(-std::abs(ideal_point_i - ideal_point_j) / scale);
}

double value_community(double regime_i, double regime_j, double culture, double raise) {
    return 1.0 - std::abs(regime_i - regime_j) * (1.0 - raise * culture);
}

} // namespace casus::measure
