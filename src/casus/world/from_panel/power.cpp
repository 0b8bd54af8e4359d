#include "casus/world/from_panel/state_figures.hpp"
#include "casus/world/from_panel/state_years.hpp"

#include <array>

namespace casus::from_panel {

StateFigures power(Holdings& holdings, std::vector<Problem>& problems) {
    constexpr std::array<std::string_view, 1> datasets{"nmc"};
    Readings readings;
    if (!read_state_years(holdings, {.dataset = "nmc", .state = "ccode", .value = "cinc"}, readings))
        problems.push_back(holdings.uncovered({"power", "实力"}, datasets, holdings.year()));
    return readings.for_year(holdings.year(), 0.03);
}

} // namespace casus::from_panel
