// Which terms move the allies' stances under a scenario, issue by issue and on the whole.
#pragma once

#include "casus/alienation/compare/gap_change.hpp"

#include <string>
#include <vector>

namespace casus::alienation {

/// Changes of the gap by one kind of term, mean over allies.
struct TermMean {
    bool of_following = true; ///< a term of following; else of its strongest rival, whichever that is
    std::string key;
    Text name;
    std::vector<double> by_issue;
    double all = 0.0; ///< mean over allies and issues
};

struct TermMeans {
    std::vector<TermMean> terms; ///< from the one that moves most, taken over all cells
    std::vector<double> gap;     ///< [issue] mean change of the gap: the terms' sum
    double all = 0.0;
};

/// `changes` of the allies' cells, [ally][issue]; at least one.
[[nodiscard]] TermMeans mean_terms(std::vector<GapChange> const& changes, std::size_t issues);

} // namespace casus::alienation
