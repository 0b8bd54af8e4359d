// The paper's necessary conditions of the dilemma: the leader competes with more than one rival, or with one in more than
// one domain.
#pragma once

#include "casus/base/result.hpp"
#include "casus/dilemma/inputs.hpp"

#include <vector>

namespace casus::dilemma {

/// What a rival is to the system's members.
struct RivalDomains {
    std::size_t threatened = 0; ///< members to which it is a threat of at least domain_mark
    std::size_t exposed = 0;    ///< members whose exposure to it is at least domain_mark
    std::size_t both = 0;       ///< members of whom both holds
    double exposure = 0.0;      ///< mean over members, weighted by worth
};

struct Conditions {
    std::vector<RivalDomains> rivals; ///< [rival]
    bool several_rivals = false;      ///< at least two of them threaten some member
    bool several_domains = false;     ///< some rival threatens a member and trades with a member, the same or another
};

/// A threat half as grave as the gravest, or half of what trade can bind [choice].
inline constexpr double domain_mark = 0.5;

[[nodiscard]] Conditions conditions_of(Inputs const& inputs);

/// The two conditions, and the rivals of which they hold, in words.
[[nodiscard]] Notes condition_notes(World const& world, System const& system, Conditions const& conditions);

} // namespace casus::dilemma
