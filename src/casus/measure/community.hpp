// The five communities of two actors (theory: what a quasi-alliance rests on), each in [0,1]. A missing input (NaN)
// makes its community NaN. ⊕ is base/probability.hpp's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace casus::measure {

/// Threats between n actors and whose environment they belong to.
struct ThreatMatrix {
    std::size_t actors = 0;                     ///< n
    std::span<double const> threat;             ///< T_{m→i} at [m·n + i], in [0,1]
    std::span<std::uint8_t const> environments; ///< [i·n + m]: 1 where m is in env(i)
};

/// Security: ⊕ over m in both environments of √(T_{m→i} T_{m→j}), times 1 − max(T_{i→j}, T_{j→i}). Neither i nor j is
/// such an m; 0 where there is none.
[[nodiscard]] double security_community(ThreatMatrix const& threats, std::size_t i, std::size_t j);

/// What an actor has at stake in the influence and prestige at issue, coded in [0,1].
struct PoliticalStakes {
    double domino = 0.0; ///< that others fall after the first
    double status = 0.0; ///< its own rank
};

/// Political: ⊕ of what is shared of each stake, √(stake_i · stake_j) [choice]. No votes enter it, since they speak
/// for the cognitive community.
[[nodiscard]] double political_community(PoliticalStakes const& i, PoliticalStakes const& j);

/// Economic: x/(x+κ), x = √(X_ij/y_i · X_ij/y_j) + Σ_m √(X_im/y_i · X_jm/y_j). `i_with` and `j_with` are the trade of
/// each with the contested m, equally long; trade and GDP (> 0) in one currency; κ > 0 is the x at which it is ½.
[[nodiscard]] double economic_community(double mutual_trade, std::span<double const> i_with,
                                        std::span<double const> j_with, double gdp_i, double gdp_j, double kappa);

/// Cognitive, from leaders' affinity where it is known: itself. From ideal points otherwise: e^{−|z_i − z_j|/scale}
/// [choice]; who uses it says so.
[[nodiscard]] double cognitive_community(double ideal_point_i, double ideal_point_j, double scale = 1.0);

/// Value: 1 − |r_i − r_j| of regimes in [0,1]; a shared culture in [0,1] takes away as much of the difference, times
/// `raise` in [0,1] [choice].
[[nodiscard]] double value_community(double regime_i, double regime_j, double culture, double raise = 0.5);

} // namespace casus::measure
