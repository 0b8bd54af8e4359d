// Who is who: looks up the codes of a builder, works out roles, treaties and groups, and reports what does not fit.
#pragma once

#include "casus/world/builder.hpp"
#include "casus/world/structure.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace casus {

class Roster {
public:
    /// Fills actors' roles, leader, challengers, rivals, assessed, treaties, groups and regroup sizes of `structure`.
    Roster(WorldBuilder const& builder, WorldStructure& structure, std::vector<Problem>& problems);

    /// False when there is no leader or nobody to assess, or a code stands for two things; figures cannot be placed then.
    [[nodiscard]] bool complete() const { return complete_; }

    /// Position of a code, or a problem at `place` with the nearest code.
    [[nodiscard]] std::optional<std::size_t> actor(std::string const& code, Place const& place);
    [[nodiscard]] std::optional<std::size_t> issue(std::string const& code, Place const& place);
    [[nodiscard]] std::optional<std::size_t> good(Issue const& issue, std::string const& code, Place const& place);
    /// Leader 0, challengers from 1 in order, "regroup" last. Nothing, and no further problem, for a challenger that
    /// could not be taken as one.
    [[nodiscard]] std::optional<std::size_t> side(std::string const& code, Place const& place);

    /// Actors that a code stands for: itself, a group's members, or everybody for an empty code.
    [[nodiscard]] std::optional<std::vector<std::size_t>> addressed(std::string const& code, Place const& place);

    /// How near a code comes to an actor: 2 for its own, 1 for a group's, 0 for an empty one.
    [[nodiscard]] int nearness(std::string const& code) const;

    /// Where the case names an actor, or the place of the whole.
    [[nodiscard]] Place place_of(std::size_t actor) const;

    /// Position among the assessed, or nothing for other actors.
    [[nodiscard]] std::optional<std::size_t> assessed(std::size_t actor) const { return assessed_of_[actor]; }

private:
    [[nodiscard]] Place place_in(std::vector<Place> const& places, std::size_t n) const;
    void read_actors(WorldBuilder const& builder);
    void read_groups(WorldBuilder const& builder);
    void read_treaties(WorldBuilder const& builder);
    void read_roles(WorldBuilder const& builder);
    [[nodiscard]] std::optional<std::size_t> claim(std::string const& code, Role role, Place const& place);
    void read_allies();
    void read_rivals(WorldBuilder const& builder);
    void read_sides(WorldBuilder const& builder);
    void measure_regrouping();
    [[nodiscard]] std::vector<ActorId> members(WorldBuilder::Members const& list, Place const& fallback);
    void complain(Place const& place, Text what, std::string const& found, Text expected = {}, std::string near = {});

    WorldStructure& structure_;
    std::vector<Problem>& problems_;
    Place whole_;
    std::vector<Place> actor_places_;
    std::map<std::string, std::size_t, std::less<>> actor_of_;
    std::map<std::string, std::size_t, std::less<>> issue_of_;
    std::map<std::string, std::size_t, std::less<>> group_of_;
    std::vector<std::string> actor_codes_;
    std::vector<std::string> actor_or_group_codes_;
    std::vector<std::string> issue_codes_;
    std::vector<std::string> side_codes_; ///< as the case names them, also those that could not be taken
    std::vector<std::optional<std::size_t>> sides_;
    std::vector<std::optional<std::size_t>> assessed_of_;
    bool complete_ = false;
};

} // namespace casus
