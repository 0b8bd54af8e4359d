// Who is in the world of a year, and as what.
#pragma once

#include "casus/data/codes/codes.hpp"
#include "casus/world/from_panel/pacts.hpp"
#include "casus/world/from_panel/quarrels.hpp"
#include "casus/world/from_panel/world_of.hpp"

#include <functional>
#include <string>
#include <vector>

namespace casus::from_panel {

/// A state of the system on the last day of the year.
struct Someone {
    data::StateEra const* era;

    [[nodiscard]] int number() const { return era->cow; }
    /// ISO 3166 alpha-3 where it has one then, COW letters otherwise.
    [[nodiscard]] std::string const& code() const { return era->iso3.empty() ? era->cow_letters : era->iso3; }
};

struct Actors {
    Someone leader;
    std::vector<Someone> challengers;
    std::vector<Someone> allies;   ///< by number
    std::vector<Someone> partners; ///< as given
    std::vector<Someone> others;   ///< by number
    std::vector<Text> notes;       ///< how challengers were chosen

    /// Leader, challengers, allies, partners, others.
    [[nodiscard]] std::vector<Someone> all() const;
};

/// What actors are found from.
struct Grounds {
    std::vector<Pact> const& pacts;
    Neighbours const& neighbours;
    Quarrels const& quarrels;
    /// Names the figures that a state lacks, "GDP, regime"; empty where it lacks none. `strict`: judged ones, too.
    std::function<Text(int state, bool strict)> lacks;
};

/// Allies share a pact of type alliance with the leader. Challengers, where none are given, are the major powers of the
/// year (cow-majors) that are no allies and were the leader's rivals or opponents in a dispute in the last ten years
/// (quarrels.hpp). Others are contiguous to an ally or partner, or its opponents. Who lacks figures is handled as
/// world_of says. Nothing where the problems leave no leader.
[[nodiscard]] std::optional<Actors> find_actors(Holdings& holdings, WorldRequest const& request, Grounds const& grounds,
                                                std::vector<Problem>& problems);

} // namespace casus::from_panel
