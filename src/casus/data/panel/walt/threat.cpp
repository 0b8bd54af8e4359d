// The threat that an alliance answers: its level, its fall, and whether another took its place.
#include "casus/data/panel/walt/common_threat.hpp"

#include <cmath>

namespace casus::data::walt {

namespace {

constexpr int years_of_threat = 5; // over which it falls or is replaced

} // namespace

std::vector<TermColumn> threat_terms(Ground const& ground) {
    CommonThreats const threats(ground);
    StateJoin const join(*ground.system, StateCode::Cow, ground.treaties->origin);
    auto const column = [&](char const* name, Text label) {
        return unknown_term(ground, name, std::move(label), threats.origin(), threats.coverage());
    };
    TermColumn level = column(
        "common_threat", {"threat by outsiders to the members in common, 0 to 1", "外部国家对成员的共同威胁，0 至 1"});
    TermColumn fallen = column("threat_fallen", {"fall of common_threat over 5 years, or since the alliance began",
                                                 "共同威胁在五年内（或联盟成立以来）的下降"});
    TermColumn replaced =
        column("threat_replaced", {"1: another outsider threatens most than 5 years before (or at the beginning)",
                                   "1：最大威胁者与五年前（或成立时）不同"});
    for (std::size_t r = 0; r < ground.rows.size(); ++r) {
        AllianceYear const& row = ground.rows[r];
        if (!covers(threats.coverage(), row.year)) continue;
        Positions const members = members_in(row, join);
        CommonThreat const now = threats.to(members, row.year);
        CommonThreat const before = threats.to(members, start_of_change(row, years_of_threat));
        level.values[r] = now.level;
        if (std::isnan(now.level) || std::isnan(before.level)) continue;
        fallen.values[r] = std::max(0.0, before.level - now.level);
        replaced.values[r] = now.greatest && before.greatest && *now.greatest != *before.greatest ? 1.0 : 0.0;
    }
    level.also = threats.origins();
    return {std::move(level), std::move(fallen), std::move(replaced)};
}

} // namespace casus::data::walt
