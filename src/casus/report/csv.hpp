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
///   Table:  its column keys; KEY_low and KEY_high follow a column that holds intervals
[[nodiscard]] std::optional<std::string> csv(Shape const& shape);

/// A file ID.csv (`/` in an id becomes `-`) for each matrix, bars, curves and table, and manifest.json, in `folder`, which
/// is made where it is missing. The manifest says how it was run unless its `run` is empty. An Error where a file
/// cannot be written.
void write_csv(Report const& report, std::filesystem::path const& folder);

} // namespace casus::report
