// What militarised disputes and rivalries say of directed pairs of states: who began, how long they fought, how ill each
// means to the other.
#pragma once

#include "casus/data/provenance.hpp"
#include "casus/data/store/store.hpp"
#include "casus/measure/hostility.hpp"

#include <map>
#include <span>
#include <utility>
#include <vector>

namespace casus::fit {

/// COW numbers; of directed pairs the first acts on the second.
using StatePair = std::pair<int, int>;

/// Years in which two states stood against each other in one dispute, both ends included.
struct DisputeYears {
    int first = 0;
    int last = 0;
};

struct DyadDisputes {
    std::map<StatePair, std::vector<int>> begun; ///< directed: years in which the first began a dispute with the second
    std::map<StatePair, std::vector<DisputeYears>> fought;           ///< of the lower number and the higher
    std::map<StatePair, std::vector<measure::HostileEvent>> hostile; ///< directed
    std::vector<data::Provenance> sources;
};

/// Who counts as having begun a dispute.
enum class Beginners {
    Originators, ///< those on side A on its first day, against those on side B on its first day
    Joiners,     ///< everybody on side A, from the year in which it meets the other
};

/// What hostility is made of.
enum class HostilityBasis {
    Worlds,   ///< disputes and rivalries, as worlds of the store have it (world/from_panel/rules.cpp)
    Disputes, ///< disputes alone
};

/// From "mid-participant" and, of HostilityBasis::Worlds, "rivalry-tss". Two participants are a pair where they stand on
/// opposite sides and share a day. Hostile events have the weights of worlds of the store: a dispute 0.5 · intensity ·
/// scope of who began it (side A), half of that of a revisionist on the other side; a year of rivalry 0.01. Their scope
/// counts those only who were in the dispute by the year of the event. Errors: a data set is not in the store.
[[nodiscard]] DyadDisputes dyad_disputes(data::Store const& store, Beginners beginners, HostilityBasis basis);

/// Of one directed pair in a year: what was known when it began.
struct DisputePast {
    bool goes_on = false; ///< a dispute between the two goes on from the year before
    int last = 0;         ///< last year before it in which they had one; 0: none
};
[[nodiscard]] DisputePast dispute_past(std::span<DisputeYears const> fought, int year);

} // namespace casus::fit
