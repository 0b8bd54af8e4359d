#include "casus/world/address.hpp"

#include <fmt/format.h>

namespace casus {

namespace {

std::string side_code(World const& world, std::size_t side) {
    if (side == 0) return world.actor(world.leader()).code;
    if (side + 1 == world.size().sides) return "regroup";
    return world.actor(world.challengers()[side - 1]).code;
}

std::string cell_address(World const& world, std::size_t cell) {
    std::size_t const issues = world.size().issues;
    return fmt::format("{}/{}", world.actor(world.assessed()[cell / issues]).code, world.issues()[cell % issues].code);
}

std::string endowment_address(World const& world, std::size_t position) {
    std::size_t const good = position % world.size().goods;
    std::string actor = world.actors()[position / world.size().goods].code;
    for (Issue const& issue : world.issues())
        if (good >= issue.first_good && good < issue.first_good + issue.goods.size())
            return fmt::format("{}/{}/{}", actor, issue.code, issue.goods[good - issue.first_good]);
    return actor;
}

} // namespace

std::string address(World const& world, Quantity quantity, std::size_t position) {
    std::size_t const actors = world.size().actors;
    switch (info(quantity).extent) {
    case Extent::System:
        return {};
    case Extent::Actor:
        return world.actors()[position].code;
    case Extent::Issue:
        return world.issues()[position].code;
    case Extent::Cell:
        return cell_address(world, position);
    case Extent::SideCell: {
        std::size_t const cells = world.size().cells();
        return fmt::format("{}/{}", cell_address(world, position % cells), side_code(world, position / cells));
    }
    case Extent::Dyad:
        return fmt::format("{}/{}", world.actors()[position / actors].code, world.actors()[position % actors].code);
    case Extent::Endowment:
        return endowment_address(world, position);
    }
    return {};
}

} // namespace casus
