#include "casus/data/panel/walt/pledges.hpp"

namespace casus::data::walt {

namespace {

void add_once(Positions& list, std::uint32_t state) {
    if (std::ranges::find(list, state) == list.end()) list.push_back(state);
}

} // namespace

Pledges::Pledges(Ground const& ground) : states_(ground.system->size()), coverage_(ground.treaties->coverage) {
    StateJoin join(*ground.system, StateCode::Cow, ground.treaties->origin);
    auto const kinds = ground.treaties->kinds();
    auto const nth = std::ranges::find(kinds, Obligation::Defense) - kinds.begin();
    std::vector<std::vector<PairSpell>> const owed = owed_by_pairs(*ground.treaties, join);
    std::size_t const years = static_cast<std::size_t>(coverage_.last_year - coverage_.first_year) + 1;
    owed_by_.resize(years * states_);
    pacts_of_.resize(years * states_);
    for (PairSpell const& spell : owed[static_cast<std::size_t>(nth)]) {
        if (!(spell.value > 0.0)) continue; // the source does not know
        int const last = std::min<int>(spell.last_year, coverage_.last_year);
        for (int year = std::max<int>(spell.first_year, coverage_.first_year); year <= last; ++year) {
            add_once(owed_by_[cell(spell.first, year)], spell.second);
            add_once(pacts_of_[cell(spell.first, year)], spell.second);
            add_once(pacts_of_[cell(spell.second, year)], spell.first);
        }
    }
}

} // namespace casus::data::walt
