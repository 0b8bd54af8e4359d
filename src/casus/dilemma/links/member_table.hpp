// What the value of a set of links is made of, member by member. κ is fixed before links, so a member's state depends
// on its own links alone; members meet only in P_m = ∏_j (1 − c'_j q_jm), hence in q_hm = 1 − (1 − q⁰_hm) P_m.
//
//   Σ_i w_i (1−A_i)(1−E_ih),  E_ih = ĉ'_i (1 − ∏_m (1 − q_hm l_im)),
//   is multilinear in q_h1 … q_hR:  Σ_S K_S ∏_{m∈S} q_hm,
//   K_∅ = Σ_i w_i α_i,  K_S = Σ_i w_i α_i ĉ'_i (−1)^|S| ∏_{m∈S} l_im,  α_i = 1 − A_i,  w_i = value_i/(2 Σ value)
//
// The leader's side, w_i (1−A_hi)(1−E_hi), knows no q_hm and goes into K_∅. Strength needs no logarithm:
// e^{strength_m} = D_m F_m/p_m with D_m = ∏_i [(p_i + support_i)/(p_m δ_mi)]^{T_im/ΣT}.
#pragma once

#include "casus/dilemma/risks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace casus::dilemma {

/// One member's part under one state of its links, for R rivals. Sums add, products multiply.
template <std::size_t R> struct MemberRecord {
    static constexpr std::size_t terms = std::size_t{1} << R;
    std::array<double, terms> reliability{}; ///< its part of K_S, S a set of rivals as bits
    std::array<double, R> forces{};          ///< ĉ'_i p_i δ_im
    std::array<double, R> spared{};          ///< 1 − c'_i q_im
    std::array<double, R> dragged{};         ///< its inverse
    std::array<double, R> defence{};         ///< its factor of D_m
    std::array<double, R> undefended{};      ///< its inverse
};

/// All members together.
template <std::size_t R> struct LinkTotals {
    std::array<double, MemberRecord<R>::terms> reliability{};
    std::array<double, R> forces{};
    std::array<double, R> spared{};
    std::array<double, R> defence{};

    void add(MemberRecord<R> const& one) {
        for (std::size_t s = 0; s < one.terms; ++s) reliability[s] += one.reliability[s];
        for (std::size_t m = 0; m < R; ++m) {
            forces[m] += one.forces[m];
            spared[m] *= one.spared[m];
            defence[m] *= one.defence[m];
        }
    }
    void exchange(MemberRecord<R> const& was, MemberRecord<R> const& is) {
        for (std::size_t s = 0; s < is.terms; ++s) reliability[s] += is.reliability[s] - was.reliability[s];
        for (std::size_t m = 0; m < R; ++m) {
            forces[m] += is.forces[m] - was.forces[m];
            spared[m] *= is.spared[m] * was.dragged[m];
            defence[m] *= is.defence[m] * was.undefended[m];
        }
    }
    /// The polynomial at q_hm = 1 − spared_m, one rival after the other.
    [[nodiscard]] double system_reliability() const {
        auto k = reliability;
        for (std::size_t m = R; m-- > 0;) {
            double const q = 1.0 - spared[m];
            for (std::size_t s = 0; s < (std::size_t{1} << m); ++s) k[s] += q * k[s + (std::size_t{1} << m)];
        }
        return k[0];
    }
    /// min_m D_m F_m/p_m; its logarithm is the weakest strength.
    [[nodiscard]] double weakest() const {
        double least = defence[0] * std::max(forces[0], 1e-9);
        for (std::size_t m = 1; m < R; ++m) least = std::min(least, defence[m] * std::max(forces[m], 1e-9));
        return least;
    }
};

/// Makes records; what they read of a system without links is worked out once.
class MemberRecords {
public:
    explicit MemberRecords(Inputs const& inputs) : in_(inputs), base_(inputs), scratch_(3 * inputs.rivals) {
        assess(in_, base_);
        for (double const v : in_.worth) worth_ += v;
        threat_.assign(in_.rivals, 0.0);
        for (std::size_t i = 0; i < in_.members; ++i)
            for (std::size_t m = 0; m < in_.rivals; ++m) threat_[m] += in_.threat[in_.position(i, m)];
    }

    /// Before any member is added: the leader's own conflicts and forces, over what the rival has.
    template <std::size_t R> [[nodiscard]] LinkTotals<R> start() const {
        LinkTotals<R> totals;
        for (std::size_t m = 0; m < R; ++m) {
            totals.forces[m] = in_.power;
            totals.spared[m] = 1.0 - base_.own_conflict[m];
            totals.defence[m] = 1.0 / std::max(in_.rival_power[m], 1e-9);
        }
        return totals;
    }

    /// `linked` Σ_b s_ib, `forces` Σ_b s_ib p_b δ_ib.
    template <std::size_t R> [[nodiscard]] MemberRecord<R> record(std::size_t i, double linked, double forces) {
        std::span<double> const scratch(scratch_);
        std::span<double> const conflict = scratch.last(R);
        MemberState const state =
            member_state(in_, i, base_.spread_thin, linked, forces, scratch.first(R), scratch.subspan(R, R), conflict);
        MemberRecord<R> record;
        double const weight = worth_ > 0.0 ? in_.worth[i] / (2.0 * worth_) : 0.0;
        double const relied = weight * (1.0 - state.abandonment);
        double peace = 1.0;
        for (std::size_t m = 0; m < R; ++m) peace *= 1.0 - conflict[m] * base_.leader_loss[m];
        record.reliability[0] =
            relied + weight * (1.0 - state.leader_abandonment) * (1.0 - state.promise * (1.0 - peace));
        for (std::size_t s = 1; s < record.terms; ++s) {
            double term = relied * state.allegiance;
            for (std::size_t m = 0; m < R; ++m)
                if (s >> m & 1) term *= -base_.member_loss[in_.position(i, m)];
            record.reliability[s] = term;
        }
        for (std::size_t m = 0; m < R; ++m) {
            std::size_t const at = in_.position(i, m);
            double const arriving = std::max(in_.rival_power[m] * in_.rival_reach[at], 1e-9);
            double const share = threat_[m] > 0.0 ? in_.threat[at] / threat_[m] : 0.0;
            record.forces[m] = state.allegiance * in_.member_power[i] * in_.rival_reach[at];
            record.spared[m] = std::max(1.0 - state.promise * conflict[m], 1e-14);
            record.dragged[m] = 1.0 / record.spared[m];
            record.defence[m] = std::pow(std::max(in_.member_power[i] + state.support, 1e-9) / arriving, share);
            record.undefended[m] = 1.0 / record.defence[m];
        }
        return record;
    }

    [[nodiscard]] Risks const& base() const { return base_; }

private:
    Inputs const& in_;
    Risks base_;
    std::vector<double> scratch_;
    double worth_ = 0.0;
    std::vector<double> threat_; ///< [rival]
};

} // namespace casus::dilemma
