// Every source, in the order of the documentation.
#include "casus/data/sources/sources.hpp"

#include <vector>

namespace casus::data {

std::span<Source const> all_sources() {
    using namespace sources;
    static std::vector<Source> const list = {
        // The state system, security and alliances.
        cow_states(),
        cow_system(),
        cow_majors(),
        cow_codes(),
        cow_alliance_member(),
        cow_alliance_member_year(),
        cow_alliance_dyad(),
        cow_alliance_directed(),
        cow_alliance_dyad_year(),
        atop_alliance(),
        atop_alliance_nna(),
        atop_phase(),
        atop_member(),
        atop_member_nna(),
        atop_state_year(),
        atop_dyad_year(),
        nmc(),
        contiguity(),
        contiguity_dyad_year(),
        contiguity_state_year(),
        mid_dispute(),
        mid_participant(),
        mid_incident(),
        gml_dispute(),
        gml_participant(),
        gml_dyad_year(),
        cow_trade(),
        cow_trade_national(),
        cow_igo_dyad(),
        cow_igo_state(),
        cow_war_participant(),
        cow_war_dyad(),

        // The rest.
    };
    return list;
}

} // namespace casus::data
