// casus endurance CASE, and the verbs below `casus endurance`.
#pragma once

#include "verbs.hpp"

namespace casus::app {

/// `casus endurance CASE` and `casus endurance --year Y`; verbs that are added below it run instead of it when named.
CLI::App& add_endurance_outlook(CLI::App& program, Call const& call);

} // namespace casus::app
