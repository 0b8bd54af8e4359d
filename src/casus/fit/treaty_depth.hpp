// How far a defence treaty joins two militaries, from what ATOP says it provides for.
#pragma once

#include "casus/data/store/store.hpp"

#include <map>
#include <utility>

namespace casus::fit {

/// The deepest defence treaty (atop-member) between a leader and each state and year up to `last_year`, by (COW number,
/// year): 2 with a common command or bases, 1 with other ties between the militaries in peace (contacts, aid, an
/// organisation, troops committed), 0 with a promise only. Years without a treaty are not there. Classes after Leeds
/// and Anac (2005), on the columns intcom, base, subord; milcon, milaid, organ1, contrib.
[[nodiscard]] std::map<std::pair<int, int>, double> treaty_depths(data::Store const& store, int leader, int first_year,
                                                                  int last_year);

} // namespace casus::fit
