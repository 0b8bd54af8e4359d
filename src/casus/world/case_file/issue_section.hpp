// [issues]: on what actors meet, the rules of each issue, and figures that hold for every actor on it.
#pragma once

#include "casus/world/case_file/figure_tables.hpp"

namespace casus::case_file {

/// Adds the issues in the order of the file, with goods and recipes where match = "goods".
void read_issues(TomlReader& reader, TomlValue const& section, WorldBuilder& builder);

/// Records the figures of [issues.CODE]: its own, and those for every actor on it.
void read_issue_figures(TomlReader& reader, TomlValue const& section, Codes const& codes, WorldBuilder& builder);

/// Records [cells.ACTOR.ISSUE], where ACTOR may be a group.
void read_cells(TomlReader& reader, TomlValue const& section, Codes const& codes, WorldBuilder& builder);

} // namespace casus::case_file
