// What data sets say of states and of pairs of states, looked up by COW number and year.
#pragma once

#include "casus/data/panel/join.hpp"
#include "casus/data/panel/panel.hpp"
#include "casus/data/panel/walt/states.hpp"
#include "casus/data/panel/walt/walt.hpp"

#include <cmath>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace casus::data::walt {

/// What a feature says of all states or pairs of the ground's system. Errors: as the feature's.
[[nodiscard]] FeatureColumns feature_columns(Ground const& ground, FeatureChoice const& choice);

/// A yearly quantity of states.
class StateFigures {
public:
    StateFigures(StateSystem const& system, StateSeries series);

    /// NaN where nothing is known.
    [[nodiscard]] double at(int state, int year) const;
    /// Those of the states of which something is known.
    [[nodiscard]] std::vector<double> known(std::span<int const> states, int year) const;
    [[nodiscard]] Origin const& origin() const { return series_.origin; }
    [[nodiscard]] Coverage const& coverage() const { return series_.coverage; }

private:
    StateSeries series_;
    StateJoin join_;
};

/// Columns of a data set with a row for each state and year.
[[nodiscard]] std::vector<StateFigures> figures_of(Ground const& ground, std::string const& dataset,
                                                   std::string const& number, std::span<StateColumn const> columns);

/// A yearly quantity of pairs without direction.
class PairFigures {
public:
    PairFigures(StateSystem const& system, PairSeries series);

    /// NaN where nothing is known.
    [[nodiscard]] double at(int one, int other, int year) const;
    /// Those of the pairs of the states of which something is known.
    [[nodiscard]] std::vector<double> known(std::span<int const> states, int year) const;
    [[nodiscard]] Origin const& origin() const { return series_.origin; }
    [[nodiscard]] Coverage const& coverage() const { return series_.coverage; }

private:
    PairSeries series_; ///< without spells
    StateJoin join_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<PairSpell>> spells_; ///< lower position first
};

[[nodiscard]] double highest_of(std::span<double const> values); ///< of at least one
[[nodiscard]] double lowest_of(std::span<double const> values);
/// Highest less lowest; NaN of fewer than two.
[[nodiscard]] double range_of(std::span<double const> values);
/// NaN of none.
[[nodiscard]] double mean_of(std::span<double const> values);

/// Years of rows that a source speaks to whose year before they look at.
[[nodiscard]] inline Coverage year_after(Coverage const& source) {
    return {source.first_year + 1, source.last_year + 1};
}

/// A column with of(row) for each row of the coverage.
template <class Of>
[[nodiscard]] TermColumn term_of_rows(Ground const& ground, std::string name, Text label, Origin origin,
                                      Coverage coverage, Of const& of) {
    TermColumn column{std::move(name), std::move(label), std::move(origin), coverage, {}, {}, {}};
    column.values.reserve(ground.rows.size());
    for (AllianceYear const& row : ground.rows) {
        column.values.push_back(covers(coverage, row.year) ? static_cast<double>(of(row)) : missing<double>);
    }
    return column;
}

} // namespace casus::data::walt
