#include "casus/world/from_panel/pacts.hpp"

#include "casus/data/panel/treaties.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace casus::from_panel {

namespace {

using data::Obligation;

TieType type_of(std::uint8_t owed) {
    auto const owes = [&](Obligation kind) { return ((owed >> static_cast<unsigned>(kind)) & 1U) != 0; };
    if (owes(Obligation::Defense) || owes(Obligation::Offense)) return TieType::Alliance;
    if (owes(Obligation::Consultation) || owes(Obligation::Entente)) return TieType::Entente;
    return TieType::Neutrality;
}

/// Those whose spells of the year meet.
std::vector<data::TreatyMember const*> members_in(data::Treaty const& treaty, int first_day, int last_day) {
    std::vector<data::TreatyMember const*> present;
    for (data::TreatyMember const& member : treaty.members)
        if (member.first_day <= last_day && member.last_day >= first_day) present.push_back(&member);
    auto const meets = [&](data::TreatyMember const* one) {
        return std::ranges::any_of(present, [&](data::TreatyMember const* other) {
            return other->state != one->state && other->phase == one->phase && other->first_day <= one->last_day &&
                   one->first_day <= other->last_day;
        });
    };
    std::vector<data::TreatyMember const*> result;
    std::ranges::copy_if(present, std::back_inserter(result), meets);
    return result;
}

int first_year_of(data::Treaty const& treaty, std::set<int> const& states) {
    int first = 9999;
    for (data::TreatyMember const& member : treaty.members)
        if (states.contains(member.state)) first = std::min(first, data::year_of_day(member.first_day));
    return first;
}

} // namespace

std::vector<Pact> pacts(Holdings& holdings, Alliances which, std::vector<Problem>& problems) {
    bool const atop = which == Alliances::Atop;
    std::array<std::string_view, 1> const datasets{atop ? "atop-member" : "cow-alliance-member"};
    std::optional<Edition> const edition = holdings.edition(datasets[0]);
    if (!edition) {
        problems.push_back(holdings.uncovered({"alliances", "联盟"}, datasets, holdings.year()));
        return {};
    }
    holdings.use(edition->dataset);
    data::Treaties const treaties = data::read_treaties(holdings.store(), (atop ? "atop@" : "cow@") + edition->version);
    int const year = std::min(holdings.year(), edition->last_year);
    int const last_day = data::day_number(year, 12, 31);
    std::vector<Pact> result;
    for (data::Treaty const& treaty : treaties.list) {
        Pact pact;
        std::set<int> states;
        std::uint8_t owed = 0;
        bool goes_on = false;
        for (data::TreatyMember const* member : members_in(treaty, data::day_number(year, 1, 1), last_day)) {
            states.insert(member->state);
            owed = static_cast<std::uint8_t>(owed | member->obligations.owed);
            goes_on = goes_on || member->goes_on || member->last_day > last_day;
        }
        if (states.size() < 2) continue;
        pact.id = treaty.id;
        pact.type = type_of(owed);
        pact.since = first_year_of(treaty, states);
        pact.ended = !goes_on;
        pact.members.assign(states.begin(), states.end());
        pact.source = edition->source(fmt::format("{} {}", atop ? "atopid" : "version4id", treaty.id));
        result.push_back(std::move(pact));
    }
    return result;
}

} // namespace casus::from_panel
