// Where a verb's results go: the terminal, standard output, files.
#pragma once

#include "verbs.hpp"

#include "casus/report/document.hpp"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::app {

/// Writes to standard output. An Error where that fails, as on a full disk.
void print(std::string_view text);

/// Prints a report in the terminal's colours and width.
void print_report(report::Report const& report, Call const& call);

/// Writes to a file, or to standard output where the path is "-".
void write_or_print(std::string const& path, std::string const& content);

/// Writes what `document` makes as JSON where a path is given, "-" being standard output. True where it went there: then
/// nothing else is to be printed.
[[nodiscard]] bool json_is_all(std::string const& path, std::function<nlohmann::ordered_json()> const& document);

/// The program's own part of a manifest.
[[nodiscard]] Manifest manifest_of(std::string const& verb);

/// A report of these chapters that rests on no case.
[[nodiscard]] report::Report report_of(std::string const& verb, Text title, std::vector<Chapter> chapters);

/// {"schema", "manifest"}: how every document begins.
[[nodiscard]] nlohmann::ordered_json begin_document(std::string const& schema, Manifest const& manifest);

} // namespace casus::app
