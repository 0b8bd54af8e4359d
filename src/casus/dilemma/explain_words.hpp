// What the ledgers of the dilemma share.
#pragma once

#include "casus/base/text.hpp"
#include "casus/dilemma/explain.hpp"

#include <algorithm>
#include <string>

namespace casus::dilemma {

inline Text const by_logarithms{"parts by log(1 − a)", "按 log(1 − a) 分摊"};

[[nodiscard]] inline Text see(std::string const& path) { return {"see " + path, "见 " + path}; }

/// What the leader's loss to a rival is made of; they add up to it.
struct LossParts {
    double fight = 0.0;
    double opportunity = 0.0;
    double economic = 0.0;
};

[[nodiscard]] inline LossParts loss_parts(Inputs const& in, std::size_t rival) {
    double spared = 1.0;
    for (std::size_t other = 0; other < in.rivals; ++other)
        if (other != rival) spared *= 1.0 - in.leader_hostility[other];
    auto const parts =
        parts_of_joined({in.c.fight_cost * in.rival_power[rival] / std::max(in.power + in.rival_power[rival], 1e-9),
                         in.c.opportunity * (1.0 - spared), in.c.economic_weight * in.leader_exposure[rival]});
    return {parts[0], parts[1], parts[2]};
}

} // namespace casus::dilemma
