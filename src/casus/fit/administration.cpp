#include "casus/fit/administration.hpp"

#include "casus/base/error.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

namespace casus::fit {

namespace {

std::string const ideologies = "leader-ideologies";
std::string const elections = "reign-elections";

std::map<int, double> sides_of(data::Store const& store, int cow) {
    data::Table const table = store.read(ideologies, {"country_code_cow", "year", "leader_ideology"});
    std::map<int, double> sides;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (table["country_code_cow"].number(row) == cow)
            sides[static_cast<int>(table["year"].number(row))] =
                table["leader_ideology"].word(row) == "rightist" ? 1.0 : 0.0;
    if (sides.empty())
        throw Error(Problem{.place = {},
                            .what = {"no ideologies of this leader's leaders", "缺少该主导国领导人的意识形态"},
                            .found = fmt::format("COW {}", cow),
                            .expected = {"a state of leader-ideologies", "leader-ideologies 中的国家"}});
    return sides;
}

/// Years in which the side in office lost an executive election that was held.
std::set<int> lost(data::Store const& store, int cow) {
    std::set<int> years;
    if (!store.find(elections)) return years;
    data::Table const table = store.read(elections, {"ccode", "elec_year", "event", "type", "victory"});
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (table["ccode"].number(row) == cow && table["event"].word(row).starts_with("Vote") &&
            table["type"].word(row) == "X" && table["victory"].word(row) == "N")
            years.insert(static_cast<int>(table["elec_year"].number(row)));
    return years;
}

} // namespace

Administrations administrations(data::Store const& store, int cow, int first, int last) {
    std::map<int, double> const sides = sides_of(store, cow);
    std::set<int> const defeats = lost(store, cow);
    auto const held = [&](int year) {
        auto const later = sides.upper_bound(year);
        return later == sides.begin() ? sides.begin()->second : std::prev(later)->second;
    };
    auto const expected = [&](int year) {
        int const known = std::min(year - 1, sides.rbegin()->first);
        double const side = held(known);
        return defeats.contains(known) ? 1.0 - side : side;
    };
    Administrations result;
    for (int year = first; year <= last; ++year) {
        result.expected.push_back(expected(year));
        result.in_office.push_back(year <= sides.rbegin()->first ? held(year) : expected(year));
    }
    for (std::string const& dataset : {ideologies, elections})
        if (auto const found = store.find(dataset)) result.sources.push_back(*found);
    return result;
}

} // namespace casus::fit
