// The threat measure on a world: who threatens whom, how much in all, and what cannot be met alone.
#pragma once

#include "casus/measure/threat.hpp"
#include "casus/world/parameters.hpp"
#include "casus/world/world.hpp"

#include <span>
#include <vector>

namespace casus {

/// How single threats join into one.
enum class ThreatJoin {
    Either,    ///< T_i = ⊕_j T_{j→i}
    Strongest, ///< T_i = max_j T_{j→i}
};

/// Results and scratch, made once for a world's structure.
struct Threats {
    explicit Threats(World const& world);

    std::vector<double> pair;      ///< T_{j→i}, the actors' environments one after another
    std::vector<double> total;     ///< T_i per actor, [0,1]
    std::vector<double> shortfall; ///< per actor, [0,1)

    /// Position in `pair` of the threat from environment(actor)[n].
    [[nodiscard]] std::size_t position(ActorId actor, std::size_t n) const { return first_[actor.index()] + n; }
    /// T_{sender→actor}; 0 where the sender is not in the actor's environment.
    [[nodiscard]] double from(World const& world, ActorId actor, ActorId sender) const;
    /// Need for the leader's protection: T · shortfall over the threats that do not come from the leader itself nor from
    /// who shares an alliance in force with the actor, since nobody is protected from those by the leader.
    [[nodiscard]] double need(ActorId actor) const { return need_[actor.index()]; }

    measure::ThreatColumns columns;
    measure::ThreatTerms terms;

private:
    friend void assess_threats(World const& world, Parameters const& parameters, ThreatJoin join, Threats& out);

    std::vector<std::size_t> first_;
    std::vector<double> need_;  ///< per actor
    std::vector<char> foreign_; ///< per pair: the sender is neither the leader nor a fellow ally
};

[[nodiscard]] measure::ThreatCoefficients threat_coefficients(Parameters const& parameters);

/// Fills `out`, which must have been made for a world of the same structure. Allocates nothing.
void assess_threats(World const& world, Parameters const& parameters, ThreatJoin join, Threats& out);

} // namespace casus
