// The [[scenario]] blocks of a case file.
#pragma once

#include "casus/world/case_file/toml_reader.hpp"
#include "casus/world/scenario.hpp"
#include "casus/world/world.hpp"

#include <vector>

namespace casus::case_file {

[[nodiscard]] std::vector<Scenario> read_scenarios(TomlReader& reader, TomlValue const& section);

/// Reports every path that names nothing in the world.
void check_paths(TomlReader& reader, std::vector<Scenario> const& scenarios, World const& world);

} // namespace casus::case_file
