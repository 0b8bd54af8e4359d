#include "casus/data/panel/walt/regimes.hpp"

#include <algorithm>
#include <array>

namespace casus::data::walt {

namespace {

/// Conversions have the COW number of the year beside the distributor's own, which differs for states that changed.
std::string cow_column(Ground const& ground, std::string const& dataset, std::string const& own) {
    std::vector<std::string> const there = ground.store->column_names(dataset);
    return std::ranges::find(there, "cown") != there.end() ? "cown" : own;
}

} // namespace

Regimes read_regimes(Ground const& ground) {
    std::vector<StateFigures> scale =
        figures_of(ground, "polity", cow_column(ground, "polity", "ccode"),
                   std::array{StateColumn{"polity", "polity", {}}, StateColumn{"year", "listed", {}}});
    std::vector<StateFigures> polyarchy = figures_of(ground, "vdem", cow_column(ground, "vdem", "cowcode"),
                                                     std::array{StateColumn{"v2x_polyarchy", "v2x_polyarchy", {}}});
    return {std::move(scale[0]), std::move(scale[1]), std::move(polyarchy[0])};
}

} // namespace casus::data::walt
