// By which terms a scenario moves an ally's stance on an issue.
//
// The gap is how far following leads its strongest rival, U_h − max U_b. A scenario changes it by
//
//   Δgap = Σ ΔU_h's terms − Σ ΔU_b' 's terms + (U_b − U_b') at the base,
//
// b being the strongest rival at the base and b' under the scenario; the last term is how far b' was behind, 0 where the
// rival stays the same. The terms are those of the stance's ledger (alienation/explain.hpp).
#pragma once

#include "casus/alienation/sampled.hpp"
#include "casus/base/text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace casus::alienation {

struct GapTerm {
    std::string option; ///< "follow", the code of the rival, or "rival" for the change of rival
    std::string key;    ///< of the ledger's term, "reward"; "behind" for the change of rival
    Text name;
    double change = 0.0; ///< what it adds to the gap
};

struct GapChange {
    double base = 0.0;     ///< gap at the base
    double scenario = 0.0; ///< and under the scenario
    std::size_t rival_before = 0;
    std::size_t rival_after = 0;
    std::vector<GapTerm> terms; ///< they add up to scenario − base
};

[[nodiscard]] GapChange gap_change(Sampled const& base, Sampled const& scenario, std::size_t assessed, IssueId issue);

} // namespace casus::alienation
