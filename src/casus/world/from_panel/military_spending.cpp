#include "casus/world/from_panel/state_figures.hpp"
#include "casus/world/from_panel/state_years.hpp"

#include <fmt/format.h>

#include <algorithm>
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

bool read(Holdings const& holdings, Readings& readings) {
    bool covered = read_state_years(holdings, sipri(), readings);
    covered |= read_state_years(holdings, nmc("milex × 1000 dollars", false), readings);
    covered |= read_state_years(holdings, nmc("milex × 1000 pounds × 4.8665 dollars", true), readings);
    return covered;
}

constexpr int years_back = 10;

double median_share(StateFigures const& spending, StateFigures const& gdp) {
    std::vector<double> shares;
    for (auto const& [state, given] : spending)
        if (auto const product = gdp.find(state); product != gdp.end() && product->second.value > 0.0)
            shares.push_back(given.value / product->second.value);
    if (shares.empty()) return 0.0;
    auto const middle = shares.begin() + static_cast<std::ptrdiff_t>(shares.size() / 2);
    std::ranges::nth_element(shares, middle);
    return *middle;
}

} // namespace

StateFigures military_spending(Holdings& holdings, std::vector<Problem>& problems) {
    constexpr std::array<std::string_view, 2> datasets{"sipri-milex", "nmc"};
    Readings readings;
    if (!read(holdings, readings))
        problems.push_back(holdings.uncovered({"military spending", "军费"}, datasets, holdings.year()));
    return readings.for_year(holdings.year(), 0.1);
}

StateFigures judged_military_spending(Holdings const& holdings, StateFigures const& spending, StateFigures const& gdp) {
    Readings readings;
    (void)read(Holdings(holdings.store(), holdings.year(), years_back), readings);
    StateFigures const earlier = readings.for_year(holdings.year(), 0.0);
    double const share = median_share(spending, gdp);
    StateFigures judged;
    for (auto const& [state, product] : gdp) {
        if (spending.contains(state)) continue;
        auto const own = earlier.find(state);
        double const value = own == earlier.end() ? share * product.value : own->second.value;
        std::string const why =
            own == earlier.end() ? fmt::format("the median share of GDP, {:.1f} %", 100.0 * share) : own->second.source;
        judged[state] = {value, value / 2.0, fmt::format("no data set gives it for {}: {}", holdings.year(), why)};
    }
    return judged;
}

} // namespace casus::from_panel
