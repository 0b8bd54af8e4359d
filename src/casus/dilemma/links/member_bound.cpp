#include "casus/dilemma/links/member_bound.hpp"

#include "casus/dilemma/links/jet.hpp"

#include <cmath>

namespace casus::dilemma {

MemberBounds::MemberBounds(Inputs const& inputs) : in_(inputs), base_(inputs), threat_(inputs.rivals, 0.0) {
    assess(in_, base_);
    for (double const v : in_.worth) worth_ += v;
    for (std::size_t i = 0; i < in_.members; ++i)
        for (std::size_t m = 0; m < in_.rivals; ++m) threat_[m] += in_.threat[in_.position(i, m)];
}

/// The formulas of risks.hpp for numbers and for jets alike.
template <class T> T MemberBounds::value(std::size_t i, Bounded const& what, T const& linked, T const& forces) const {
    using std::exp;
    Coefficients const& c = in_.c;
    T const unbound = exp(-c.binding * linked);
    T const promise = 1.0 + -(1.0 - in_.promise[i]) * unbound;
    T const allegiance = 1.0 + -(1.0 - in_.allegiance[i]) * unbound;
    T const support = (base_.spread_thin * in_.power * in_.leader_reach[i]) * promise + forces;
    double const power = std::max(in_.member_power[i], 1e-9);
    if (what.of == Bounded::Of::Strength) {
        std::size_t const at = in_.position(i, what.rival);
        double const share = threat_[what.rival] > 0.0 ? in_.threat[at] / threat_[what.rival] : 0.0;
        double const arriving = std::max(in_.rival_power[what.rival] * in_.rival_reach[at], 1e-9);
        T const defence = share * (-std::log(arriving) + log_above(1e-9, in_.member_power[i] + support));
        return defence + (in_.member_power[i] * in_.rival_reach[at] / what.forces_tangent) * allegiance;
    }
    T const emboldened =
        (c.emboldenment * exp(-c.restraint * linked)) * (-std::log(power) + log_above(1e-9, power + support));
    T const strength = log_above(1e-9, power + support);
    auto const conflict = [&](std::size_t m) {
        std::size_t const at = in_.position(i, m);
        double const begins = c.initiation_constant + c.initiation_hostility * in_.provocation[at] +
                              c.initiation_proximity * in_.log_closeness[at] + c.offence;
        double const arriving = std::log(std::max(in_.rival_power[m] * in_.rival_reach[at], 1e-9));
        double const attacks = c.attack_constant + c.attack_hostility * in_.hostility[at] + c.deterrence * arriving +
                               c.attack_proximity * in_.log_closeness[at] + c.offence;
        T const odds = soft_plus(begins + emboldened) + soft_plus(attacks + -c.deterrence * strength);
        return 1.0 + -1.0 * exp(-c.horizon * odds);
    };
    auto const spared = [&](std::size_t m) { return log_above(1e-14, 1.0 + -1.0 * (promise * conflict(m))); };
    if (what.of == Bounded::Of::Spared) return spared(what.rival);
    if (what.of == Bounded::Of::Dragged) return -1.0 * spared(what.rival);
    T relied = 1.0 + 0.0 * linked;
    T leader_peace = relied;
    double member_peace = 1.0;
    double need = 0.0;
    for (std::size_t m = 0; m < in_.rivals; ++m) {
        std::size_t const at = in_.position(i, m);
        double const exposed = in_.threat[at] * in_.dependence[i];
        relied = relied * (1.0 - exposed + (exposed * base_.spread_thin * (1.0 - in_.exit)) * promise);
        leader_peace = leader_peace * (1.0 + -base_.leader_loss[m] * conflict(m));
        member_peace *= 1.0 - what.leader_conflict[m] * base_.member_loss[at];
        need += in_.rival_power[m];
    }
    double const weight = worth_ > 0.0 ? in_.worth[i] / (2.0 * worth_) : 0.0;
    double const needed = need > 0.0 ? need / (in_.power + need) * in_.worth[i] : 0.0;
    T const member_side = relied * (1.0 + -(1.0 - member_peace) * allegiance);
    T const leader_side = (1.0 - needed + needed * allegiance) * (1.0 + promise * (-1.0 + leader_peace));
    T sum = weight * (member_side + leader_side);
    for (std::size_t m = 0; m < what.spared_weight.size(); ++m) sum = sum + what.spared_weight[m] * spared(m);
    return sum;
}

std::vector<double> MemberBounds::least_slopes(std::vector<double> const& most) const {
    std::vector<double> slopes(in_.rivals, 0.0);
    for (std::size_t i = 0; i < in_.members && worth_ > 0.0; ++i)
        for (std::size_t m = 0; m < in_.rivals; ++m) {
            double slope = in_.worth[i] / (2.0 * worth_) * (1.0 - base_.member[i].abandonment) *
                           base_.member[i].allegiance * base_.member_loss[in_.position(i, m)] * (1.0 - most[m]);
            for (std::size_t other = 0; other < in_.rivals; ++other)
                if (other != m) slope *= 1.0 - most[other] * base_.member_loss[in_.position(i, other)];
            slopes[m] += slope;
        }
    return slopes;
}

void MemberBounds::bound(std::size_t member, Bounded const& what, std::vector<BoundPiece>& pieces) const {
    for (BoundPiece& piece : pieces) {
        piece.value = value<double>(member, what, piece.linked_low, piece.forces_low);
        piece.by_linked = piece.by_forces = 0.0;
        if (piece.linked_low == piece.linked_high && piece.forces_low == piece.forces_high) continue;
        Jet const jet = value<Jet>(member, what, {{piece.linked_low, piece.linked_high}, {1.0, 1.0}, {}},
                                   {{piece.forces_low, piece.forces_high}, {}, {1.0, 1.0}});
        piece.by_linked = jet.by_linked.high;
        piece.by_forces = jet.by_forces.high;
    }
}

} // namespace casus::dilemma
