#include "casus/data/panel/walt/state_figures.hpp"

#include <algorithm>
#include <numeric>

namespace casus::data::walt {

namespace {

Frame all_years(Ground const& ground, Unit unit) {
    return {*ground.system, unit, ground.system->first_year(), ground.system->last_year()};
}

} // namespace

FeatureColumns feature_columns(Ground const& ground, FeatureChoice const& choice) {
    auto const features = all_features();
    auto const found = std::ranges::find(features, choice.name, &Feature::name);
    Frame const frame = all_years(ground, found->only_pairs ? Unit::DyadYear : Unit::CountryYear);
    return found->columns({.store = ground.store, .frame = &frame, .choice = choice.choice, .threads = 1});
}

StateFigures::StateFigures(StateSystem const& system, StateSeries series)
    : series_(std::move(series)), join_(system, StateCode::Cow, series_.origin) {}

double StateFigures::at(int state, int year) const {
    if (!covers(series_.coverage, year)) return missing<double>;
    auto const position = join_.find(state, year);
    if (!position) return missing<double>;
    double const value =
        series_.values[*position * series_.years() + static_cast<std::size_t>(year - series_.coverage.first_year)];
    return std::isnan(value) ? series_.otherwise : value;
}

std::vector<double> StateFigures::known(std::span<int const> states, int year) const {
    std::vector<double> result;
    for (int const state : states)
        if (double const value = at(state, year); !std::isnan(value)) result.push_back(value);
    return result;
}

std::vector<StateFigures> figures_of(Ground const& ground, std::string const& dataset, std::string const& number,
                                     std::span<StateColumn const> columns) {
    Frame const frame = all_years(ground, Unit::CountryYear);
    FeatureColumns read = state_years({.store = ground.store, .frame = &frame, .choice = {}, .threads = 1}, dataset,
                                      StateCode::Cow, number, columns);
    std::vector<StateFigures> result;
    for (StateSeries& series : read.states) result.emplace_back(*ground.system, std::move(series));
    return result;
}

PairFigures::PairFigures(StateSystem const& system, PairSeries series)
    : series_(std::move(series)), join_(system, StateCode::Cow, series_.origin) {
    for (PairSpell const& spell : series_.spells) spells_[std::minmax(spell.first, spell.second)].push_back(spell);
    series_.spells.clear();
}

double PairFigures::at(int one, int other, int year) const {
    if (!covers(series_.coverage, year)) return missing<double>;
    auto const first = join_.find(one, year);
    auto const second = join_.find(other, year);
    if (!first || !second || !join_.member(*first, year) || !join_.member(*second, year)) return missing<double>;
    double result = missing<double>;
    auto const found = spells_.find(std::minmax(*first, *second));
    if (found != spells_.end())
        for (PairSpell const& spell : found->second) {
            if (year < spell.first_year || year > spell.last_year || std::isnan(spell.value)) continue;
            bool const lower = series_.join == PairSeries::Join::Min && result < spell.value;
            if (!lower) result = spell.value; // Join::Last: the later one
        }
    return std::isnan(result) ? series_.otherwise : result;
}

std::vector<double> PairFigures::known(std::span<int const> states, int year) const {
    std::vector<double> result;
    for (std::size_t i = 0; i < states.size(); ++i)
        for (std::size_t j = i + 1; j < states.size(); ++j)
            if (double const value = at(states[i], states[j], year); !std::isnan(value)) result.push_back(value);
    return result;
}

double highest_of(std::span<double const> values) { return *std::ranges::max_element(values); }

double lowest_of(std::span<double const> values) { return *std::ranges::min_element(values); }

double range_of(std::span<double const> values) {
    return values.size() < 2 ? missing<double> : highest_of(values) - lowest_of(values);
}

double mean_of(std::span<double const> values) {
    if (values.empty()) return missing<double>;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

} // namespace casus::data::walt
