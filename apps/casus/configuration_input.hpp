// What `casus configuration` reads: files, rules in place of a file, and words that name pairs and blocs.
#pragma once

#include "verbs.hpp"

#include "casus/base/manifest.hpp"
#include "casus/measure/configuration/read_landscape.hpp"

#include <string>
#include <tuple>
#include <vector>

namespace casus::app {

struct ConfigurationInput {
    std::string case_path;
    std::string parameters;
    std::string sizes;
    std::string propensities;
    std::string actor_column = "actor";
    std::string size_column = "size";
    std::string same; ///< COLUMN=P
    std::string all;
    std::string neutral;
    std::string missing;
    bool in_order = false;
};

void add_input(Verb& verb, ConfigurationInput& input);

/// An Error where nothing, too much or something that is no number is given, and those of read_landscape.
[[nodiscard]] configuration::ReadLandscape read_input(ConfigurationInput const& input);

[[nodiscard]] std::string landscape_name(ConfigurationInput const& input);
/// Program, and the files that were read: a case with its sheets and parameters, or sizes and propensities.
[[nodiscard]] Manifest landscape_manifest(ConfigurationInput const& input);

/// "A-B=P": two actors, whose names may hold dashes, and a propensity.
[[nodiscard]] std::tuple<std::size_t, std::size_t, double> change_in(std::string const& word,
                                                                     std::vector<std::string> const& actors);

/// "A,B|C,D": blocs; who is named in none stands in one more.
[[nodiscard]] configuration::Blocs blocs_in(std::string const& word, std::vector<std::string> const& actors);

} // namespace casus::app
