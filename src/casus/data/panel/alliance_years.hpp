// The unit that dyads cannot give: an alliance in a year, with all its members.
#pragma once

#include "casus/data/panel/panel.hpp"

namespace casus::data {

/// A row for each alliance and year on a day of which at least two members are bound, by the alliance's number, then
/// year. Of the request's features "alliances" chooses whose alliances (atop or cow); those of single states become
/// columns over the members in that year: name_sum, name_max and name_min of quantities of nmc; majors; name_mean and
/// name_range of all others. Further columns: members, bilateral, what any member owes (defense …), years_in_force (0 in
/// the first), phase, ends (1 in the last year, 0 where it goes on) and, of ATOP, term (its code for how it ended).
/// `progress` gets one step for each feature. Errors: as build_panel; a feature that only pairs have.
[[nodiscard]] Panel alliance_years(Store const& store, PanelRequest const& request, Progress* progress = nullptr);

/// Those of ATOP in these years, with Walt's terms (the feature "walt").
[[nodiscard]] Panel walt_years(Store const& store, Coverage const& years, std::size_t threads);

} // namespace casus::data
