// The verbs below `casus codes`, and what they share.
#pragma once

#include "verbs.hpp"

#include "casus/data/codes/codes.hpp"
#include "casus/report/document.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace casus::app {

void add_codes_convert(CLI::App& codes, Call const& call);
void add_codes_show(CLI::App& codes, Call const& call);

/// An era in "casus.codes/1": cow, cow_letters, gw, iso2, iso3 (null where it has none), name {en, zh}, first_year,
/// last_year (null: still so).
[[nodiscard]] nlohmann::ordered_json era_json(data::StateEra const& era);

/// The words for --from and --to.
[[nodiscard]] std::vector<std::string> const& code_systems();

} // namespace casus::app
