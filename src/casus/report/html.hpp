// A report as one page that opens without a network: style, script and pictures are inside it.
#pragma once

#include "casus/report/document.hpp"

#include <string>

namespace casus::report {

/// HTML5 in one language. Without scripts all of it can be read and the cells of a matrix are links to their
/// ledgers; with them rows sort, cells show their intervals and open their ledgers beside the picture.
[[nodiscard]] std::string html(Report const& report, Language language);

} // namespace casus::report
