#include "casus/data/panel/features/portfolio_years.hpp"
#include "casus/data/panel/join.hpp"
#include "casus/data/panel/treaties.hpp"

#include <algorithm>
#include <array>

namespace casus::data::features {

namespace {

/// The field's ranking of what is owed: ATOP as Chiba, Johnson and Leeds 2015, COW as Singer and Small 1966.
std::uint8_t rank_of(Obligation owed, bool cow) {
    switch (owed) {
    case Obligation::Defense:
    case Obligation::Offense:
        return 3;
    case Obligation::Neutrality:
    case Obligation::Consultation:
        return 2;
    case Obligation::NonAggression:
        return cow ? 2 : 1;
    case Obligation::Entente:
        return 1;
    }
    return 0;
}

struct RankedTie {
    std::uint32_t first;
    std::uint32_t second;
    std::uint8_t value;
};

class AlliancePortfolios : public PortfolioSource {
public:
    AlliancePortfolios(FeatureRequest const& request, SelfTie self) : system_(request.frame->system()), self_(self) {
        name_ = request.word();
        Treaties const treaties = read_treaties(*request.store, request.choice);
        origin_ = treaties.origin;
        coverage_ = treaties.coverage;
        ties_.resize(static_cast<std::size_t>(coverage_.last_year - coverage_.first_year) + 1);
        StateJoin join(system_, StateCode::Cow, origin_);
        auto const spells = owed_by_pairs(treaties, join);
        for (std::size_t n = 0; n < spells.size(); ++n) add(spells[n], rank_of(treaties.kinds()[n], name_ == "cow"));
        join.report(notes_);
        if (request.store->find("nmc")) read_weights(request);
    }

    [[nodiscard]] PortfolioYear year(int year) const override {
        auto const y = static_cast<std::size_t>(year - coverage_.first_year);
        std::vector<std::int32_t> actor_of(system_.size(), -1);
        std::vector<std::size_t> members;
        for (std::size_t i = 0; i < system_.size(); ++i)
            if (system_.member(i, year)) {
                actor_of[i] = static_cast<std::int32_t>(members.size());
                members.push_back(i);
            }
        measure::Portfolios portfolios(members.size(), members.size());
        for (std::size_t i = 0; i < members.size(); ++i) {
            for (std::size_t k = 0; k < members.size(); ++k) portfolios.set(i, k, 0);
            if (self_ == SelfTie::Highest) portfolios.set(i, i, 3);
            if (self_ == SelfTie::LeftOut) portfolios.clear(i, i);
        }
        for (RankedTie const& tie : ties_[y]) {
            if (actor_of[tie.first] < 0 || actor_of[tie.second] < 0) continue;
            auto const i = static_cast<std::size_t>(actor_of[tie.first]);
            auto const k = static_cast<std::size_t>(actor_of[tie.second]);
            portfolios.set(i, k, std::max<std::size_t>(portfolios.category(i, k), tie.value));
        }
        std::vector<double> weights;
        if (weights_from_)
            for (std::size_t const member : members) weights.push_back(weights_[y][member]);
        return {std::move(portfolios), std::move(actor_of), {members.begin(), members.end()}, std::move(weights)};
    }

private:
    StateSystem const& system_;
    SelfTie self_;
    std::vector<std::vector<RankedTie>> ties_; ///< by year
    std::vector<std::vector<double>> weights_; ///< by year and position

    void add(std::span<PairSpell const> spells, std::uint8_t value) {
        for (PairSpell const& spell : spells) {
            if (!(spell.value > 0.0)) continue;
            int const last = std::min<int>(spell.last_year, coverage_.last_year);
            for (int year = std::max<int>(spell.first_year, coverage_.first_year); year <= last; ++year)
                ties_[static_cast<std::size_t>(year - coverage_.first_year)].push_back(
                    {spell.first, spell.second, value});
        }
    }

    void read_weights(FeatureRequest request) {
        request.choice.clear();
        FeatureColumns const capabilities =
            state_years(request, "nmc", StateCode::Cow, "ccode", std::array{StateColumn{"cinc", "cinc", {}}});
        StateSeries const& cinc = capabilities.states.front();
        weights_from_ = cinc.origin;
        weights_.assign(ties_.size(), std::vector<double>(system_.size(), missing<double>));
        std::size_t const years = cinc.years();
        for (std::size_t y = 0; y < ties_.size(); ++y) {
            int const at = coverage_.first_year + static_cast<int>(y) - cinc.coverage.first_year;
            if (at < 0 || at >= static_cast<int>(years)) continue;
            for (std::size_t state = 0; state < system_.size(); ++state)
                weights_[y][state] = cinc.values[state * years + static_cast<std::size_t>(at)];
        }
    }
};

} // namespace

std::unique_ptr<PortfolioSource> alliance_portfolios(FeatureRequest const& request, SelfTie self) {
    return std::make_unique<AlliancePortfolios>(request, self);
}

} // namespace casus::data::features
