// The two risks of a tie as its two holders see them, and which dominates.
#pragma once

#include "casus/dilemma/sampled.hpp"

#include <cstddef>
#include <vector>

namespace casus::dilemma {

enum class Dominant { Abandonment, Entrapment, Both, Neither };

/// The rule fixed before any case was run: the risk whose 90 % interval lies above the other's; else both where both are
/// above a tenth at the central values, else neither.
[[nodiscard]] Dominant dominant_of(Number const& abandonment, Number const& entrapment);
[[nodiscard]] Text dominant_name(Dominant dominant);
/// "abandonment", "entrapment", "both", "neither"; for machines.
[[nodiscard]] char const* dominant_key(Dominant dominant);

/// One tie and holder: what the holder fears of its partner.
struct Tie {
    std::size_t member = 0; ///< position in System::members
    bool of_leader = false; ///< the leader holds it and fears the member; else the member and fears the leader
    Number abandonment;     ///< with intervals
    Number entrapment;
    Dominant dominant = Dominant::Neither;
    std::size_t abandonment_from = 0; ///< position of the rival that each mostly comes from
    std::size_t entrapment_from = 0;

    [[nodiscard]] OfPair abandonment_part() const {
        return of_leader ? OfPair::LeaderAbandonment : OfPair::Abandonment;
    }
    [[nodiscard]] OfPair entrapment_part() const { return of_leader ? OfPair::LeaderEntrapment : OfPair::Entrapment; }
};

/// Every member's, then the leader's with every member, both in the order of the case.
[[nodiscard]] std::vector<Tie> ties_of(Sampled const& sampled);

} // namespace casus::dilemma
