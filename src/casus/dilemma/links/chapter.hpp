// The best links as result shapes and as JSON (docs/dilemma-links.md).
#pragma once

#include "casus/base/result.hpp"
#include "casus/dilemma/links/analysis.hpp"
#include "casus/world/world.hpp"

#include <nlohmann/json_fwd.hpp>

#include <span>
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
    [[nodiscard]] std::string names(std::span<LinkCandidate const> candidates, LinkLevels const& levels) const;
};

/// Best sets, frontier, links' worth, lynchpins, whom it helps, notes; with the pictures of frontier and network, which a
/// terminal has no room for, where `pictures`.
[[nodiscard]] Chapter link_chapter(LinkReport const& report, bool pictures);

/// The fields of casus.dilemma-links/1 but schema, manifest and title.
[[nodiscard]] nlohmann::ordered_json link_document(LinkReport const& report);

/// The system before and after the best set of links, members where their capitals lie, coloured by the reliability of
/// their ties.
[[nodiscard]] Network link_network(LinkReport const& report);

/// Cost and the objective of the sets on the frontier, one without links the reference.
[[nodiscard]] Scatter frontier_scatter(LinkReport const& report);

/// Of the frontier the sets that no cheaper one beats by the objective, at most so many, evenly taken.
[[nodiscard]] std::vector<LinkPoint> rising_frontier(LinkAnalysis const& analysis, std::size_t most);

} // namespace casus::dilemma
