#include "casus/data/panel/features/portfolio_years.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace casus::data::features {

namespace {

struct Rank {
    std::string_view obligation; ///< what the name of the treaties' column ends in
    std::uint8_t value;
};

constexpr std::array atop_ranks{Rank{"_defense", 3}, Rank{"_offense", 3}, Rank{"_neutral", 2}, Rank{"_consul", 2},
                                Rank{"_nonagg", 1}};
constexpr std::array cow_ranks{Rank{"_defense", 3}, Rank{"_neutral", 2}, Rank{"_nonagg", 2}, Rank{"_entente", 1}};

std::uint8_t rank_of(std::string_view column, std::span<Rank const> ranks) {
    auto const found = std::ranges::find_if(ranks, [&](Rank const& r) { return column.ends_with(r.obligation); });
    return found == ranks.end() ? std::uint8_t{0} : found->value;
}

/// What another feature knows: treaties laid out by pairs, capabilities by states.
FeatureColumns columns_of(std::string_view feature, FeatureRequest const& request) {
    auto const features = all_features();
    auto const found = std::ranges::find(features, feature, &Feature::name);
    assert(found != features.end());
    return found->columns(request);
}

struct RankedTie {
    std::uint32_t first;
    std::uint32_t second;
    std::uint8_t value;
};

class AlliancePortfolios : public PortfolioSource {
public:
    AlliancePortfolios(FeatureRequest const& request, SelfTie self) : system_(request.frame->system()), self_(self) {
        name_ = request.choice.substr(0, request.choice.find('@'));
        FeatureColumns const treaties = columns_of("alliances", request);
        std::span<Rank const> const ranks = name_ == "cow" ? std::span<Rank const>(cow_ranks) : atop_ranks;
        bool any = false;
        for (PairSeries const& series : treaties.pairs) {
            std::uint8_t const value = rank_of(series.name, ranks);
            if (value == 0) continue;
            if (!any) begin(series);
            any = true;
            add(series, value);
        }
        assert(any);
        notes_ = treaties.notes;
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
        return {std::move(portfolios), std::move(actor_of), std::move(weights)};
    }

private:
    StateSystem const& system_;
    SelfTie self_;
    std::vector<std::vector<RankedTie>> ties_; ///< by year
    std::vector<std::vector<double>> weights_; ///< by year and position

    void begin(PairSeries const& series) {
        origin_ = series.origin;
        coverage_ = series.coverage;
        ties_.resize(static_cast<std::size_t>(coverage_.last_year - coverage_.first_year + 1));
    }

    void add(PairSeries const& series, std::uint8_t value) {
        for (PairSpell const& spell : series.spells) {
            if (!(spell.value > 0.0)) continue;
            int const last = std::min<int>(spell.last_year, coverage_.last_year);
            for (int year = std::max<int>(spell.first_year, coverage_.first_year); year <= last; ++year) {
                auto& ties = ties_[static_cast<std::size_t>(year - coverage_.first_year)];
                ties.push_back({spell.first, spell.second, value});
                if (series.direction == PairSeries::Direction::None) ties.push_back({spell.second, spell.first, value});
            }
        }
    }

    void read_weights(FeatureRequest request) {
        request.choice.clear();
        FeatureColumns const capabilities = columns_of("nmc", request);
        auto const cinc = std::ranges::find(capabilities.states, std::string_view("cinc"), &StateSeries::name);
        assert(cinc != capabilities.states.end());
        weights_from_ = cinc->origin;
        weights_.assign(ties_.size(), std::vector<double>(system_.size(), missing<double>));
        auto const years = static_cast<std::size_t>(cinc->coverage.last_year - cinc->coverage.first_year + 1);
        for (std::size_t y = 0; y < ties_.size(); ++y) {
            int const at = coverage_.first_year + static_cast<int>(y) - cinc->coverage.first_year;
            if (at < 0 || static_cast<std::size_t>(at) >= years) continue;
            for (std::size_t state = 0; state < system_.size(); ++state)
                weights_[y][state] = cinc->values[state * years + static_cast<std::size_t>(at)];
        }
    }
};

} // namespace

std::unique_ptr<PortfolioSource> alliance_portfolios(FeatureRequest const& request, SelfTie self) {
    return std::make_unique<AlliancePortfolios>(request, self);
}

} // namespace casus::data::features
