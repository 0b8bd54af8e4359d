#include "casus/game/production.hpp"

#include <cmath>

namespace casus::game {

double governance_cost(double base, double heterogeneity, std::span<double const> regimes) {
    if (regimes.size() < 2) return 0.0;
    double distance = 0.0;
    for (std::size_t i = 0; i < regimes.size(); ++i)
        for (std::size_t j = i + 1; j < regimes.size(); ++j) distance += std::abs(regimes[i] - regimes[j]);
    return base * static_cast<double>(regimes.size() - 1) + heterogeneity * distance;
}

} // namespace casus::game
