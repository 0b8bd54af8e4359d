// The numbers of a report as files for R, Stata and spreadsheets.
#pragma once

#include "casus/report/document.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace casus::report {

/// One shape as RFC 4180 text with a heading row, LF line ends, dot decimals, `NA` for what is missing, texts in
/// English and numbers in the fewest digits that read back as the same double. Nothing for notes and ledgers.
///   Matrix: row, column, value[, low, high][, mark], a line per cell
///   Bars:   key, value[, low, high]
///   Curves: panel, curve, x, value[, low, high], a line per point
///   Network: from, to, kind, weight, panel, added (0 or 1), a line per edge
///   Scatter: key, x[, x_low, x_high], y[, y_low, y_high], frontier, reference (0 or 1), a line per point
///   Table:  its column keys; KEY_low and KEY_high follow a column that holds intervals
[[nodiscard]] std::optional<std::string> csv(Shape const& shape);

/// The nodes of a network: node, name, group, x, y, size[, value_PANEL for each panel with values].
[[nodiscard]] std::string nodes_csv(Network const& network);

/// A file ID.csv (`/` in an id becomes `-`) for each shape of numbers, ID-nodes.csv for each network, and
/// manifest.json, in `folder`, which is made where it is missing. The manifest says how it was run unless its `run` is empty. An Error where a file
/// cannot be written.
void write_csv(Report const& report, std::filesystem::path const& folder);

} // namespace casus::report
