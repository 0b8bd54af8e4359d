// What stances add up to: alienation and its dispersion, regimes, the system.
#pragma once

#include "casus/alienation/buffers.hpp"
#include "casus/world/parameters.hpp"

namespace casus::alienation {

/// Fills index (A_i = Σ_k w_ik (1 − f_ik)), dispersion (weighted standard deviation of f over issues) and swing_index
/// (weighted mean of the cells' swing).
void index_actors(World const& world, Buffers& buffers);

/// Fills value, outside_value and regime of the allies:
/// V_i = Σ_k w_ik τ log Σ_a e^{U_a/τ} + security_weight · need_i · commitment_i;
/// the outside value is the same sum had the ally no alliance: no leader's surplus, no pressure, no protection, and excluded
/// from the leader's institutions;
/// dissolution iff V_i < outside value − exit cost, else compliance iff A_i ≤ compliance threshold, else alienation.
void judge_regimes(World const& world, Parameters const& parameters, Buffers& buffers);

/// Fills system.
void sum_up_system(World const& world, Buffers& buffers);

} // namespace casus::alienation
