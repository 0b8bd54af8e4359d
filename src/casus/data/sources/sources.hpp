// One function for each published data set, listed in all.cpp; what a project publishes together stands in one file.
#pragma once

#include "casus/data/source.hpp"

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

// The rest.

} // namespace casus::data::sources
