// The lens's numbers as one flat row, so that an ensemble can take quantiles without knowing the lens.
#pragma once

#include "casus/dilemma/risks.hpp"

#include <cstddef>
#include <span>

namespace casus::dilemma {

enum class OfMember {
    Abandonment,       ///< A_i: the member by the leader
    Entrapment,        ///< E_ih: the member by the leader
    LeaderAbandonment, ///< A_hi: the leader by the member
    LeaderEntrapment,  ///< E_hi: the leader by the member
    Promise,           ///< c'_i
    Allegiance,        ///< ĉ'_i
    Reliability,       ///< of the tie
    Count
};

/// Of a member and a rival: parts of the four risks, and the chances of conflict.
enum class OfPair {
    Abandonment,
    Entrapment,
    LeaderAbandonment,
    LeaderEntrapment,
    Conflict,   ///< q_im over the horizon
    Initiation, ///< P(i→m), a year
    Attack,     ///< P(m→i), a year
    Count
};

enum class OfRival {
    Load,        ///< L_m
    Strength,    ///< of the system against m
    Conflict,    ///< q_hm over the horizon
    OwnConflict, ///< q⁰_hm: without what members drag the leader into
    Loss,        ///< loss_hm
    Count
};

enum class OfSystem {
    SpreadThin, ///< κ
    Load,       ///< Σ_m L_m
    Exit,       ///< exit_h
    Reliability,
    Cost,
    Dominance,
    Alignment,
    Count
};

/// Where each number lies in a row of outputs.
class OutputPlan {
public:
    OutputPlan(std::size_t members, std::size_t rivals);

    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] std::size_t at(OfMember which, std::size_t member) const {
        return static_cast<std::size_t>(which) * members_ + member;
    }
    [[nodiscard]] std::size_t at(OfPair which, std::size_t member, std::size_t rival) const {
        return pair_ + (static_cast<std::size_t>(which) * members_ + member) * rivals_ + rival;
    }
    [[nodiscard]] std::size_t at(OfRival which, std::size_t rival) const {
        return rival_ + static_cast<std::size_t>(which) * rivals_ + rival;
    }
    [[nodiscard]] std::size_t at(OfSystem which) const { return system_ + static_cast<std::size_t>(which); }

    /// Risks of these inputs; `row` has count() places.
    void write(Inputs const& inputs, Risks const& risks, std::span<double> row) const;

private:
    std::size_t members_, rivals_, pair_, rival_, system_, count_;
};

} // namespace casus::dilemma
