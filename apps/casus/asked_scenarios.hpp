// The scenarios that a command line asks for.
#pragma once

#include "verbs.hpp"

#include "casus/world/scenario.hpp"

#include <string>
#include <vector>

namespace casus::app {

struct AskedScenarios {
    std::vector<std::string> changes; ///< of --set
    std::vector<std::string> names;   ///< of --scenario
};

/// --set and --scenario.
void add_scenarios(Verb& verb, AskedScenarios& asked, Text const& scenario);

/// The changes as one scenario, then the named ones of `known`; an Error where a name is unknown.
[[nodiscard]] std::vector<Scenario> scenarios_of(AskedScenarios const& asked, std::vector<Scenario> const& known);

/// An Error where two have the same code.
void refuse_repeated(std::vector<Scenario> const& scenarios);

} // namespace casus::app
