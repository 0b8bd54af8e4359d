// An alliance system: leader, members, the branches that they form with it, and the rivals that it faces (Wei Bing 2025,
// 联盟体系困境与联盟联结; docs/dilemma.md).
#pragma once

#include "casus/base/text.hpp"
#include "casus/world/world.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::dilemma {

/// One alliance of the leader: a treaty of alliance in force in the world's year.
struct Branch {
    std::string code;
    Text name;
    std::vector<std::size_t> members; ///< positions in System::members; not empty
};

/// Who is who. Made once for a world's structure.
struct System {
    /// Errors: no ally, no rival, a distance between two of them unknown.
    explicit System(World const& world);

    ActorId leader;
    std::vector<ActorId> members; ///< the leader's allies, in the order of the case
    std::vector<ActorId> rivals;
    std::vector<Branch> branches;

    /// Whether two members share a branch; only pairs that share none can be linked.
    [[nodiscard]] bool same_branch(std::size_t a, std::size_t b) const { return shared_[a * members.size() + b]; }
    /// Position of a member by its code; an Error, with the nearest code, where it is none.
    [[nodiscard]] std::size_t member(World const& world, std::string_view code) const;
    /// The same for rivals.
    [[nodiscard]] std::size_t rival(World const& world, std::string_view code) const;

private:
    std::vector<bool> shared_;
};

} // namespace casus::dilemma
