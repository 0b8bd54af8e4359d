// Who leads the leader: the side of its administration, and which side was to be expected a year ahead.
#pragma once

#include "casus/data/store/store.hpp"

#include <string>
#include <vector>

namespace casus::fit {

/// Sides by year, `first` and on: 1 a leader of the right, 0 any other.
struct Administrations {
    std::vector<double> in_office; ///< on 31 December, before which the Assembly votes
    std::vector<double> expected;  ///< for that year at the end of the year before: who then held office, or the other
                                   ///< side if the holder had just lost an executive election and not yet gone
    std::vector<data::Provenance> sources;
};

/// Of state `cow`, from Herre's ideologies of leaders (`leader-ideologies`) and, where the store has them, REIGN's
/// elections (`reign-elections`; those up to the year before, and what was known of them then). Years after Herre's last
/// hold the side that was expected for the first of them. An Error where the store has no ideologies of the state.
[[nodiscard]] Administrations administrations(data::Store const& store, int cow, int first, int last);

} // namespace casus::fit
