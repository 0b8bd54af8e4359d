#include "casus/fit/dyad_disputes.hpp"

#include "casus/data/panel/join.hpp"
#include "casus/data/panel/state_system.hpp"

#include <algorithm>
#include <set>

namespace casus::fit {

namespace {

constexpr double weight_of_dispute = 0.5;
constexpr double weight_of_revisionist = 0.25;
constexpr double weight_of_rival_year = 0.01;

struct Disputant {
    int state;
    bool side_a;
    bool originator;
    bool revisionist;
    int first_day;
    int last_day;
    double intensity;
};

data::Provenance source_of(data::Store const& store, std::string const& dataset) {
    auto found = store.find(dataset);
    if (!found) (void)data::imported(store, dataset); // says what is wrong and what to import
    return *found;
}

std::map<int, std::vector<Disputant>> disputants(data::Store const& store, std::string const& dataset) {
    data::Table const table = store.read(dataset, {"dispnum", "ccode", "sidea", "orig", "revstate", "styear", "stmon",
                                                   "stday", "endyear", "endmon", "endday", "hostlev"});
    auto const at = [&](char const* name) { return data::whole_in(table, name, dataset); };
    auto const dispute = at("dispnum"), state = at("ccode"), side = at("sidea"), originator = at("orig"),
               revisionist = at("revstate"), start_year = at("styear"), start_month = at("stmon"),
               start_day = at("stday"), end_year = at("endyear"), end_month = at("endmon"), end_day = at("endday"),
               level = at("hostlev");
    std::map<int, std::vector<Disputant>> result;
    for (std::size_t row = 0; row < table.rows(); ++row)
        result[dispute[row]].push_back(
            {.state = state[row],
             .side_a = side[row] == 1,
             .originator = originator[row] == 1,
             .revisionist = revisionist[row] == 1,
             .first_day = data::first_day_number(start_year[row], start_month[row], start_day[row]),
             .last_day = data::last_day_number(end_year[row], end_month[row], end_day[row]),
             .intensity = measure::dispute_intensity(level[row])});
    return result;
}

int states_by(std::vector<Disputant> const& parties, int year) {
    std::set<int> states;
    for (Disputant const& each : parties)
        if (data::year_of_day(each.first_day) <= year) states.insert(each.state);
    return static_cast<int>(states.size());
}

void add_hostile_act(std::vector<Disputant> const& parties, Disputant const& of, Disputant const& against, int year,
                     DyadDisputes& into) {
    double const weight = of.side_a ? weight_of_dispute : of.revisionist ? weight_of_revisionist : 0.0;
    if (!(weight * of.intensity > 0.0)) return; // of none where the level is not known
    into.hostile[{of.state, against.state}].push_back(
        {.year = year,
         .weight = weight,
         .intensity = of.intensity,
         .scope = measure::scope_of(std::max(2, states_by(parties, year)))});
}

void add_dyads(std::vector<Disputant> const& parties, Beginners beginners, DyadDisputes& into) {
    std::map<StatePair, int> onsets;
    for (Disputant const& a : parties)
        for (Disputant const& b : parties) {
            int const first_day = std::max(a.first_day, b.first_day);
            int const last_day = std::min(a.last_day, b.last_day);
            if (!a.side_a || b.side_a || a.state == b.state || first_day > last_day) continue;
            DisputeYears const years{data::year_of_day(first_day), data::year_of_day(last_day)};
            into.fought[std::minmax(a.state, b.state)].push_back(years);
            add_hostile_act(parties, a, b, years.first, into);
            add_hostile_act(parties, b, a, years.first, into);
            if (beginners == Beginners::Originators && !(a.originator && b.originator)) continue;
            auto const [known, added] = onsets.try_emplace({a.state, b.state}, years.first);
            if (!added) known->second = std::min(known->second, years.first);
        }
    for (auto const& [pair, year] : onsets) into.begun[pair].push_back(year);
}

void add_rival_years(data::Store const& store, std::string const& dataset, DyadDisputes& into) {
    data::Table const table = store.read(dataset, {"ccode1", "ccode2", "start", "end"});
    auto const at = [&](char const* name) { return data::whole_in(table, name, dataset); };
    auto const one = at("ccode1"), other = at("ccode2"), start = at("start"), end = at("end");
    constexpr int oldest = 1716; // a century before the first state-year: less than a thousandth is left
    for (std::size_t row = 0; row < table.rows(); ++row)
        for (int year = std::max<int>(start[row], oldest); year <= end[row]; ++year)
            for (StatePair const& pair : {StatePair{one[row], other[row]}, StatePair{other[row], one[row]}})
                into.hostile[pair].push_back(
                    {.year = year, .weight = weight_of_rival_year, .intensity = 1.0, .scope = 1.0});
}

} // namespace

DyadDisputes dyad_disputes(data::Store const& store, Beginners beginners, HostilityBasis basis) {
    DyadDisputes result;
    std::string const disputes = "mid-participant";
    result.sources.push_back(source_of(store, disputes));
    for (auto const& [number, parties] : disputants(store, disputes)) add_dyads(parties, beginners, result);
    if (basis == HostilityBasis::Worlds) {
        std::string const rivalries = data::newest_with(store, "rivalry-tss", "ccode1");
        result.sources.push_back(source_of(store, rivalries));
        add_rival_years(store, rivalries, result);
    }
    return result;
}

DisputePast dispute_past(std::span<DisputeYears const> fought, int year) {
    DisputePast past;
    for (DisputeYears const& years : fought) {
        if (years.first >= year) continue;
        past.goes_on = past.goes_on || years.last >= year;
        past.last = std::max(past.last, std::min(years.last, year - 1));
    }
    return past;
}

} // namespace casus::fit
