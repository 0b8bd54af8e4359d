// Whether the leader can and will keep its word: its decline, alliances of its that were broken, other promises at stake.
#include "casus/data/panel/walt/pledges.hpp"

#include <cmath>
#include <map>

namespace casus::data::walt {

namespace {

constexpr int years_of_decline = 10;
constexpr int broken = 2; // ATOP's TERM: violated, or given up before its time

/// An alliance that ended for a member by violation.
struct BrokenAlliance {
    int alliance;
    int year;
};

using BrokenByState = std::map<int, std::vector<BrokenAlliance>>;

BrokenByState read_broken(Store const& store, std::string const& dataset) {
    Table const table = store.read(dataset, {"atopid", "member", "yrexit", "term"});
    auto const alliance = whole_in(table, "atopid", dataset), member = whole_in(table, "member", dataset),
               year = whole_in(table, "yrexit", dataset);
    auto const term = real_in(table, "term", dataset);
    BrokenByState result;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (term[row] == broken && year[row] > 0) result[member[row]].push_back({alliance[row], year[row]});
    return result;
}

/// Other alliances of the state that were broken before the year.
int broken_before(BrokenByState const& list, int state, AllianceYear const& row) {
    auto const found = list.find(state);
    if (found == list.end()) return 0;
    std::vector<int> alliances;
    for (BrokenAlliance const& each : found->second)
        if (each.year < row.year && each.alliance != row.treaty->id) alliances.push_back(each.alliance);
    std::ranges::sort(alliances);
    return static_cast<int>(std::unique(alliances.begin(), alliances.end()) - alliances.begin());
}

/// ATOP's members, of the release that the panel's alliances are of where they are ATOP's.
std::string atop_members(Ground const& ground) {
    Origin const& origin = ground.treaties->origin;
    return origin.dataset == "atop-member" ? origin.dataset + "@" + origin.version : "atop-member";
}

} // namespace

std::vector<TermColumn> doubt_terms(Ground const& ground) {
    Capabilities const capabilities(ground);
    Pledges const pledges(ground);
    Imported const atop = imported(*ground.store, atop_members(ground));
    BrokenByState const list = read_broken(*ground.store, atop_members(ground));
    StateJoin const join(*ground.system, StateCode::Cow, ground.treaties->origin);
    Coverage const strength = capabilities.known_before();
    Coverage const ended{atop.coverage.first_year + 1, atop.coverage.last_year + 1};
    Coverage const promised{pledges.coverage().first_year + 1, pledges.coverage().last_year + 1};
    TermColumn leader =
        unknown_term(ground, "leader", {"COW number of the member with the highest CINC", "CINC 最高成员的 COW 编号"},
                     capabilities.origin(), strength);
    TermColumn decline =
        unknown_term(ground, "leader_decline",
                     {"fall of the leader's CINC over 10 years, or since the alliance began, as share of what it was",
                      "领导国 CINC 在十年内（或联盟成立以来）的降幅，占原值之比"},
                     capabilities.origin(), strength);
    TermColumn violations = unknown_term(
        ground, "leader_violations",
        {"other alliances of the leader that had ended by violation", "领导国此前因违约而终止的其他联盟数"},
        atop.origin, ended);
    TermColumn promises = unknown_term(ground, "leader_promises",
                                       {"outsiders that the leader owes defence", "领导国负有防御义务的外部国家数"},
                                       ground.treaties->origin, promised);
    for (std::size_t r = 0; r < ground.rows.size(); ++r) {
        AllianceYear const& row = ground.rows[r];
        Positions const members = members_in(row, join);
        auto const strongest = capabilities.strongest(members, row.year - 1);
        if (!strongest) continue;
        int number = 0;
        for (int const member : row.members)
            if (join.find(member, row.year) == strongest) number = member;
        leader.values[r] = number;
        double const was = capabilities.of(*strongest, start_of_change(row, years_of_decline) - 1);
        double const is = capabilities.of(*strongest, row.year - 1);
        if (was > 0.0) decline.values[r] = std::max(0.0, 1.0 - is / was);
        if (covers(ended, row.year)) violations.values[r] = broken_before(list, number, row);
        if (covers(promised, row.year))
            promises.values[r] = static_cast<double>(
                std::ranges::count_if(pledges.owed_by(*strongest, row.year - 1), [&](std::uint32_t const state) {
                    return std::ranges::find(members, state) == members.end();
                }));
    }
    violations.also = {capabilities.origin()};
    return {std::move(leader), std::move(decline), std::move(violations), std::move(promises)};
}

} // namespace casus::data::walt
