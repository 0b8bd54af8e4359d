// The two risks of every tie, and what the system is worth (theory of the dilemma; docs/dilemma.md):
//
//   κ = min(1, budget/Σ_m L_m),  L_m = (Σ_i (c_i load_im)^ρ)^{1/ρ}      promises spread thin; before links [choice]
//   S_i = Σ_b s_ib,  restraint_i = 1 − e^{−ψ S_i}
//   c'_i = 1 − (1 − c_i) e^{−β S_i},  ĉ'_i likewise                      links bind both ways
//   support_i = c'_i κ p_h δ_hi + Σ_b s_ib p_b δ_ib
//   P(i→m) = Λ(κ0 + κ1 g_{i→m} + κ2 (1 − restraint_i) log(1 + support_i/p_i) + κp log closeness_im + v·o)
//   P(m→i) = Λ(κ0' + κ1' g_{m→i} − κ3 log[(p_i + support_i)/(p_m δ_mi)] + κp' log closeness_im + v·o)
//   q_im = 1 − [(1 − P(i→m))(1 − P(m→i))]^H                              over H years
//   q_hm = 1 − (1 − q⁰_hm) ∏_j (1 − c'_j q_jm)                           members drag each other in through the leader
//   loss_hm = ω p_m/(p_h + p_m) ⊕ u·(⊕_{m'≠m} g_{m'→h}) ⊕ e·x_hm         e economic_weight, u opportunity
//   loss_im = (1 − e)(1 − T_{m→i}/Σ_m' T_{m'→i}) + e·x_im
//   A_im = T_{m→i} dep_i (1 − c'_i κ (1 − exit_h)),  A_i = ⊕_m A_im
//   E_hi = c'_i (1 − ∏_m (1 − q_im loss_hm)),  E_ih = ĉ'_i (1 − ∏_m (1 − q_hm loss_im))
//   A_hi = need_h value_i (1 − ĉ'_i),  need_h = Σ_m p_m/(p_h + Σ_m p_m)
#pragma once

#include "casus/dilemma/inputs.hpp"

#include <span>
#include <vector>

namespace casus::dilemma {

/// What one member's own links make of it; depends on nobody else's.
struct MemberState {
    double linked = 0.0;  ///< S_i
    double support = 0.0; ///< from the leader and through links
    double promise = 0.0; ///< c'_i
    double allegiance = 0.0;
    double abandonment = 0.0;        ///< A_i
    double leader_abandonment = 0.0; ///< A_hi
};

struct Risks {
    explicit Risks(Inputs const& inputs);

    double spread_thin = 1.0; ///< κ in [0,1]
    std::vector<double> load; ///< [rival] L_m, in full loads

    std::vector<MemberState> member; ///< [member]
    // [member][rival]
    std::vector<double> initiation;                  ///< P(i→m), a year
    std::vector<double> attack;                      ///< P(m→i), a year
    std::vector<double> conflict;                    ///< q_im over the horizon
    std::vector<double> abandonment_by_rival;        ///< A_im
    std::vector<double> entrapment_by_rival;         ///< ĉ'_i q_hm loss_im: of the member by the leader
    std::vector<double> leader_abandonment_by_rival; ///< A_hi, by the rivals' shares in the leader's need
    std::vector<double> leader_entrapment_by_rival;  ///< c'_i q_im loss_hm
    std::vector<double> member_loss;                 ///< loss_im
    // [rival]
    std::vector<double> leader_conflict; ///< q_hm over the horizon
    std::vector<double> own_conflict;    ///< q⁰_hm
    std::vector<double> leader_loss;     ///< loss_hm
    // [member]
    std::vector<double> entrapment;        ///< E_ih
    std::vector<double> leader_entrapment; ///< E_hi
    std::vector<double> reliability;       ///< of the tie: mean of (1−A_i)(1−E_ih) and (1−A_hi)(1−E_hi)

    double system_reliability = 0.0; ///< weighted by worth
    /// [rival] log of the forces that the system brings to bear on m over m's own, at its members and in all:
    /// Σ_i w_im log[(p_i + support_i)/(p_m δ_mi)] + log(F_m/p_m), w_im shares of T_{m→i}
    std::vector<double> strength;
    /// [rival] F_m = p_h + Σ_i ĉ'_i p_i δ_im + σ Σ_{a<b} s_ab √(p_a δ_am p_b δ_bm)
    std::vector<double> forces;
    double cost = 0.0;      ///< in full loads of one rival: Σ_m L_m without what links carry, plus what the links cost
    double dominance = 0.0; ///< the leader's share ½ Σ w_hi/Σ w of the link-additive game, in [0,½]
    double alignment = 0.0; ///< ⊕ over pairs of rivals of √(T_{h→m} T_{h→m'})(1 − max(T_{m→m'}, T_{m'→m})), in [0,1]
};

/// Fills `risks`, which must have been made for inputs of the same sizes. Allocates nothing.
void assess(Inputs const& inputs, Risks& risks);

/// How far the system's threat draws two rivals together: √(T_{h→m} T_{h→m'})(1 − max(T_{m→m'}, T_{m'→m})), once risks are
/// assessed.
[[nodiscard]] double pair_alignment(Inputs const& inputs, Risks const& risks, std::size_t m, std::size_t n);

/// κ from promises and loads alone.
[[nodiscard]] double spread_thin(Inputs const& inputs, std::span<double> load);

/// One member's part, given the sum of its links and the forces Σ_b s_ib p_b δ_ib that they bring: its state, and
/// q_im in `conflict` (one a rival). With spread_thin() all that the search for links needs.
[[nodiscard]] MemberState member_state(Inputs const& inputs, std::size_t member, double spread_thin, double linked,
                                       double forces, std::span<double> initiation, std::span<double> attack,
                                       std::span<double> conflict);

} // namespace casus::dilemma
