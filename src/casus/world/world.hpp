// One year of an alliance system: who there is, on what they meet, how they are tied, and every figure.
//
// A World is immutable. Its structure (actors, issues, treaties, spreads, sources) is shared between copies; its
// figures lie in one flat array, a quantity after the other, so that a sampled world costs one linear pass.
#pragma once

#include "casus/world/structure.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace casus {

class World {
public:
    [[nodiscard]] Text const& title() const { return structure_->title; }
    [[nodiscard]] Year year() const { return structure_->year; }
    [[nodiscard]] Dimensions const& size() const { return structure_->size; }

    [[nodiscard]] std::span<Actor const> actors() const { return structure_->actors; }
    [[nodiscard]] std::span<Issue const> issues() const { return structure_->issues; }
    [[nodiscard]] std::span<Treaty const> treaties() const { return structure_->treaties; }
    [[nodiscard]] std::span<Group const> groups() const { return structure_->groups; }
    [[nodiscard]] std::span<SourceNote const> sources() const { return structure_->sources; }
    [[nodiscard]] Actor const& actor(ActorId id) const { return structure_->actors[id.index()]; }
    [[nodiscard]] Issue const& issue(IssueId id) const { return structure_->issues[id.index()]; }

    [[nodiscard]] ActorId leader() const { return structure_->leader; }
    [[nodiscard]] std::span<ActorId const> challengers() const { return structure_->challengers; }
    /// Whom the alliance system faces: challengers, and others that the case names; the challengers where it names none.
    [[nodiscard]] std::span<ActorId const> rivals() const { return structure_->rivals; }
    /// The actor of a side: the leader for 0, then the challengers; not for regroup, the last side.
    [[nodiscard]] ActorId side_actor(std::size_t side) const { return side == 0 ? leader() : challengers()[side - 1]; }
    /// Allies first, then partners, each in the order of the case; a cell's first index counts in this list.
    [[nodiscard]] std::span<ActorId const> assessed() const { return structure_->assessed; }
    /// Size of the largest regrouping set that the assessed actor belongs to, without leader and challengers, at
    /// least 1.
    [[nodiscard]] double regroup_size(std::size_t assessed) const { return structure_->regroup_size[assessed]; }
    /// Actors whose threat an actor reckons with: contiguous ones, the leader and the challengers, and any that
    /// is more hostile than the default.
    [[nodiscard]] std::span<ActorId const> environment(ActorId actor) const;

    /// All values of a quantity, laid out as its extent says. A NaN in Match means: by the issue's rule.
    [[nodiscard]] std::span<double const> values(Quantity quantity) const {
        return {values_.data() + structure_->offset[static_cast<std::size_t>(quantity)],
                structure_->length[static_cast<std::size_t>(quantity)]};
    }
    [[nodiscard]] double value(Quantity quantity, std::size_t position = 0) const { return values(quantity)[position]; }
    [[nodiscard]] double sd(Quantity quantity, std::size_t position = 0) const;
    [[nodiscard]] Basis const& basis(Quantity quantity, std::size_t position = 0) const;

    /// Positions within a quantity's values.
    [[nodiscard]] std::size_t cell(std::size_t assessed, IssueId issue) const {
        return assessed * size().issues + issue.index();
    }
    [[nodiscard]] std::size_t side_cell(std::size_t side, std::size_t cell) const {
        return side * size().cells() + cell;
    }
    [[nodiscard]] std::size_t dyad(ActorId actor, ActorId partner) const {
        return actor.index() * size().actors + partner.index();
    }

    /// A copy in which a quantity has these values (as many as it has), clipped to its range. Spreads, sources and what
    /// was derived from the quantity stay as they are.
    [[nodiscard]] World with(Quantity quantity, std::span<double const> values) const;

    /// Overwrites `into` (a copy of this world) with draw number `run`: every figure with a spread is normal around
    /// its value, clipped to its range; independent between figures (one that is mirrored in the other direction is one figure);
    /// a function of (seed, run, year, figure) only.
    void draw(std::uint64_t seed, std::uint32_t run, World& into) const;

private:
    friend class WorldBuilder;

    std::shared_ptr<WorldStructure const> structure_;
    std::vector<double> values_;
    std::vector<double> normals_; ///< scratch of draw()
};

} // namespace casus
