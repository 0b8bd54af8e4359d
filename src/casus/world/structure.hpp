// What a world is made of: actors, issues, treaties, groups, and where its figures lie and what they rest on.
#pragma once

#include "casus/base/identifier.hpp"
#include "casus/base/text.hpp"
#include "casus/world/figure.hpp"
#include "casus/world/quantity.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace casus {

enum class ActorKind { State, Region, Organisation, Firm, Movement };

/// What an actor is to the leader in this world.
enum class Role {
    Leader,
    Challenger,
    Ally,    ///< shares a treaty of alliance with the leader that is in force in the world's year
    Partner, ///< no ally, but its stance is assessed (the third group of figure 1: India, Viet Nam)
    Other,   ///< part of the environment only
};

struct Actor {
    std::string code; ///< as in the case file, unique
    Text name;
    ActorKind kind = ActorKind::State;
    Role role = Role::Other;
};

/// One product of a production game: sells at `price`, uses `uses[g]` units of good g (game/production.hpp).
struct Recipe {
    Text name;
    double price = 0.0;
    std::vector<double> uses;
};

/// Where the surplus σ of a pair comes from when a case does not give it cell by cell.
enum class MatchRule {
    Given,      ///< every match is a figure of the case
    Goods,      ///< production game with governance cost over endowments
    Trade,      ///< x/(x+κ), x trade over the ally's GDP
    Regime,     ///< 1 − |r_i − r_a|
    Protection, ///< commitment × share of the power that reaches the ally × (1 − threat from that side)
};

/// How need n_ik is read.
enum class NeedRule {
    Judged, ///< sensitivity ⊕ vulnerability
    Threat, ///< T_i · shortfall_i, from the threat measure
};

struct Issue {
    std::string code;
    Text name;
    MatchRule match = MatchRule::Given;
    NeedRule need = NeedRule::Judged;
    std::vector<std::string> goods; ///< codes of its goods; empty unless match is Goods
    std::vector<Recipe> recipes;
    std::size_t first_good = 0; ///< position of goods[0] among the goods of all issues
};

/// Types of ties, from a treaty of alliance to neutrality.
enum class TieType { Alliance, QuasiAlliance, Entente, Alignment, Coalition, Neutrality };

/// An n-party treaty or understanding; dyads are derived from it only where a method needs them.
struct Treaty {
    std::string code;
    Text name;
    TieType type = TieType::Alliance;
    Year since;
    Year until; ///< 9999: in force without an end
    std::vector<ActorId> members;
    std::string source;

    [[nodiscard]] bool in_force(Year year) const { return since <= year && year <= until; }
};

/// A set of actors that may be named together in judgements; actors of a regrouping set can band together
/// without leader and challengers (抱团取暖).
struct Group {
    std::string code;
    Text name;
    bool regroups = false;
    std::vector<ActorId> members;
};

struct SourceNote {
    std::string key;
    std::string citation;
};

/// Sizes of a world.
struct Dimensions {
    std::size_t actors = 0;
    std::size_t assessed = 0; ///< allies, then partners
    std::size_t allies = 0;
    std::size_t issues = 0;
    std::size_t sides = 0; ///< leader, challengers, regroup
    std::size_t goods = 0;

    [[nodiscard]] std::size_t cells() const { return assessed * issues; }
    [[nodiscard]] std::size_t count(Extent extent) const;
};

/// Everything about a world but its values; shared between its copies.
struct WorldStructure {
    Text title;
    Year year;
    Dimensions size;
    std::vector<Actor> actors;
    std::vector<Issue> issues;
    std::vector<Treaty> treaties;
    std::vector<Group> groups;
    std::vector<SourceNote> sources;
    ActorId leader;
    std::vector<ActorId> challengers;
    std::vector<ActorId> rivals;
    std::vector<ActorId> assessed;
    std::vector<double> regroup_size;
    std::vector<std::size_t> environment_first;
    std::vector<ActorId> environment;
    std::array<std::size_t, quantity_count> offset{};
    std::array<std::size_t, quantity_count> length{};
    std::vector<std::uint32_t> basis_of; ///< per figure, position in bases
    std::vector<Basis> bases;
    std::vector<double> sds;
    std::vector<std::uint32_t> uncertain; ///< positions of the figures with a spread, ascending
    std::vector<double> low, high;        ///< their ranges, in the same order
    std::vector<std::uint32_t> blocks;    ///< random blocks that they need: position / 4, ascending
    std::vector<std::uint32_t> slot;      ///< where in those blocks each one's normal lies
};

} // namespace casus
