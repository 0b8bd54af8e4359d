// Regimes and leaders of the members. Polity counts with its own −10 to 10 (column POLITY), without the numbers that
// POLITY2 puts in for interruptions, interregna and transitions: those of a transition know how it ended.
#include "casus/data/panel/walt/leaders_in_power.hpp"
#include "casus/data/panel/walt/regimes.hpp"

#include <algorithm>

namespace casus::data::walt {

namespace {

/// Levels of a scale in the four years before `year`: the bounds of three yearly changes.
std::vector<double> last_levels(StateFigures const& figures, int state, int year) {
    std::vector<double> levels;
    for (int before = year - 4; before < year; ++before)
        if (double const level = figures.at(state, before); !std::isnan(level)) levels.push_back(level);
    return levels;
}

/// 1: changed; NaN: not known.
double regime_changed(Regimes const& regimes, int state, int year) {
    for (int before = year - 4; before < year; ++before)
        if (regimes.interrupted(state, before)) return 1.0;
    std::vector<double> const polity = last_levels(regimes.polity, state, year);
    if (polity.size() >= 2) return range_of(polity) >= 3.0 ? 1.0 : 0.0;
    std::vector<double> const polyarchy = last_levels(regimes.polyarchy, state, year);
    if (polyarchy.size() >= 2) return range_of(polyarchy) >= 0.15 ? 1.0 : 0.0; // three of Polity's twenty steps
    return missing<double>;
}

/// of(member) of those of whom it is known; empty where that is fewer than two.
template <class Of> std::vector<double> known_of_members(AllianceYear const& row, Of const& of) {
    std::vector<double> known;
    for (int const member : row.members)
        if (double const value = of(member); !std::isnan(value)) known.push_back(value);
    if (known.size() < 2) known.clear();
    return known;
}

double any_of_members(std::vector<double> const& known) { return known.empty() ? missing<double> : highest_of(known); }

} // namespace

std::vector<TermColumn> regime_terms(Ground const& ground) {
    Regimes const regimes = read_regimes(ground);
    LeadersInPower const leaders = leaders_in_power(ground);
    Origin const& polity = regimes.polity.origin();
    Coverage const polity_years = year_after(regimes.polity.coverage());
    Coverage const either{polity_years.first_year,
                          std::max(polity_years.last_year, year_after(regimes.polyarchy.coverage()).last_year)};
    std::vector<TermColumn> terms;
    terms.push_back(term_of_rows(ground, "regime_change",
                                 {"1: in the last three years a member's Polity moved by 3 or more or was interrupted",
                                  "1：前三年内有成员的 Polity 变动 3 以上或中断"},
                                 polity, either, [&](AllianceYear const& row) {
                                     return any_of_members(known_of_members(
                                         row, [&](int member) { return regime_changed(regimes, member, row.year); }));
                                 }));
    terms.push_back(term_of_rows(
        ground, "leader_turnover",
        {"share of members with a new leader at the end of the year before", "上年末换了领导人的成员比例"},
        leaders.archigos.origin(), year_after(leaders.changes()), [&](AllianceYear const& row) {
            return mean_of(known_of_members(row, [&](int member) { return leaders.changed(member, row.year - 1); }));
        }));
    terms.push_back(term_of_rows(
        ground, "irregular_turnover",
        {"1: in the year before a member's leader came to power irregularly", "1：上年有成员的领导人以非常规方式上台"},
        leaders.irregular.origin(), year_after(leaders.irregular.coverage()), [&](AllianceYear const& row) {
            return any_of_members(
                known_of_members(row, [&](int member) { return leaders.came_irregularly(member, row.year - 1); }));
        }));
    terms.push_back(term_of_rows(
        ground, "regime_distance",
        {"highest less lowest Polity of members, 0 to 20", "成员 Polity 最高与最低之差，0 至 20"}, polity, polity_years,
        [&](AllianceYear const& row) { return range_of(regimes.polity.known(row.members, row.year - 1)); }));
    terms.push_back(term_of_rows(ground, "democracy_share",
                                 {"share of members with Polity of 6 or more", "Polity 达 6 以上的成员比例"}, polity,
                                 polity_years, [&](AllianceYear const& row) {
                                     return mean_of(known_of_members(row, [&](int member) {
                                         double const level = regimes.polity.at(member, row.year - 1);
                                         return std::isnan(level) ? level : level >= 6.0 ? 1.0 : 0.0;
                                     }));
                                 }));
    terms[0].also.push_back(regimes.polyarchy.origin());
    terms[1].also.push_back(leaders.reign.origin());
    return terms;
}

} // namespace casus::data::walt
