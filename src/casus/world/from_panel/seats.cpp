#include "casus/world/from_panel/state_figures.hpp"

#include "casus/data/column.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <string>

namespace casus::from_panel {

namespace {

/// The year of "1816-01-01".
int year_of(std::string_view date) {
    int year = 0;
    std::from_chars(date.data(), date.data() + date.size(), year);
    return year;
}

} // namespace

Seats seats(Holdings& holdings, std::vector<Problem>& problems) {
    constexpr std::array<std::string_view, 1> datasets{"capitals"};
    std::optional<Edition> const edition = holdings.edition("capitals");
    if (!edition) {
        problems.push_back(holdings.uncovered({"capitals", "首都"}, datasets, holdings.year()));
        return {};
    }
    data::Table const table =
        holdings.store().read(edition->name(), {"ccode", "capital", "stdate", "enddate", "lat", "lng"});
    int const year = std::min(holdings.year(), edition->last_year);
    std::map<int, std::size_t> last; // by state, the row of its last capital of the year
    for (std::size_t row = 0; row < table.rows(); ++row) {
        std::string_view const begin = table["stdate"].word(row);
        if (year_of(begin) > year || year_of(table["enddate"].word(row)) < year) continue;
        auto const [at, fresh] = last.try_emplace(static_cast<int>(table["ccode"].number(row)), row);
        if (!fresh && table["stdate"].word(at->second) < begin) at->second = row;
    }
    Seats result;
    for (auto const& [state, row] : last) {
        std::string const source = edition->source(fmt::format("{}, {}", table["capital"].word(row), year));
        result.latitude[state] = {table["lat"].number(row), 0.0, source};
        result.longitude[state] = {table["lng"].number(row), 0.0, source};
    }
    return result;
}

} // namespace casus::from_panel
