// A case opened with its parameters, and the manifest of what was opened.
#pragma once

#include "verbs.hpp"

#include "casus/base/manifest.hpp"
#include "casus/report/document.hpp"
#include "casus/world/case_file/case_file.hpp"
#include "casus/world/case_file/parameter_file.hpp"

#include <chrono>
#include <string>

namespace casus::app {

struct OpenedCase {
    case_file::Case read;
    case_file::ParameterSet parameters;
};

/// Reads a case and the parameter set that it, or `parameters` where that is not empty, names. An Error where the path
/// names no file, with the nearest case beside it.
[[nodiscard]] OpenedCase open_case(std::string const& path, std::string const& parameters);

/// A parameter set by its name or path, as --parameters takes it; "judgement" where empty.
[[nodiscard]] case_file::ParameterSet open_parameters(std::string const& name);

/// Program, case and parameters; seed and draws are the verb's to add.
[[nodiscard]] Manifest manifest_of(std::string const& verb, OpenedCase const& opened);

/// Adds what describes the run: command line, start, seconds, machine.
void describe_run(Manifest& manifest, Call const& call, std::chrono::system_clock::time_point started);

/// Title, subtitle, sources and manifest of a report on the case; its chapters are the verb's to add.
[[nodiscard]] report::Report report_on(OpenedCase const& opened, Text subtitle, Manifest manifest);

} // namespace casus::app
