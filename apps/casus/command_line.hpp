// From words on the command line to a verb that runs.
#pragma once

namespace casus::app {

/// Runs the verb that the words name and returns the program's exit status: 0, or 2 for errors of the user, which
/// are said on standard error in the language of the call.
[[nodiscard]] int run_command_line(int argc, char** argv);

} // namespace casus::app
