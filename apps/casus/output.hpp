// Where a verb's results go: the terminal, standard output, files.
#pragma once

#include "verbs.hpp"

#include "casus/report/document.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace casus::app {

/// Writes to standard output. An Error where that fails, as on a full disk.
void print(std::string_view text);

/// Prints a report in the terminal's colours and width.
void print_report(report::Report const& report, Call const& call);

/// Writes to a file, or to standard output where the path is "-".
void write_or_print(std::string const& path, std::string const& content);

/// {"schema", "manifest"}: how every document begins.
[[nodiscard]] nlohmann::ordered_json begin_document(std::string const& schema, Manifest const& manifest);

} // namespace casus::app
