// The balance of power that an alliance stands in, and that among its members.
#include "casus/data/panel/walt/enmity.hpp"

#include <cmath>
#include <map>

namespace casus::data::walt {

namespace {

constexpr int years_of_balance = 5;
constexpr int years_of_rise = 10;

/// ln of the members' capabilities over those of outsiders, each outsider counted by its hostility to the member that
/// it is most hostile to; the floor of hostility keeps it finite where nobody is.
double balance_in(std::span<std::uint32_t const> members, int year, Capabilities const& capabilities,
                  Enmities const& enmities) {
    double const own = capabilities.sum(members, year - 1);
    if (!(own > 0.0)) return missing<double>;
    std::map<std::uint32_t, double> hostile;
    for (std::uint32_t const member : members)
        for (Enemy const& enemy : enmities.of(member, year)) {
            if (std::ranges::find(members, enemy.state) != members.end()) continue;
            double& most = hostile[enemy.state];
            most = std::max(most, enemy.hostility);
        }
    double against = Enmities::floor() * (capabilities.world(year - 1) - own);
    for (auto const& [outsider, hostility] : hostile)
        if (double const power = capabilities.of(outsider, year - 1); power > 0.0)
            against += (hostility - Enmities::floor()) * power;
    return against > 0.0 ? std::log(own / against) : missing<double>;
}

/// The largest rise of a member's share of the members' capabilities, by the members known in both years.
double rise_between(std::span<std::uint32_t const> members, int before, int after, Capabilities const& capabilities) {
    Positions known;
    for (std::uint32_t const member : members)
        if (!std::isnan(capabilities.of(member, before)) && !std::isnan(capabilities.of(member, after)))
            known.push_back(member);
    double const sum_before = capabilities.sum(known, before);
    double const sum_after = capabilities.sum(known, after);
    if (known.size() < 2 || !(sum_before > 0.0) || !(sum_after > 0.0)) return missing<double>;
    double most = 0.0;
    for (std::uint32_t const member : known)
        most =
            std::max(most, capabilities.of(member, after) / sum_after - capabilities.of(member, before) / sum_before);
    return most;
}

} // namespace

std::vector<TermColumn> balance_terms(Ground const& ground) {
    Capabilities const capabilities(ground);
    Enmities const enmities(ground);
    StateJoin const join(*ground.system, StateCode::Cow, ground.treaties->origin);
    Coverage const strength = capabilities.known_before();
    Coverage const both{std::max(strength.first_year, enmities.coverage().first_year),
                        std::min(strength.last_year, enmities.coverage().last_year)};
    TermColumn level = unknown_term(ground, "balance",
                                    {"ln of members' CINC over outsiders', each of these counted by its hostility",
                                     "成员 CINC 之和与外部国家（按敌意加权）之比的对数"},
                                    capabilities.origin(), both);
    TermColumn gain = unknown_term(
        ground, "balance_gain",
        {"change of balance over 5 years, or since the alliance began", "实力对比在五年内（或联盟成立以来）的变化"},
        capabilities.origin(), both);
    TermColumn risen = unknown_term(
        ground, "member_risen",
        {"largest rise of a member's share of the members' CINC over 10 years, or since the alliance began",
         "成员占联盟 CINC 份额在十年内（或联盟成立以来）的最大上升"},
        capabilities.origin(), strength);
    for (std::size_t r = 0; r < ground.rows.size(); ++r) {
        AllianceYear const& row = ground.rows[r];
        Positions const members = members_in(row, join);
        risen.values[r] = rise_between(members, start_of_change(row, years_of_rise) - 1, row.year - 1, capabilities);
        int const before = start_of_change(row, years_of_balance);
        if (!covers(both, row.year)) continue;
        level.values[r] = balance_in(members, row.year, capabilities, enmities);
        if (covers(both, before))
            gain.values[r] = level.values[r] - balance_in(members, before, capabilities, enmities);
    }
    level.also = enmities.origins();
    return {std::move(level), std::move(gain), std::move(risen)};
}

} // namespace casus::data::walt
