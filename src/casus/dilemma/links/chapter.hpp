// The best links as result shapes, as JSON (docs/dilemma-links.md) and as a graph for other programs.
#pragma once

#include "casus/base/result.hpp"
#include "casus/dilemma/links/analysis.hpp"
#include "casus/world/world.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace casus::dilemma {

/// A world's analysis with what is needed to name things.
struct LinkReport {
    World const& world;
    System const& system;
    LinkAnalysis const& analysis;

    [[nodiscard]] std::string code(std::size_t member) const { return world.actor(system.members[member]).code; }
    [[nodiscard]] std::string name(LinkCandidate const& link) const { return link_name(world, system, link); }
    /// "JPN-GBR, KOR-DEU ½"; a dash where there is none.
    [[nodiscard]] std::string names(LinkLevels const& levels) const;
};

/// Best sets, frontier, links' worth, lynchpins, whom it helps, notes.
[[nodiscard]] Chapter link_chapter(LinkReport const& report);

/// The fields of casus.dilemma-links/1 but schema, manifest and title.
[[nodiscard]] nlohmann::ordered_json link_document(LinkReport const& report);

/// The system with the best set of links as GraphML: nodes with role, branches, place, sums of links before and after;
/// edges of alliance, links that stood, links required and chosen.
[[nodiscard]] std::string link_graphml(LinkReport const& report);

} // namespace casus::dilemma
