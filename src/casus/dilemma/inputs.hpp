// What the formulas of the dilemma read, as flat columns. Strategies, answers and links change a copy of them; the
// formulas themselves (risks.hpp) know no World.
//
//   c_i promise of the leader to i, ĉ_i allegiance of i to the leader; where no case gives it
//       ĉ_i = (1 − a_i)(1 − b·max_m x_im)(1 − f·(1−o)/2·(1 − p_i/Σp))
//       a autonomy, x_im trade of i with m over i's GDP as x/(x + κ), o the offence's advantage, b allegiance_trade,
//       f free_riding
//   load_im = T_{m→i}·shortfall_i        what i needs the leader for against m
//   closeness_ab = max(barrier·(1 if contiguous else e^{−d/land_reach}), e^{−d/sea_reach})
//   exit_h = exit_floor + exit_slope·(1 − Σ_k s_k²), s_k shares of power among leader and rivals
#pragma once

#include "casus/dilemma/system.hpp"
#include "casus/world/parameters.hpp"
#include "casus/world/threats.hpp"
#include "casus/world/world.hpp"

#include <vector>

namespace casus::dilemma {

/// Parameters of docs/dilemma.md that the formulas of risks.hpp use.
struct Coefficients {
    double initiation_constant, initiation_hostility, emboldenment, initiation_proximity;
    double attack_constant, attack_hostility, deterrence, attack_proximity;
    double offence; ///< offence_weight times the offence's advantage: added to both log-odds
    double horizon, load_exponent, fight_cost, opportunity, economic_weight;
    double restraint, binding, synergy;
};

struct Inputs {
    std::size_t members = 0;
    std::size_t rivals = 0;
    Coefficients c{};

    // The leader
    double power = 0.0;
    double budget = 0.0;
    double exit = 0.0; ///< exit_h in [0,1]

    // [member]
    std::vector<double> promise;      ///< c_i in [0,1]
    std::vector<double> allegiance;   ///< ĉ_i in [0,1]
    std::vector<double> autonomy;     ///< a_i in [0,1]
    std::vector<double> worth;        ///< value_i in [0,1]
    std::vector<double> member_power; ///< p_i
    std::vector<double> dependence;   ///< shortfall_i in [0,1)
    std::vector<double> leader_reach; ///< δ of the leader's support at i

    // [member][rival], position(i, m)
    std::vector<double> threat;        ///< T_{m→i}
    std::vector<double> provocation;   ///< g_{i→m}
    std::vector<double> hostility;     ///< g_{m→i}
    std::vector<double> log_closeness; ///< log closeness_im
    std::vector<double> rival_reach;   ///< δ of m's strength at i
    std::vector<double> exposure;      ///< x_im in [0,1)

    // [rival]
    std::vector<double> rival_power;
    std::vector<double> leader_provocation; ///< g_{h→m}
    std::vector<double> leader_hostility;   ///< g_{m→h}
    std::vector<double> leader_closeness;   ///< log closeness_hm
    std::vector<double> leader_distance;    ///< δ of m's strength at the leader
    std::vector<double> leader_exposure;    ///< x_hm

    // [member][member], symmetric, zero on the diagonal
    std::vector<double> link;      ///< s_ab in [0,1]
    std::vector<double> reach;     ///< δ_ab
    std::vector<double> link_cost; ///< of a full link, in full loads of one rival: link_cost·d_ab/10,000 km

    // [rival][rival] and [rival]: for their alignment
    std::vector<double> rival_threat;        ///< T_{m→m'}, row m' column m
    std::vector<double> score_without_power; ///< η_{h→m} without its term of power, less η95
    double threat_power = 0.0;               ///< α1
    double threat_hostility = 0.0;           ///< α4

    [[nodiscard]] std::size_t position(std::size_t member, std::size_t rival) const { return member * rivals + rival; }
    [[nodiscard]] std::size_t pair(std::size_t a, std::size_t b) const { return a * members + b; }
};

/// Inputs and scratch, made once for a world's structure; allocates nothing afterwards.
struct Reading {
    explicit Reading(World const& world);

    System system;
    Threats threats;
    Inputs inputs;
};

/// Fills `reading` from a world of the same structure.
void read_inputs(World const& world, Parameters const& parameters, Reading& reading);

} // namespace casus::dilemma
