// `casus dilemma evidence`: were alliances honoured in war, and would the lens have said so?
#pragma once

#include "verbs.hpp"

namespace casus::app {

void add_dilemma_evidence(CLI::App& dilemma, Call const& call);

} // namespace casus::app
