// The system as it stands beside scenarios and remedies, drawn in pairs.
#pragma once

#include "casus/dilemma/sampled.hpp"
#include "casus/world/scenario.hpp"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <vector>

namespace casus::dilemma {

/// One scenario beside the base. Both have the same actors, so that outputs have the same places in both.
struct Compared {
    Scenario const& scenario;
    Evaluation const& after;
    std::span<Interval const> interval;   ///< central 90 % under the scenario, per output
    std::span<Interval const> difference; ///< of scenario less base, draw by draw, per output
};

struct Comparison {
    Sampled base;
    std::vector<Compared> scenarios;
};

/// The changes made; the system and every tie at the base and under the scenario, with the central 90 % of each difference.
[[nodiscard]] Chapter what_if_chapter(Comparison const& comparison, Compared const& scenario);

/// A list with an object per scenario (docs/dilemma-json.md).
[[nodiscard]] nlohmann::ordered_json what_if_document(Comparison const& comparison);

} // namespace casus::dilemma
