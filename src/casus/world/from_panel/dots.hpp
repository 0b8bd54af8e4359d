// What reporters tell the IMF of their trade (imf-dots), exports and imports added up.
#pragma once

#include "casus/world/from_panel/holdings.hpp"

#include <string>
#include <vector>

namespace casus::from_panel {

struct ReportedTrade {
    int reporter = 0; ///< COW numbers
    int partner = 0;  ///< 0: the world
    int year = 0;
    double dollars = 0.0;
    std::string source;
};

/// With the world, or with each partner that is a state, in the years that may be taken; newest releases first. A
/// reporter that states only one of the two flows is left out.
[[nodiscard]] std::vector<ReportedTrade> reported_trade(Holdings const& holdings, bool with_world);

} // namespace casus::from_panel
