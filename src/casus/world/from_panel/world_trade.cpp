#include "casus/world/from_panel/dots.hpp"
#include "casus/world/from_panel/state_figures.hpp"

#include <fmt/format.h>

#include <cmath>

namespace casus::from_panel {

namespace {

void read_cow(Holdings const& holdings, Readings& into) {
    for (Edition const& edition : holdings.editions("cow-trade-national")) {
        data::Table const table = holdings.store().read(edition.name(), {"ccode", "year", "imports", "exports"});
        for (std::size_t row = 0; row < table.rows(); ++row) {
            double const year = table["year"].number(row);
            double const total = table["imports"].number(row) + table["exports"].number(row);
            if (!(year >= holdings.earliest() && year <= holdings.year()) || std::isnan(total)) continue;
            into.add(static_cast<int>(table["ccode"].number(row)), static_cast<int>(year),
                     {total * 1e6, 0.0, edition.source(fmt::format("imports + exports, {}", year))});
        }
    }
}

} // namespace

StateFigures world_trade(Holdings& holdings) {
    Readings readings;
    read_cow(holdings, readings);
    for (ReportedTrade const& trade : reported_trade(holdings, true))
        readings.add(trade.reporter, trade.year, {trade.dollars, 0.0, trade.source});
    return readings.for_year(holdings.year(), 0.05);
}

} // namespace casus::from_panel
