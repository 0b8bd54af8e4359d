// [treaties] and [groups]: sets of actors, tied or merely named together.
#pragma once

#include "casus/world/builder.hpp"
#include "casus/world/case_file/toml_reader.hpp"

namespace casus::case_file {

void read_treaties(TomlReader& reader, TomlValue const& section, WorldBuilder& builder);
void read_groups(TomlReader& reader, TomlValue const& section, WorldBuilder& builder);

} // namespace casus::case_file
