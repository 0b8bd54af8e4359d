// One function for each published data set, listed in all.cpp; what a project publishes together stands in one file.
#pragma once

#include "casus/data/import/source.hpp"

namespace casus::data::sources {

// The state system, security and alliances.

[[nodiscard]] Source cow_states();
[[nodiscard]] Source cow_system();
[[nodiscard]] Source cow_majors();
[[nodiscard]] Source cow_codes();
[[nodiscard]] Source cow_alliance_member();
[[nodiscard]] Source cow_alliance_member_year();
[[nodiscard]] Source cow_alliance_dyad();
[[nodiscard]] Source cow_alliance_directed();
[[nodiscard]] Source cow_alliance_dyad_year();
[[nodiscard]] Source atop_alliance();
[[nodiscard]] Source atop_alliance_nna();
[[nodiscard]] Source atop_phase();
[[nodiscard]] Source atop_member();
[[nodiscard]] Source atop_member_nna();
[[nodiscard]] Source atop_state_year();
[[nodiscard]] Source atop_dyad_year();
[[nodiscard]] Source nmc();
[[nodiscard]] Source contiguity();
[[nodiscard]] Source contiguity_dyad_year();
[[nodiscard]] Source contiguity_state_year();
[[nodiscard]] Source mid_dispute();
[[nodiscard]] Source mid_participant();
[[nodiscard]] Source mid_incident();
[[nodiscard]] Source gml_dispute();
[[nodiscard]] Source gml_participant();
[[nodiscard]] Source gml_dyad_year();
[[nodiscard]] Source cow_trade();
[[nodiscard]] Source cow_trade_national();
[[nodiscard]] Source cow_igo_dyad();
[[nodiscard]] Source cow_igo_state();
[[nodiscard]] Source cow_war_participant();
[[nodiscard]] Source cow_war_dyad();

// The rest: places, votes, regimes, economies, arms, rivalries, agreements, exercises, leaders, memberships.

[[nodiscard]] Source capitals();
[[nodiscard]] Source gw_capitals();
[[nodiscard]] Source min_distance();
[[nodiscard]] Source un_ideal_points();
[[nodiscard]] Source un_votes_voeten();
[[nodiscard]] Source un_votes();
[[nodiscard]] Source un_roll_calls();
[[nodiscard]] Source un_roll_call_issues();
[[nodiscard]] Source un_votes_wide();
[[nodiscard]] Source vdem();
[[nodiscard]] Source polity();
[[nodiscard]] Source uds();
[[nodiscard]] Source democracy();
[[nodiscard]] Source world_bank_gdp();
[[nodiscard]] Source world_bank_population();
[[nodiscard]] Source sdp_gdp();
[[nodiscard]] Source factbook_gdp();
[[nodiscard]] Source imf_dots();
[[nodiscard]] Source factbook_partners();
[[nodiscard]] Source sipri_milex();
[[nodiscard]] Source sipri_arms_exports();
[[nodiscard]] Source sipri_trade_register();
[[nodiscard]] Source rivalry_td();
[[nodiscard]] Source rivalry_tss();
[[nodiscard]] Source arms_races();
[[nodiscard]] Source icb();
[[nodiscard]] Source dcad();
[[nodiscard]] Source desta();
[[nodiscard]] Source troops();
[[nodiscard]] Source jme();
[[nodiscard]] Source mme();
[[nodiscard]] Source gw_states();
[[nodiscard]] Source reign_leaders();
[[nodiscard]] Source reign_elections();
[[nodiscard]] Source reign_regimes();
[[nodiscard]] Source archigos();
[[nodiscard]] Source leader_ideologies();
[[nodiscard]] Source parlgov_cabinets();
[[nodiscard]] Source memberships();
[[nodiscard]] Source gatt_members();
[[nodiscard]] Source fpsim();
[[nodiscard]] Source fpsim_alliance();

} // namespace casus::data::sources
