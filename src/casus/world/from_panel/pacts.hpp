// The treaties of a year between states, n-party as they are.
#pragma once

#include "casus/world/from_panel/holdings.hpp"

#include <string>
#include <vector>

namespace casus::from_panel {

enum class Alliances { Atop, Cow };

/// A treaty with those members who shared a day of the year with another.
struct Pact {
    int id = 0; ///< atopid, version4id
    TieType type = TieType::Alliance;
    int since = 0;            ///< the first of these members' first year
    bool ended = false;       ///< in the year itself
    std::vector<int> members; ///< COW numbers, two or more, ascending
    std::string source;
};

/// Treaties of atop-member (of phases and spells on a day of the year) or of cow-alliance-member. Defence or offence
/// owed by some member makes an alliance; else consultation (COW's entente) an entente; else neutrality or
/// non-aggression neutrality. What was owed on any day of the year counts.
[[nodiscard]] std::vector<Pact> pacts(Holdings& holdings, Alliances which, std::vector<Problem>& problems);

} // namespace casus::from_panel
