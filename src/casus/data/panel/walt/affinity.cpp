// How near the members are to each other: on the map, in the United Nations, in their leaders' ideologies and their
// regimes.
#include "casus/data/panel/walt/regimes.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace casus::data::walt {

namespace {

/// Number of the family of a leader's ideology, 0: none of them; NaN where Herre has no information.
double family_of(std::string_view word) {
    constexpr std::array<std::string_view, 3> families{"leftist", "centrist", "rightist"};
    for (std::size_t k = 0; k < families.size(); ++k)
        if (word == families[k]) return 1.0 + static_cast<double>(k);
    return word == "none" ? 0.0 : missing<double>;
}

StateFigures ideologies(Ground const& ground) {
    std::string const name = "leader-ideologies";
    auto const [origin, coverage] = imported(*ground.store, name);
    Table const table = ground.store->read(name, {"country_code_cow", "year", "leader_ideology"});
    StateSeries series{"leader_ideology", {}, Width::Flag, origin, coverage, missing<double>, {}};
    series.values.assign(ground.system->size() * series.years(), missing<double>);
    StateJoin const join(*ground.system, StateCode::Cow, origin);
    auto const state = whole_in(table, "country_code_cow", name), year = whole_in(table, "year", name);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (year[row] < coverage.first_year || year[row] > coverage.last_year) continue;
        if (auto const position = join.find(state[row], year[row]))
            series.values[*position * series.years() + static_cast<std::size_t>(year[row] - coverage.first_year)] =
                family_of(table["leader_ideology"].word(row));
    }
    return {*ground.system, std::move(series)};
}

double share_by_land(std::vector<double> const& kinds) {
    if (kinds.empty()) return missing<double>;
    return static_cast<double>(std::ranges::count(kinds, 1.0)) / static_cast<double>(kinds.size());
}

double mean_log(std::vector<double> kilometres) {
    for (double& each : kilometres) each = std::log(std::max(each, 1.0));
    return mean_of(kilometres);
}

double same_family(std::vector<double> const& families) {
    if (families.size() < 2) return missing<double>;
    return families.front() > 0.0 && range_of(families) == 0.0 ? 1.0 : 0.0;
}

double same_kind(std::vector<double> const& polity) {
    if (polity.size() < 2) return missing<double>;
    return lowest_of(polity) >= 6.0 || highest_of(polity) <= -6.0 ? 1.0 : 0.0;
}

/// The series of states that carries the ideal points, under whatever name.
StateFigures ideal_points(Ground const& ground) {
    FeatureColumns columns = feature_columns(ground, {"idealpoints", ""});
    return {*ground.system, std::move(columns.states.front())};
}

} // namespace

std::vector<TermColumn> affinity_terms(Ground const& ground) {
    PairFigures const borders(*ground.system, std::move(feature_columns(ground, {"contiguity", ""}).pairs.front()));
    PairFigures const capitals(*ground.system, std::move(feature_columns(ground, {"distance", ""}).pairs.front()));
    StateFigures const points = ideal_points(ground);
    StateFigures const families = ideologies(ground);
    StateFigures const polity = read_regimes(ground).polity;
    std::vector<TermColumn> terms;
    auto const add = [&](char const* name, Text label, auto const& source, auto const& of) {
        terms.push_back(
            term_of_rows(ground, name, std::move(label), source.origin(), year_after(source.coverage()),
                         [&](AllianceYear const& row) { return of(source.known(row.members, row.year - 1)); }));
    };
    add("contiguous", {"share of pairs of members with a common land border", "有陆地边界的成员对比例"}, borders,
        share_by_land);
    add("distance", {"mean ln km between members' capitals", "成员首都间公里数对数的均值"}, capitals, mean_log);
    add("ideal_distance", {"range of members' ideal points in the UN", "成员联合国理想点的极差"}, points,
        [](std::vector<double> const& known) { return range_of(known); });
    add("ideology_match",
        {"1: members' leaders are all leftist, all centrist or all rightist", "1：成员领导人同为左翼、中间或右翼"},
        families, same_family);
    add("same_regime",
        {"1: Polity of all members 6 or more, or of all −6 or less", "1：全体成员 Polity 均不低于 6 或均不高于 −6"},
        polity, same_kind);
    return terms;
}

} // namespace casus::data::walt
