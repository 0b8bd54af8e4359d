#include "casus/world/case_file/tally.hpp"

#include "casus/world/case_file/toml_reader.hpp"

#include <fmt/format.h>

#include <cmath>
#include <numeric>

namespace casus::case_file {

namespace {

bool has_meaning(World const& world, Quantity quantity, std::size_t position) {
    Dimensions const& size = world.size();
    if (info(quantity).extent == Extent::Dyad) return position / size.actors != position % size.actors;
    if (info(quantity).extent != Extent::SideCell) return true;
    std::size_t const side = position / size.cells();
    if (quantity == Quantity::Exclusivity) return side != 0;
    if (quantity == Quantity::Offer) return side != 0 && side + 1 != size.sides;
    return true;
}

void count(World const& world, QuantityInfo const& about, std::size_t position, Tally& into) {
    QuantityTally& mine = into.quantities[static_cast<std::size_t>(about.quantity)];
    Basis const& basis = world.basis(about.quantity, position);
    bool const absent = std::isnan(world.value(about.quantity, position));
    if (absent && about.quantity != Quantity::Match) return;
    // A match that no figure gives follows the rule of its issue.
    Basis::Kind const kind = absent ? Basis::Kind::Derived : basis.kind;
    ++mine.by_kind[static_cast<std::size_t>(kind)];
    if (kind == Basis::Kind::Given) ++into.by_source[source_key(basis.source)];
    if (kind == Basis::Kind::Judgement && basis.reason.empty()) mine.unreasoned.push_back(position);
    if (world.sd(about.quantity, position) > 0.0) ++into.with_spread;
}

} // namespace

std::size_t QuantityTally::total() const { return std::accumulate(by_kind.begin(), by_kind.end(), std::size_t{0}); }

std::size_t Tally::of(Basis::Kind kind) const {
    std::size_t sum = 0;
    for (QuantityTally const& each : quantities) sum += each.of(kind);
    return sum;
}

std::size_t Tally::total() const {
    std::size_t sum = 0;
    for (QuantityTally const& each : quantities) sum += each.total();
    return sum;
}

Tally tally(World const& world) {
    Tally result;
    for (QuantityInfo const& about : all_quantities())
        for (std::size_t n = 0; n < world.values(about.quantity).size(); ++n)
            if (has_meaning(world, about.quantity, n)) count(world, about, n, result);
    return result;
}

} // namespace casus::case_file
