#include "casus/dilemma/system.hpp"

#include "casus/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace casus::dilemma {

namespace {

std::size_t position_of(World const& world, std::vector<ActorId> const& among, std::string_view code, Text const& what,
                        Text const& expected) {
    std::vector<std::string> codes;
    for (ActorId const id : among) codes.push_back(world.actor(id).code);
    auto const found = std::ranges::find(codes, code);
    if (found == codes.end())
        throw Error(Problem{{}, what, std::string(code), expected, nearest(std::string(code), codes)});
    return static_cast<std::size_t>(found - codes.begin());
}

void require_distances(World const& world, System const& system) {
    std::vector<ActorId> all{system.leader};
    all.insert(all.end(), system.members.begin(), system.members.end());
    all.insert(all.end(), system.rivals.begin(), system.rivals.end());
    std::vector<Problem> problems;
    for (std::size_t a = 0; a < all.size(); ++a)
        for (std::size_t b = a + 1; b < all.size(); ++b)
            if (std::isnan(world.value(Quantity::Distance, world.dyad(all[a], all[b]))))
                problems.push_back({{},
                                    {"distance is not known", "缺少距离"},
                                    fmt::format("{}, {}", world.actor(all[a]).code, world.actor(all[b]).code),
                                    {"distance, or latitude and longitude of both", "距离，或双方的纬度与经度"},
                                    {}});
    if (!problems.empty()) throw Error(std::move(problems));
}

} // namespace

System::System(World const& world) : leader(world.leader()), rivals(world.rivals().begin(), world.rivals().end()) {
    for (ActorId const id : world.assessed().first(world.size().allies)) members.push_back(id);
    if (members.empty())
        throw Error(Problem{{},
                            {"the leader has no ally", "主导国没有盟国"},
                            world.actor(leader).code,
                            {"a treaty of alliance with the leader in force in the case's year",
                             "至少一个当年有效的与主导国的联盟条约"},
                            {}});
    if (rivals.empty())
        throw Error(Problem{{},
                            {"the system faces no rival", "联盟体系没有对手"},
                            {},
                            {"rivals or challengers in the case", "案例中的 rivals 或 challengers"},
                            {}});
    shared_.assign(members.size() * members.size(), false);
    for (Treaty const& treaty : world.treaties()) {
        bool const led = std::ranges::find(treaty.members, leader) != treaty.members.end();
        if (treaty.type != TieType::Alliance || !treaty.in_force(world.year()) || !led) continue;
        Branch branch{treaty.code, treaty.name, {}};
        for (ActorId const id : treaty.members)
            if (auto const at = std::ranges::find(members, id); at != members.end())
                branch.members.push_back(static_cast<std::size_t>(at - members.begin()));
        assert(!branch.members.empty()); // the builder refuses treaties of fewer than two
        for (std::size_t const a : branch.members)
            for (std::size_t const b : branch.members) shared_[a * members.size() + b] = true;
        branches.push_back(std::move(branch));
    }
    require_distances(world, *this);
}

std::size_t System::member(World const& world, std::string_view code) const {
    return position_of(world, members, code, {"not a member of the alliance system", "不是联盟体系的成员"},
                       {"the code of an ally of the leader", "主导国盟国的代码"});
}

std::size_t System::rival(World const& world, std::string_view code) const {
    return position_of(world, rivals, code, {"not a rival of the alliance system", "不是联盟体系的对手"},
                       {"the code of a rival", "对手的代码"});
}

} // namespace casus::dilemma
