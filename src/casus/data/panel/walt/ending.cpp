// How alliances end, as competing risks, from ATOP's columns TERM and TERMMODE of the spells with which an alliance
// ended:
//   fulfilled     TERM 1: its purpose or its time was fulfilled, or it was ended as it allows
//   violated      TERM 2: a member broke its provisions, or left it before its time
//   renegotiated  TERM 3: some or all members agreed on a new relation
//   state_death   TERM 0 (ATOP takes these out of the risk) and TERMMODE 4: a member lost its independence
//   other         TERM 0 and another TERMMODE (6: defeat or occupation of a member)
//   unknown       ATOP says nothing
#include "casus/data/panel/walt/treaty_terms.hpp"

#include <algorithm>
#include <cmath>

namespace casus::data::walt {

namespace {

/// The spells that end last.
std::vector<std::size_t> last_spells(Treaty const& treaty) {
    int last = treaty.members.front().last_day;
    for (TreatyMember const& member : treaty.members) last = std::max(last, member.last_day);
    std::vector<std::size_t> result;
    for (std::size_t spell = 0; spell < treaty.members.size(); ++spell)
        if (treaty.members[spell].last_day == last) result.push_back(spell);
    return result;
}

/// The first code above zero; 0 where there is none.
int code_of_end(TreatyTerms const& terms, char const* column, Treaty const& treaty) {
    for (std::size_t const spell : last_spells(treaty))
        if (double const code = terms.value(column, treaty, spell); code > 0.0) return static_cast<int>(code);
    return 0;
}

std::string_view ending_of(TreatyTerms const& terms, Treaty const& treaty) {
    switch (code_of_end(terms, "term", treaty)) {
    case 1:
        return "fulfilled";
    case 2:
        return "violated";
    case 3:
        return "renegotiated";
    default:
        break;
    }
    int const mode = code_of_end(terms, "termmode", treaty);
    if (mode == 0) return "unknown";
    return mode == 4 ? "state_death" : "other";
}

} // namespace

std::vector<TermColumn> ending_terms(Ground const& ground) {
    TreatyTerms const terms(ground, {"term", "termmode"});
    TermColumn ending{"ending",
                      {"how the alliance ended: fulfilled, violated, renegotiated, state_death, other or unknown",
                       "联盟如何终止：履行完毕、违反、重新谈判、成员国灭亡、其他或不详"},
                      ground.treaties->origin,
                      ground.treaties->coverage,
                      {},
                      {},
                      {}};
    for (AllianceYear const& row : ground.rows)
        ending.words.emplace_back(row.ends ? ending_of(terms, *row.treaty) : std::string_view());
    return {std::move(ending)};
}

} // namespace casus::data::walt
