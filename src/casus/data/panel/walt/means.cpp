// Other means of security than the alliance: strength of one's own, and other allies.
#include "casus/data/panel/walt/pledges.hpp"

#include <cmath>

namespace casus::data::walt {

namespace {

constexpr int years_of_growth = 10;

/// ln change of the capabilities of all members but the strongest, of which it is known in both years.
double growth_between(std::span<std::uint32_t const> members, int before, int after, Capabilities const& capabilities) {
    auto const strongest = capabilities.strongest(members, after);
    Positions weaker;
    for (std::uint32_t const member : members)
        if (member != strongest && !std::isnan(capabilities.of(member, before)) &&
            !std::isnan(capabilities.of(member, after)))
            weaker.push_back(member);
    double const change = std::log(capabilities.sum(weaker, after) / capabilities.sum(weaker, before));
    return std::isfinite(change) ? change : missing<double>;
}

double mean_of_other_allies(std::span<std::uint32_t const> members, int year, Pledges const& pledges) {
    std::size_t others = 0;
    for (std::uint32_t const member : members)
        for (std::uint32_t const ally : pledges.pacts_of(member, year))
            if (std::ranges::find(members, ally) == members.end()) ++others;
    return static_cast<double>(others) / static_cast<double>(members.size());
}

} // namespace

std::vector<TermColumn> means_terms(Ground const& ground) {
    Capabilities const capabilities(ground);
    Pledges const pledges(ground);
    StateJoin const join(*ground.system, StateCode::Cow, ground.treaties->origin);
    Coverage const promised{pledges.coverage().first_year + 1, pledges.coverage().last_year + 1};
    TermColumn growth = unknown_term(
        ground, "own_growth",
        {"ln change of the CINC of all members but the strongest over 10 years, or since the alliance began",
         "除最强者外各成员 CINC 在十年内（或联盟成立以来）的对数变化"},
        capabilities.origin(), capabilities.known_before());
    TermColumn allies = unknown_term(ground, "other_allies",
                                     {"outsiders that a member has a defence pact with, mean over members",
                                      "与成员有防御条约的外部国家数，各成员平均"},
                                     ground.treaties->origin, promised);
    for (std::size_t r = 0; r < ground.rows.size(); ++r) {
        AllianceYear const& row = ground.rows[r];
        Positions const members = members_in(row, join);
        if (members.empty()) continue;
        growth.values[r] =
            growth_between(members, start_of_change(row, years_of_growth) - 1, row.year - 1, capabilities);
        if (covers(promised, row.year)) allies.values[r] = mean_of_other_allies(members, row.year - 1, pledges);
    }
    return {std::move(growth), std::move(allies)};
}

} // namespace casus::data::walt
