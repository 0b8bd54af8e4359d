// A report: what the command line shows on a terminal, writes as CSV and JSON, and sets as a page.
#pragma once

#include "casus/base/manifest.hpp"
#include "casus/base/result.hpp"

#include <string>
#include <utility>
#include <vector>

namespace casus::report {

/// Ids of chapters are unique among chapters, ids of shapes among shapes; file names and anchors are made from them.
struct Report {
    Text title;
    Text subtitle;
    std::vector<Chapter> chapters;
    std::vector<std::pair<std::string, std::string>> sources; ///< key as a ledger names it, and citation
    Manifest manifest;                                        ///< an empty `run` is not shown
};

} // namespace casus::report
