// What the offence–defence balance does: chain-ganging where attack pays, buck-passing where defence does (Christensen and
// Snyder 1990).
#pragma once

#include "casus/dilemma/sampled.hpp"

#include <span>
#include <vector>

namespace casus::dilemma {

/// Means over members, everything else as in the case.
struct OffenceRow {
    double advantage = 0.0; ///< of the offence, in [−1,1]
    double conflict = 0.0;  ///< q_i = ⊕_m q_im: that a member fights any rival over the horizon
    double dragged = 0.0;   ///< ⊕_m q_hm: that the leader does; not a mean
    double allegiance = 0.0;
    double abandonment = 0.0; ///< A_hi: of the leader by members that pass the buck
    double entrapment = 0.0;  ///< E_ih
};

/// At −1, 0, 1 and, first, as the case has it. `allegiance` as in Evaluation.
[[nodiscard]] std::vector<OffenceRow> offence_rows(World const& world, Parameters const& parameters,
                                                   std::span<double const> allegiance = {});

} // namespace casus::dilemma
