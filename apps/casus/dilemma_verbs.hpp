// The verbs below `casus dilemma`.
#pragma once

#include "verbs.hpp"

namespace casus::app {

void add_dilemma(CLI::App& program, Call const& call);
void add_dilemma_claim(CLI::App& dilemma, Call const& call);
void add_dilemma_strategies(CLI::App& dilemma, Call const& call);

} // namespace casus::app
