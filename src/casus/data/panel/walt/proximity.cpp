#include "casus/data/panel/walt/proximity.hpp"

#include "casus/data/panel/walt/state_figures.hpp"
#include "casus/measure/threat.hpp"

#include <cmath>

namespace casus::data::walt {

namespace {

constexpr double widest_strait = 3.0; // contiguity type: up to 24 miles of water

} // namespace

Proximity::Proximity(Ground const& ground) : states_(ground.system->size()) {
    PairSeries contiguity = std::move(feature_columns(ground, {"contiguity"}).pairs.front());
    PairSeries distance = std::move(feature_columns(ground, {"distance", "capital"}).pairs.front());
    origins_ = {contiguity.origin, distance.origin};
    coverage_ = {std::max(contiguity.coverage.first_year, distance.coverage.first_year),
                 std::min(contiguity.coverage.last_year, distance.coverage.last_year)};
    std::erase_if(contiguity.spells, [](PairSpell const& spell) { return !(spell.value <= widest_strait); });
    double const reach = measure::ThreatCoefficients{}.sea_reach;
    for (PairSpell& spell : distance.spells) spell.value = std::exp(-spell.value / reach);
    near_ = by_pair(std::move(contiguity.spells));
    capitals_ = by_pair(std::move(distance.spells));
}

Proximity::ByPair Proximity::by_pair(std::vector<PairSpell> spells) const {
    for (PairSpell& spell : spells)
        if (spell.first > spell.second) std::swap(spell.first, spell.second);
    auto const pair = [this](PairSpell const& spell) { return spell.first * states_ + spell.second; };
    std::ranges::stable_sort(spells, {}, pair);
    ByPair result{std::vector<std::size_t>(states_ * states_ + 1, 0), {}};
    for (PairSpell const& spell : spells) ++result.begins[pair(spell) + 1];
    for (std::size_t p = 1; p < result.begins.size(); ++p) result.begins[p] += result.begins[p - 1];
    result.spells = std::move(spells);
    return result;
}

double Proximity::between(std::uint32_t one, std::uint32_t other, int year) const {
    std::size_t const pair = std::min(one, other) * states_ + std::max(one, other);
    auto const in = [&](ByPair const& there) {
        double found = 0.0; // of several capitals the last, as in the feature "distance"
        for (std::size_t i = there.begins[pair]; i < there.begins[pair + 1]; ++i)
            if (there.spells[i].first_year <= year && year <= there.spells[i].last_year) found = there.spells[i].value;
        return found;
    };
    return in(near_) > 0.0 ? 1.0 : in(capitals_);
}

} // namespace casus::data::walt
