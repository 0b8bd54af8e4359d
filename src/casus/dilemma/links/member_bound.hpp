// Upper bounds on what one member can add to the system's value, as pieces: over a rectangle of its links' sums a plane
// that the value nowhere exceeds, its slopes the greatest that interval arithmetic allows (jet.hpp).
#pragma once

#include "casus/dilemma/links/problem.hpp"
#include "casus/dilemma/risks.hpp"

#include <vector>

namespace casus::dilemma {

/// Value ≤ value + by_linked·(linked − linked_low) + by_forces·(forces − forces_low) on the rectangle.
struct BoundPiece {
    double linked_low = 0.0, linked_high = 0.0; ///< Σ_b s_ib
    double forces_low = 0.0, forces_high = 0.0; ///< Σ_b s_ib p_b δ_ib
    double value = 0.0;
    double by_linked = 0.0;
    double by_forces = 0.0;
};

/// What is bounded.
struct Bounded {
    enum class Of {
        Reliability, ///< its part of the system's reliability, at q_hm no less than `leader_conflict`
        Spared,      ///< log(1 − c'_i q_im) for `rival`
        Dragged,     ///< the same, negative
        Strength     ///< its part of strength against `rival`, the logarithm of all forces replaced by its tangent
    };
    Of of = Of::Reliability;
    std::size_t rival = 0;
    std::vector<double> leader_conflict{}; ///< [rival], for Reliability
    std::vector<double> spared_weight{};   ///< [rival], for Reliability: times log(1 − c'_i q_im), added
    double forces_tangent = 1.0;           ///< F̂ above 0: log F ≤ log F̂ + F/F̂ − 1, for Strength
};

/// Works out once what does not depend on links.
class MemberBounds {
public:
    explicit MemberBounds(Inputs const& inputs);

    /// Fills value and slopes of pieces whose rectangles are set. A rectangle of no width gives the value itself.
    void bound(std::size_t member, Bounded const& what, std::vector<BoundPiece>& pieces) const;

    /// ∂Σ_i w_i(1−A_i)(1−E_ih)/∂log P_m is nowhere less than this [rival], where every q_hm is at most `most` and
    /// members have no fewer links than they have now.
    [[nodiscard]] std::vector<double> least_slopes(std::vector<double> const& most) const;

    [[nodiscard]] Risks const& base() const { return base_; }

private:
    template <class T>
    [[nodiscard]] T value(std::size_t i, Bounded const& what, T const& linked, T const& forces) const;

    Inputs const& in_;
    Risks base_; ///< κ, losses, the leader's own conflicts
    double worth_ = 0.0;
    std::vector<double> threat_; ///< [rival]
};

} // namespace casus::dilemma
