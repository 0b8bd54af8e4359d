// The files of verbs that estimate: JSON, tables, a page.
#pragma once

#include "verbs.hpp"

#include "casus/report/document.hpp"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <string>

namespace casus::app {

struct ReportFiles {
    std::string json;
    std::string csv;
    std::string html;
};

/// --json, --csv, --html and --lang.
void add_estimate_files(Verb& verb, ReportFiles& files);

/// Writes tables, page and what `document` makes where they were asked for. True where one of them went to standard
/// output: then nothing else is to be printed.
[[nodiscard]] bool write_files(ReportFiles const& files, Call const& call, report::Report const& report,
                               std::function<nlohmann::ordered_json()> const& document);

} // namespace casus::app
