#include "casus/world/from_panel/state_figures.hpp"
#include "casus/world/from_panel/state_years.hpp"

#include <array>

namespace casus::from_panel {

namespace {

double from_polity(double polity2, int) { return (polity2 + 10.0) / 20.0; }

} // namespace

StateFigures regime(Holdings& holdings, std::vector<Problem>& problems) {
    constexpr std::array<std::string_view, 3> datasets{"vdem", "democracy", "polity"};
    std::string const rule = "(polity2 + 10)/20";
    std::array<StateYears, 4> const sources{
        StateYears{.dataset = "vdem", .state = "cowcode", .value = "v2x_polyarchy", .sd = "v2x_polyarchy_sd"},
        StateYears{.dataset = "democracy", .state = "ccode", .value = "v2x_polyarchy"},
        StateYears{.dataset = "democracy", .state = "ccode", .value = "polity2", .detail = rule, .figure = from_polity},
        StateYears{.dataset = "polity", .state = "ccode", .value = "polity2", .detail = rule, .figure = from_polity}};
    Readings readings;
    bool covered = false;
    for (StateYears const& source : sources) covered |= read_state_years(holdings, source, readings);
    if (!covered) problems.push_back(holdings.uncovered({"regimes", "政体"}, datasets, holdings.year()));
    return readings.for_year(holdings.year(), 0.0, 0.02);
}

} // namespace casus::from_panel
