#include "casus/world/world.hpp"

#include "casus/base/random.hpp"

#include <algorithm>
#include <cassert>

namespace casus {

std::size_t Dimensions::count(Extent extent) const {
    switch (extent) {
    case Extent::System:
        return 1;
    case Extent::Actor:
        return actors;
    case Extent::Issue:
        return issues;
    case Extent::Cell:
        return cells();
    case Extent::SideCell:
        return sides * cells();
    case Extent::Dyad:
        return actors * actors;
    case Extent::Endowment:
        return actors * goods;
    }
    return 0;
}

std::span<ActorId const> World::environment(ActorId actor) const {
    auto const& first = structure_->environment_first;
    return std::span(structure_->environment)
        .subspan(first[actor.index()], first[actor.index() + 1] - first[actor.index()]);
}

double World::sd(Quantity quantity, std::size_t position) const {
    return structure_->sds[structure_->offset[static_cast<std::size_t>(quantity)] + position];
}

Basis const& World::basis(Quantity quantity, std::size_t position) const {
    return structure_->bases[structure_->basis_of[structure_->offset[static_cast<std::size_t>(quantity)] + position]];
}

World World::with(Quantity quantity, std::span<double const> values) const {
    assert(values.size() == this->values(quantity).size());
    World changed = *this;
    QuantityInfo const& range = info(quantity);
    double* const into = changed.values_.data() + structure_->offset[static_cast<std::size_t>(quantity)];
    for (std::size_t n = 0; n < values.size(); ++n) into[n] = std::clamp(values[n], range.low, range.high);
    return changed;
}

void World::draw(std::uint64_t seed, std::uint32_t run, World& into) const {
    assert(into.structure_ == structure_);
    WorldStructure const& s = *structure_;
    into.normals_.resize(4 * s.blocks.size());
    fill_normals(
        {.seed = seed, .run = run, .year = static_cast<std::uint32_t>(s.year.value), .purpose = Purpose::Figures},
        s.blocks, into.normals_);
    for (std::size_t n = 0; n < s.uncertain.size(); ++n) {
        std::uint32_t const at = s.uncertain[n];
        into.values_[at] = std::clamp(values_[at] + s.sds[at] * into.normals_[s.slot[n]], s.low[n], s.high[n]);
    }
}

} // namespace casus
