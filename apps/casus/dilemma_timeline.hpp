// `casus dilemma timeline`: dated linkages, one after another.
#pragma once

#include "verbs.hpp"

namespace casus::app {

void add_dilemma_timeline(CLI::App& dilemma, Call const& call);

} // namespace casus::app
