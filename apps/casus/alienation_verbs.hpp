// The verbs below `casus alienation`.
#pragma once

#include "verbs.hpp"

namespace casus::app {

void add_alienation_measure(CLI::App& alienation, Call const& call);

} // namespace casus::app
