// What-if: named changes to the figures of a world and to parameters (docs/what-if.md).
#pragma once

#include "casus/base/error.hpp"
#include "casus/base/text.hpp"
#include "casus/world/builder.hpp"
#include "casus/world/parameters.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus {

/// One change, as users write it: "hegemon.reward_budget=0.7", "ally[KOR].issue[trade].exclusivity[CHN]=0.9",
/// "parameter.temperature=0.1" (paths: scenario_path.hpp). A value with a sign or a star in front is relative to what
/// stood there: "*0.8", "+0.1", "-0.1"; a second equal sign takes a sign as it is: "parameter.threat_constant==-3".
struct Change {
    std::string path;
    std::string value;
    Place place{};        ///< where it was written; empty: on the command line
    std::string reason{}; ///< why by so much, may be empty
};

struct Scenario {
    std::string code;
    Text name;
    std::vector<Change> changes; ///< made one after the other: a relative one starts from what those before it left
    Place place{};
    Text reason{}; ///< what it stands for and what its sizes rest on, may be empty
};

struct Altered {
    World world;
    Parameters parameters;
};

/// "PATH=VALUE" split at its first equal sign, without spaces around either. An Error where one of the three is missing.
[[nodiscard]] Change parse_change(std::string_view text);

/// The world that the builder makes and the parameters, with the scenario's changes. What is derived from a changed
/// figure follows it. Spreads stay as they are, and figures and parameters keep their random numbers, so that draws of the
/// changed and the unchanged world are paired. An Error names every path that does not exist (with the nearest that does),
/// every value out of range.
[[nodiscard]] Altered apply(Scenario const& scenario, WorldBuilder const& base, Parameters const& parameters);

} // namespace casus
