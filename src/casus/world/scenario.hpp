// What-if: named changes to the figures of a world and to parameters.
#pragma once

#include "casus/base/error.hpp"
#include "casus/base/text.hpp"
#include "casus/world/builder.hpp"
#include "casus/world/parameters.hpp"

#include <string>
#include <vector>

namespace casus {

/// One change, as users write it: "hegemon.reward_budget=0.7", "ally[KOR].issue[trade].exclusivity[CHN]=0.9",
/// "parameter.temperature=0.1". A value may be relative: "*0.8", "+0.1", "-0.1".
struct Change {
    std::string path;
    std::string value;
    Place place{}; ///< where it was written; empty: on the command line
};

struct Scenario {
    std::string code;
    Text name;
    std::vector<Change> changes;
    Place place{};
};

struct Altered {
    World world;
    Parameters parameters;
};

/// The world that the builder makes and the parameters, with the scenario's changes. What is derived from a changed
/// figure follows it. Spreads stay as they are, so that draws of the changed and the unchanged world are paired. An Error
/// names every path that does not exist (with the nearest that does), every value out of range.
[[nodiscard]] Altered apply(Scenario const& scenario, WorldBuilder const& base, Parameters const& parameters);

} // namespace casus
