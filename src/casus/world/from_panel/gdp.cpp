#include "casus/world/from_panel/state_figures.hpp"
#include "casus/world/from_panel/state_years.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>

namespace casus::from_panel {

namespace {

constexpr int united_states = 2;
constexpr double spread_of_conversion = 0.2; ///< of the figure: prices and exchange rates moved apart

/// Of the United States by year, in the terms of a data set; empty where the store lacks it.
std::map<int, double> american(data::Store const& store, std::string const& dataset, char const* state,
                               std::string_view code, char const* value) {
    std::map<int, double> by_year;
    if (!store.find(dataset)) return by_year;
    data::Table const table = store.read(dataset, {state, "year", value});
    data::Column const& who = table[state];
    for (std::size_t row = 0; row < table.rows(); ++row) {
        bool const here = who.is_text() ? who.word(row) == code : who.number(row) == united_states;
        double const number = here ? table[value].number(row) : data::missing<double>;
        if (!std::isnan(number)) by_year[static_cast<int>(table["year"].number(row))] = number;
    }
    return by_year;
}

/// Dollars of a year in one dollar of 2011, and the year that says so.
struct Prices {
    int year;
    double ratio;
};

class Conversion {
public:
    explicit Conversion(data::Store const& store) {
        std::map<int, double> const current = american(store, "worldbank-gdp", "iso3c", "USA", "gdp_usd");
        std::map<int, double> const logs = american(store, "sdp-gdp", "ccode", {}, "wbgdp2011est");
        for (auto const& [year, dollars] : current)
            if (auto const log = logs.find(year); log != logs.end())
                ratios_.push_back({year, dollars / std::exp(log->second)});
    }
    /// Of the year, or the nearest; nothing where no year has both.
    [[nodiscard]] std::optional<Prices> nearest(int year) const {
        std::optional<Prices> best;
        for (Prices const& each : ratios_)
            if (!best || std::abs(each.year - year) < std::abs(best->year - year)) best = each;
        return best;
    }

private:
    std::vector<Prices> ratios_;
};

StateYears estimated(std::optional<Prices> const& prices) {
    StateYears what{.dataset = "sdp-gdp",
                    .state = "ccode",
                    .value = "wbgdp2011est",
                    .detail = "exp(wbgdp2011est), dollars of 2011",
                    .relative_sd = spread_of_conversion};
    double const ratio = prices ? prices->ratio : 1.0;
    if (prices) what.detail += fmt::format(" × {:.3g} (worldbank-gdp over it, United States {})", ratio, prices->year);
    what.figure = [ratio](double log, int) { return std::exp(log) * ratio; };
    return what;
}

} // namespace

StateFigures gdp(Holdings& holdings, std::vector<Problem>& problems) {
    constexpr std::array<std::string_view, 2> datasets{"worldbank-gdp", "sdp-gdp"};
    Readings readings;
    bool covered = read_state_years(
        holdings, {.dataset = "worldbank-gdp", .code = data::StateCode::Iso3, .state = "iso3c", .value = "gdp_usd"},
        readings);
    covered |= read_state_years(holdings, estimated(Conversion(holdings.store()).nearest(holdings.year())), readings);
    if (!covered) problems.push_back(holdings.uncovered({"GDP", "国内生产总值"}, datasets, holdings.year()));
    return readings.for_year(holdings.year(), 0.05);
}

} // namespace casus::from_panel
