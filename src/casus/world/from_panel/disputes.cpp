// What Quarrels knows of militarised disputes.
#include "casus/world/from_panel/quarrels.hpp"

#include "casus/data/panel/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace casus::from_panel {

namespace {

constexpr double weight_of_dispute = 0.5;
constexpr double share_of_revisionist = 0.5; ///< of who did not begin, but wants things changed

struct Participant {
    int state;
    bool began; ///< on the side that began
    bool revisionist;
    int first_year;
    int last_year;
    double hostility; ///< 1 … 5
};

using Disputes = std::map<int, std::vector<Participant>>;

Disputes read(data::Store const& store, Edition const& edition) {
    data::Table const table =
        store.read(edition.name(), {"dispnum", "ccode", "sidea", "revstate", "styear", "endyear", "hostlev"});
    auto const at = [&](char const* name) { return data::whole_in(table, name, edition.dataset); };
    auto const dispute = at("dispnum"), state = at("ccode"), side = at("sidea"), revisionist = at("revstate"),
               first = at("styear"), last = at("endyear");
    auto const hostility = data::real_in(table, "hostlev", edition.dataset);
    Disputes result;
    for (std::size_t row = 0; row < table.rows(); ++row)
        result[dispute[row]].push_back(
            {state[row], side[row] == 1, revisionist[row] == 1, first[row], last[row], hostility[row]});
    return result;
}

int states_in(std::vector<Participant> const& participants) {
    std::set<int> states;
    for (Participant const& each : participants) states.insert(each.state);
    return static_cast<int>(states.size());
}

/// What `j` did to those on the other side.
std::optional<measure::HostileEvent> event_of(Participant const& j, int states) {
    double const weight = weight_of_dispute * (j.began ? 1.0 : j.revisionist ? share_of_revisionist : 0.0);
    double const intensity = measure::dispute_intensity(std::isnan(j.hostility) ? 0 : static_cast<int>(j.hostility));
    if (!(weight * intensity > 0.0)) return std::nullopt;
    return measure::HostileEvent{j.first_year, weight, intensity, measure::scope_of(states)};
}

} // namespace

void Quarrels::read_disputes(Holdings& holdings, std::vector<Problem>& problems, std::vector<Text>& notes) {
    constexpr std::array<std::string_view, 2> datasets{"mid-participant", "gml-participant"};
    Holdings const before(holdings.store(), year_ - 1, holdings.year() - holdings.earliest());
    std::optional<Edition> edition = before.edition("mid-participant");
    if (!edition) edition = before.edition("gml-participant");
    if (!edition) {
        problems.push_back(holdings.uncovered({"disputes", "争端"}, datasets, year_ - 1));
        return;
    }
    if (edition->last_year < year_ - 1)
        notes.push_back(
            {fmt::format("Disputes end in {}: what came after is not in the hostilities.", edition->last_year),
             fmt::format("争端数据止于 {} 年，其后的事件未计入敌意。", edition->last_year)});
    holdings.use(edition->dataset);
    source_ = edition->source(fmt::format("computed from disputes to {}", std::min(edition->last_year, year_ - 1)));
    for (auto const& [number, participants] : read(holdings.store(), *edition)) {
        int const states = states_in(participants);
        for (Participant const& j : participants)
            for (Participant const& i : participants) {
                if (i.began == j.began || i.state == j.state) continue;
                if (std::max(i.first_year, j.first_year) > std::min(i.last_year, j.last_year)) continue;
                if (j.first_year >= year_) continue;
                int const last = std::min({i.last_year, j.last_year, year_ - 1});
                int& known = last_dispute_[{std::min(i.state, j.state), std::max(i.state, j.state)}];
                known = std::max(known, last);
                if (auto const event = event_of(j, states)) events_[{j.state, i.state}].push_back(*event);
            }
    }
}

} // namespace casus::from_panel
