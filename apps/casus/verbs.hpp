// The program's verbs: each adds itself to the command line and runs when it is named.
#pragma once

#include "casus/base/text.hpp"

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <vector>

namespace casus::app {

/// What every verb knows of the call.
struct Call {
    Language language = Language::English;
    std::vector<std::string> arguments; ///< as typed, the program's name first

    [[nodiscard]] std::string const& say(Text const& text) const { return text.in(language); }
};

/// Adds a verb with its description and an example to the command line. `run` is called when the verb was named and
/// everything on the command line was understood.
CLI::App* add_verb(CLI::App& program, Call const& call, std::string const& name, Text const& description,
                   std::string const& example, std::function<void()> const& run);

void add_assess(CLI::App& program, Call const& call);
void add_explain(CLI::App& program, Call const& call);
void add_robust(CLI::App& program, Call const& call);
void add_check(CLI::App& program, Call const& call);

} // namespace casus::app
