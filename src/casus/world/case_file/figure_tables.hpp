// Figures inside the tables of a case file: which keys of a table are quantities, and what each records.
#pragma once

#include "casus/world/builder.hpp"
#include "casus/world/case_file/codes.hpp"
#include "casus/world/case_file/toml_reader.hpp"

#include <string>
#include <vector>

namespace casus::case_file {

/// Which of two figures at the same address wins: the higher layer.
inline constexpr int figures_layer = 0;
inline constexpr int judgements_layer = 1;
inline constexpr int case_layer = 2;

/// Keys that a table may have: `plain` ones, and all quantities of these extents but endowments (a table apart).
[[nodiscard]] std::vector<std::string> table_keys(std::vector<std::string> plain, std::vector<Extent> const& extents);

/// What stands for a figure that could not be read: within the range, so that it causes no second problem.
[[nodiscard]] double harmless(Quantity quantity);

/// Records every quantity of these extents that the table holds at `at` (whose quantity and partner are filled in
/// here). Side and dyad quantities are tables by partner.
void read_figures(TomlReader& reader, TomlValue const& table, std::vector<Extent> const& extents,
                  FigureAddress const& at, Codes const& codes, WorldBuilder& builder);

/// Records one quantity.
void read_figure(TomlReader& reader, TomlEntry const& entry, Quantity quantity, FigureAddress at, Codes const& codes,
                 WorldBuilder& builder);

} // namespace casus::case_file
