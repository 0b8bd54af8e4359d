// Threat of one actor to another (Walt's four sources; docs/alienation.md):
//
//   η_{j→i} = α0 + α1 log[p_j/(p_i+p_j)] + α2 log prox_ij + α3 log o_j + α4 log g_{j→i} − α5 log s_i
//   prox_ij = max(ℓ_j · reach_land, w_j · reach_sea)
//   reach_land = barrier · (1 if contiguous else e^{−d/land_reach}),  reach_sea = e^{−d/sea_reach}, halved for the landlocked
//   T_{j→i} = min(1, Λ(η − η95)/Λ(0))
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace casus::measure {

/// α0…α5, η95 (the η that counts as full threat) and the two reaches in kilometres.
struct ThreatCoefficients {
    double constant = 0.0;
    double power = 0.0;
    double proximity = 0.0;
    double offence = 0.0;
    double hostility = 0.0;
    double depth = 0.0;
    double reference = 0.0;
    double land_reach = 1500.0;
    double sea_reach = 6000.0;
};

/// Directed dyads as columns of equal length: j is the sender of the threat, i its target.
struct ThreatColumns {
    std::vector<double> target_power;   ///< p_i ≥ 0
    std::vector<double> sender_power;   ///< p_j ≥ 0
    std::vector<double> distance;       ///< d_ij, kilometres
    std::vector<double> contiguity;     ///< 1 or 0
    std::vector<double> barrier;        ///< [0,1], 1: open land
    std::vector<double> sender_land;    ///< ℓ_j in [0,1]
    std::vector<double> sender_sea;     ///< w_j in [0,1]
    std::vector<double> landlocked;     ///< 1 where either is landlocked
    std::vector<double> sender_offence; ///< o_j in [0,1]
    std::vector<double> hostility;      ///< g_{j→i} in [0,1]
    std::vector<double> target_depth;   ///< s_i in (0,1]

    [[nodiscard]] std::size_t size() const { return target_power.size(); }
    void resize(std::size_t rows);
};

/// The five logarithms of η, each rows() long, in the order power, proximity, offence, hostility, depth (with its
/// sign: −log s). Factors below 10⁻⁶ count as 10⁻⁶, so that a threat of nothing is small and never infinite.
struct ThreatTerms {
    std::array<std::vector<double>, 5> logs;
    std::vector<double> proximity; ///< prox_ij itself, in [10⁻⁶, 1]
    void resize(std::size_t rows);
};

/// Writes T for every row; `terms` keeps the logarithms for who wants to explain.
void threats(ThreatColumns const& dyads, ThreatCoefficients const& c, ThreatTerms& terms, std::span<double> out);

/// η of one row from its terms.
[[nodiscard]] double threat_score(ThreatTerms const& terms, std::size_t row, ThreatCoefficients const& c);

/// Shortfall: how far an actor cannot meet its threats alone, Σ T_j p_j prox_j / (p_i + Σ T_j p_j prox_j) [choice].
/// `bearing` is that sum; 0 where nothing bears on it.
[[nodiscard]] inline double shortfall(double own_power, double bearing) {
    return bearing > 0.0 ? bearing / (own_power + bearing) : 0.0;
}

} // namespace casus::measure
