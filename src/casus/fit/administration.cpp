#include "casus/fit/administration.hpp"

#include "casus/base/error.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

namespace casus::fit {

namespace {

std::string const ideologies = "leader-ideologies";
std::string const elections = "reign-elections";

/// Who held office on 31 December.
struct InOffice {
    double right = 0.0;
    std::string name;
};

using Incumbents = std::map<int, InOffice>;

Incumbents incumbents_of(data::Store const& store, int cow) {
    data::Table const table = store.read(ideologies, {"country_code_cow", "year", "leader", "leader_ideology"});
    Incumbents incumbents;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (table["country_code_cow"].number(row) == cow)
            incumbents[static_cast<int>(table["year"].number(row))] = {
                .right = table["leader_ideology"].word(row) == "rightist" ? 1.0 : 0.0,
                .name = std::string(table["leader"].word(row))};
    if (incumbents.empty())
        throw Error(Problem{.place = {},
                            .what = {"no ideologies of this leader's leaders", "缺少该主导国领导人的意识形态"},
                            .found = fmt::format("COW {}", cow),
                            .expected = {"a state of leader-ideologies", "leader-ideologies 中的国家"}});
    return incumbents;
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
    Incumbents const incumbents = incumbents_of(store, cow);
    std::set<int> const defeats = lost(store, cow);
    int const last_known = incumbents.rbegin()->first;
    auto const held = [&](int year) -> InOffice const& {
        auto const later = incumbents.upper_bound(year);
        return later == incumbents.begin() ? later->second : std::prev(later)->second;
    };
    // Where the winner moves in before the year ends, as in France, the year's incumbent is not the one that lost.
    auto const to_go = [&](int year) { return defeats.contains(year) && held(year).name == held(year - 1).name; };
    auto const expected = [&](int year) {
        int const known = std::min(year - 1, last_known);
        return to_go(known) ? 1.0 - held(known).right : held(known).right;
    };
    Administrations result;
    for (int year = first; year <= last; ++year) {
        result.expected.push_back(expected(year));
        result.in_office.push_back(year <= last_known ? held(year).right : expected(year));
    }
    for (std::string const& dataset : {ideologies, elections})
        if (auto const found = store.find(dataset)) result.sources.push_back(*found);
    return result;
}

} // namespace casus::fit
