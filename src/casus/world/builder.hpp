// Collects what a case (or a panel) says, checks it as a whole, fills what is absent, and makes a World of it.
#pragma once

#include "casus/world/world.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace casus {

/// An address of a figure, by code; empty where the quantity's extent has no such index.
struct FigureAddress {
    Quantity quantity;
    std::string actor{};   ///< actor, group or empty (all)
    std::string partner{}; ///< the other actor of a dyad; leader, challenger or "regroup" of a side
    std::string issue{};   ///< empty: all issues
    std::string good{};
};

class WorldBuilder {
public:
    // Plain parts, filled by whoever builds.
    Text title;
    Year year;
    std::string leader;
    std::vector<std::string> challengers;
    std::vector<std::string> partners; ///< assessed though no allies
    std::vector<std::string> rivals;   ///< whom the alliance system faces; empty: the challengers
    std::vector<Actor> actors;         ///< roles are worked out by build()
    std::vector<Issue> issues;         ///< first_good is worked out by build()
    std::vector<SourceNote> sources;

    // Where the case names them, in the same order, for problems; may be empty.
    Place leader_place;
    std::vector<Place> challenger_places;
    std::vector<Place> partner_places;
    std::vector<Place> rival_places;
    std::vector<Place> actor_places;

    struct Members {
        std::string code{};
        Place place{}; ///< of the whole treaty or group, may be empty
        Text name{};
        TieType type = TieType::Alliance;
        Year since{};
        Year until{9999};
        std::string source{};
        bool regroups = false;
        std::vector<std::string> members{};
        std::vector<Place> places{}; ///< of the members, may be empty
    };
    std::vector<Members> treaties;
    std::vector<Members> groups;

    /// Records a figure. A nearer address wins over a wider one (actor over group over all; issue over all), and of
    /// equally near ones the higher `layer`, 0 to 7, wins (the case file over its sheets); two at the same address and
    /// layer, or of two groups where no nearer one settles it, are an error that build() reports.
    void set(FigureAddress address, Figure figure, int layer = 0);

    /// Checks everything and reports all problems in one Error.
    [[nodiscard]] World build();

    /// A figure whose value is another than what was recorded, in a world of the same structure. Its spread is `sd`; it
    /// keeps the random number that is its own. Distances, contiguities, barriers and links change in both directions, trade where
    /// the two directions are one figure.
    struct Alteration {
        Quantity quantity;
        std::size_t position; ///< within the quantity's values
        double value;         ///< within the quantity's range
        double sd;
        Basis basis;
    };
    /// Take the place of what was recorded, mirrored, derived or defaulted; the last of one position holds.
    std::vector<Alteration> alterations;

    /// Place to name in problems that concern the whole.
    Place whole;

    /// Problems found while reading, reported together with those that build() finds.
    std::vector<Problem> problems;

    struct Entry {
        FigureAddress address;
        Figure figure;
        int layer;
    };
    /// What set() recorded, in that order.
    [[nodiscard]] std::vector<Entry> const& entries() const { return entries_; }

private:
    std::vector<Entry> entries_;
};

} // namespace casus
