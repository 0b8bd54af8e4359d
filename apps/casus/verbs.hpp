// The program's verbs: each adds itself to the command line and runs when it is named.
#pragma once

#include "casus/base/text.hpp"

#include <CLI/CLI.hpp>

#include <cstdint>
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

/// One verb on the command line. Values are checked here and not by CLI11, whose complaints are in English only.
class Verb {
public:
    /// `run` is called when the verb was named and everything on the command line was understood. `example` is what
    /// a reader of the help can type.
    Verb(CLI::App& program, Call const& call, std::string const& name, Text const& description,
         std::string const& example, std::function<void()> const& run);

    /// The case file, which every verb reads.
    void add_case(std::string& path);
    /// A required argument without dashes.
    void add_argument(std::string const& name, std::string& value, Text const& description);
    /// The same where it may be left out.
    void add_optional_argument(std::string const& name, std::string& value, Text const& description);
    /// One or more arguments without dashes, or any number.
    void add_arguments(std::string const& name, std::vector<std::string>& values, Text const& description);
    void add_optional_arguments(std::string const& name, std::vector<std::string>& values, Text const& description);
    /// An option with a value, which must not be empty.
    void add_option(std::string const& name, std::string const& type, std::string& value, Text const& description);
    /// An option with a whole number from `low` to `high`; the value it has is the default that the help shows.
    void add_number(std::string const& name, std::string const& type, std::uint64_t& value, std::uint64_t low,
                    std::uint64_t high, Text const& description);
    /// An option with a number from `low` to `high`.
    void add_real(std::string const& name, std::string const& type, double& value, double low, double high,
                  Text const& description);
    /// An option that may be given several times, once for each entry.
    void add_list(std::string const& name, std::string const& type, std::vector<std::string>& values,
                  Text const& description);
    /// An option whose value is one of `choices`.
    void add_choice(std::string const& name, std::string& value, std::vector<std::string> const& choices,
                    Text const& description);
    void add_flag(std::string const& name, bool& value, Text const& description);
    /// --parameters, --reproducible and --lang are the same for every verb that has them.
    void add_parameters(std::string& set);
    void add_reproducible(bool& reproducible);
    /// --store; open it with store_path().
    void add_store(std::string& path);
    void add_language();

private:
    CLI::Option* add_words(std::string const& name, std::vector<std::string>& values, Text const& description);

    CLI::App* verb_;
    Call const& call_;
};

/// A verb that has verbs of its own below it; it refuses to be named alone, or with a word that none of them is.
[[nodiscard]] CLI::App& add_group(CLI::App& program, Call const& call, std::string const& name, Text const& description,
                                  std::string const& example);

/// "A, B" split at commas, blanks around the pieces dropped.
[[nodiscard]] std::vector<std::string> split(std::string const& list, char at = ',');

void add_assess(CLI::App& program, Call const& call);
void add_explain(CLI::App& program, Call const& call);
void add_robust(CLI::App& program, Call const& call);
void add_contest(CLI::App& program, Call const& call);
void add_compare(CLI::App& program, Call const& call);
void add_check(CLI::App& program, Call const& call);
void add_game(CLI::App& program, Call const& call);
void add_codes(CLI::App& program, Call const& call);
void add_data(CLI::App& program, Call const& call);
void add_panel(CLI::App& program, Call const& call);
void add_cite(CLI::App& program, Call const& call);
void add_world(CLI::App& program, Call const& call);
void add_similarity(CLI::App& program, Call const& call);
void add_alienation(CLI::App& program, Call const& call);
void add_dilemma(CLI::App& program, Call const& call);
void add_endurance(CLI::App& program, Call const& call);
void add_estimate(CLI::App& program, Call const& call);
void add_fit(CLI::App& program, Call const& call);
void add_replicate(CLI::App& program, Call const& call);
void add_configuration(CLI::App& program, Call const& call);
void add_balance(CLI::App& program, Call const& call);

} // namespace casus::app
