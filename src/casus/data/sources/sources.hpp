// One function for each published data set, listed in all.cpp; what a project publishes together stands in one file.
#pragma once

#include "casus/data/source.hpp"

namespace casus::data::sources {

// The state system, security and alliances.

[[nodiscard]] Source cow_states();
[[nodiscard]] Source nmc();
[[nodiscard]] Source atop_member();

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
