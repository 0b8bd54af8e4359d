// [actors]: who there is, and the figures of each.
#pragma once

#include "casus/world/case_file/figure_tables.hpp"

namespace casus::case_file {

/// Adds the actors in the order of the file. A state or region whose code is ISO 3166 alpha-3 is named by ICU in
/// each language that the file leaves out.
void read_actors(TomlReader& reader, TomlValue const& section, WorldBuilder& builder);

/// Records the figures of [actors.CODE], its trade and other dyads by partner, and its endowments by issue and good.
void read_actor_figures(TomlReader& reader, TomlValue const& section, Codes const& codes, WorldBuilder& builder);

} // namespace casus::case_file
