// `casus dilemma CASE`, and the verbs below `casus dilemma`.
#pragma once

#include "verbs.hpp"

namespace casus::app {

/// `casus dilemma CASE`; verbs that are added below it run instead of it when named.
CLI::App& add_dilemma_assess(CLI::App& program, Call const& call);

void add_dilemma_claim(CLI::App& dilemma, Call const& call);
void add_dilemma_links(CLI::App& dilemma, Call const& call);
void add_dilemma_timeline(CLI::App& dilemma, Call const& call);
void add_dilemma_evidence(CLI::App& dilemma, Call const& call);

} // namespace casus::app
