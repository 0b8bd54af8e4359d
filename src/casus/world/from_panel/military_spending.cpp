#include "casus/world/from_panel/state_figures.hpp"
#include "casus/world/from_panel/state_years.hpp"

#include <array>

namespace casus::from_panel {

namespace {

constexpr int last_year_in_pounds = 1913;
constexpr double dollars_in_a_pound = 4.8665; // parity of gold, 1834–1931

StateYears sipri() {
    return {.dataset = "sipri-milex",
            .code = data::StateCode::Name,
            .state = "country",
            .value = "current_usd_million",
            .figure = [](double millions, int) { return millions * 1e6; }};
}

StateYears nmc(std::string detail, bool pounds) {
    return {.dataset = "nmc",
            .state = "ccode",
            .value = "milex",
            .detail = std::move(detail),
            .figure = [pounds](double thousands, int year) {
                if ((year <= last_year_in_pounds) != pounds) return data::missing<double>;
                return thousands * 1000.0 * (pounds ? dollars_in_a_pound : 1.0);
            }};
}

} // namespace

StateFigures military_spending(Holdings& holdings, std::vector<Problem>& problems) {
    constexpr std::array<std::string_view, 2> datasets{"sipri-milex", "nmc"};
    Readings readings;
    bool covered = read_state_years(holdings, sipri(), readings);
    covered |= read_state_years(holdings, nmc("milex × 1000 dollars", false), readings);
    covered |= read_state_years(holdings, nmc("milex × 1000 pounds × 4.8665 dollars", true), readings);
    if (!covered) problems.push_back(holdings.uncovered({"military spending", "军费"}, datasets, holdings.year()));
    return readings.for_year(holdings.year(), 0.1);
}

} // namespace casus::from_panel
