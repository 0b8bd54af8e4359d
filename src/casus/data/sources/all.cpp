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

        // The rest: places, votes, regimes, economies, arms, rivalries, agreements, exercises, leaders, memberships.
        capitals(),
        gw_capitals(),
        min_distance(),
        un_ideal_points(),
        un_votes_voeten(),
        un_votes(),
        un_roll_calls(),
        un_roll_call_issues(),
        un_votes_wide(),
        vdem(),
        polity(),
        uds(),
        democracy(),
        world_bank_gdp(),
        world_bank_population(),
        sdp_gdp(),
        factbook_gdp(),
        imf_dots(),
        factbook_partners(),
        sipri_milex(),
        sipri_arms_exports(),
        sipri_trade_register(),
        rivalry_td(),
        rivalry_tss(),
        arms_races(),
        icb(),
        dcad(),
        desta(),
        troops(),
        jme(),
        mme(),
        gw_states(),
        reign_leaders(),
        reign_elections(),
        reign_regimes(),
        archigos(),
        leader_ideologies(),
        parlgov_cabinets(),
        memberships(),
        gatt_members(),
        fpsim(),
        fpsim_alliance(),
    };
    return list;
}

} // namespace casus::data
