// A report as text for a terminal.
#pragma once

#include "casus/report/document.hpp"

#include <string>

namespace casus::report {

struct TerminalStyle {
    bool colour = false; ///< ANSI escapes: shaded matrices, bold heads, dimmed sources
    int width = 100;     ///< columns of the terminal; fewer than 60 are taken as 60
};

/// The report in one language; no line is wider than the style allows. Ledgers that a matrix of the report links to
/// are not printed (there is one for each cell), only how to read them.
[[nodiscard]] std::string terminal(Report const& report, Language language, TerminalStyle const& style);

} // namespace casus::report
