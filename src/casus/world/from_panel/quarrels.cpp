#include "casus/world/from_panel/quarrels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace casus::from_panel {

namespace {

/// That of the shipped case's judgements, less for small ones, which draws would otherwise push up on the whole.
double spread_of(double hostility) { return std::min(0.1, hostility / 2.0); }

bool within(std::map<Pair, int> const& last, int one, int other, int year) {
    auto const found = last.find({std::min(one, other), std::max(one, other)});
    return found != last.end() && found->second >= year - years_remembered;
}

} // namespace

Quarrels::Quarrels(Holdings& holdings, std::vector<Problem>& problems, std::vector<Text>& notes)
    : year_(holdings.year()) {
    read_disputes(holdings, problems, notes);
    read_rivalries(holdings, notes);
}

bool Quarrels::disputed(int one, int other) const { return within(last_dispute_, one, other, year_); }

bool Quarrels::rivals(int one, int other) const { return within(last_rivalry_, one, other, year_); }

std::vector<int> Quarrels::opponents(int state) const {
    std::vector<int> result;
    for (auto const* const last : {&last_dispute_, &last_rivalry_})
        for (auto const& [pair, year] : *last) {
            if (year < year_ - years_remembered) continue;
            if (pair.first == state) result.push_back(pair.second);
            if (pair.second == state) result.push_back(pair.first);
        }
    std::ranges::sort(result);
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

std::vector<Quarrels::Towards> Quarrels::hostilities() const {
    measure::HostilityParameters const parameters;
    std::vector<Towards> result;
    for (auto const& [pair, events] : events_) {
        std::array<double, 1> hostility{};
        measure::hostilities(events, year_, parameters, hostility);
        if (!(hostility[0] > parameters.floor)) continue;
        result.push_back({pair.first, pair.second, {hostility[0], spread_of(hostility[0]), source_}});
    }
    return result;
}

} // namespace casus::from_panel
