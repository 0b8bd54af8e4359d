#include "casus/data/panel/join.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace casus::data {

namespace {

StateCode code_of(System system) { return system == System::Cow ? StateCode::Cow : StateCode::GleditschWard; }

int number_of(StateEra const& era, System system) { return system == System::Cow ? era.cow : era.gleditsch_ward; }

} // namespace

Imported imported(Store const& store, std::string const& dataset) {
    std::optional<Provenance> const found = store.find(dataset);
    if (!found) (void)store.read(dataset); // says in its Error what is there and how to import it
    assert(found);
    return {{found->dataset, found->version}, {found->first_year, found->last_year}};
}

std::string newest_with(Store const& store, std::string const& dataset, std::string_view column) {
    if (dataset.find('@') != std::string::npos) return dataset;
    for (Provenance const& each : store.list()) { // newest version first
        if (each.dataset != dataset) continue;
        std::string release = each.dataset + "@" + each.version;
        std::vector<std::string> const names = store.column_names(release);
        if (std::ranges::find(names, column) != names.end()) return release;
    }
    return dataset;
}

StateJoin::StateJoin(StateSystem const& system, StateCode code, Origin origin)
    : system_(&system), code_(code), origin_(std::move(origin)), same_code_(code_of(system.system()) == code),
      first_year_(system.first_year()), last_year_(system.last_year()) {
    auto const years = static_cast<std::size_t>(last_year_ - first_year_) + 1;
    member_.assign(system.size() * years, 0);
    for (std::size_t state = 0; state < system.size(); ++state)
        for (Spell const& spell : system.states()[state].spells)
            for (int year = year_of_day(spell.first_day); year <= std::min(last_year_, year_of_day(spell.last_day));
                 ++year)
                member_[state * years + static_cast<std::size_t>(year - first_year_)] = 1;
}

std::optional<std::uint32_t> StateJoin::find(int number, int year) const {
    int here = number;
    if (!same_code_) {
        StateEra const* const era = find_state(code_, number, Year(year));
        here = era ? number_of(*era, system_->system()) : 0;
    }
    std::optional<std::size_t> const position = system_->find(here);
    if (!position) return std::nullopt;
    return static_cast<std::uint32_t>(*position);
}

bool StateJoin::member(std::uint32_t state, int year) const {
    auto const years = static_cast<std::size_t>(last_year_ - first_year_) + 1;
    return within(year) && member_[state * years + static_cast<std::size_t>(year - first_year_)] != 0;
}

std::optional<std::uint32_t> StateJoin::take(int number, int year) {
    std::optional<std::uint32_t> const state = find(number, year);
    if (!state)
        count(unknown_, number, year);
    else if (within(year) && !member(*state, year))
        count(outside_, number, year);
    return state;
}

std::optional<StateJoin::Pair> StateJoin::take(int first, int second, int year) {
    std::optional<std::uint32_t> const one = find(first, year);
    std::optional<std::uint32_t> const other = find(second, year);
    if (!one || !other) {
        count(unknown_, first, year, second);
        return std::nullopt;
    }
    if (within(year) && !(member(*one, year) && member(*other, year))) count(outside_, first, year, second);
    return Pair{*one, *other};
}

void StateJoin::add_spell(std::vector<PairSpell>& spells, int first, int second, int first_year, int last_year,
                          double value) {
    Found const found = add_uncounted(spells, first, second, first_year, last_year, value);
    if (found == Found::Nobody)
        count(unknown_, first, first_year, second);
    else if (found == Found::Outside)
        count(outside_, first, first_year, second);
}

StateJoin::Found StateJoin::add_uncounted(std::vector<PairSpell>& spells, int first, int second, int first_year,
                                          int last_year, double value) const {
    Found found = Found::Nobody;
    std::size_t const before = spells.size();
    for (int year = first_year; year <= last_year; ++year) {
        auto const one = find(first, year);
        auto const other = find(second, year);
        if (!one || !other) continue;
        bool const inside = !within(year) || (member(*one, year) && member(*other, year));
        if (found != Found::Members) found = inside ? Found::Members : Found::Outside;
        bool const goes_on = spells.size() > before && spells.back().first == *one && spells.back().second == *other &&
                             spells.back().last_year == year - 1;
        if (goes_on)
            spells.back().last_year = static_cast<std::int16_t>(year);
        else
            spells.push_back({*one, *other, static_cast<std::int16_t>(year), static_cast<std::int16_t>(year), value});
        if (same_code_ && inside) { // numbers stay the same from year to year
            spells.back().last_year = static_cast<std::int16_t>(last_year);
            break;
        }
    }
    return found;
}

void StateJoin::count_spell(int number, int first_year, int last_year) {
    bool known = false;
    for (int year = first_year; year <= last_year; ++year) {
        auto const state = find(number, year);
        if (state && (!within(year) || member(*state, year))) return;
        known = known || state.has_value();
    }
    count(known ? outside_ : unknown_, number, first_year);
}

void StateJoin::count_repeated(int number, int year) { count(repeated_, number, year); }

void StateJoin::count(Lost& lost, int number, int year, std::optional<int> other) {
    if (lost.rows++ == 0)
        lost.example = other ? fmt::format("{}, {}, {}", number, *other, year) : fmt::format("{}, {}", number, year);
}

void StateJoin::report(std::vector<JoinNote>& notes) const {
    if (unknown_.rows)
        notes.push_back({origin_,
                         {"rows left out: the state system has no such state", "略去的行：国家体系中没有该国"},
                         unknown_.rows,
                         unknown_.example});
    if (outside_.rows)
        notes.push_back(
            {origin_,
             {"rows left out: not a member of the state system in that year", "略去的行：该年不是国家体系成员"},
             outside_.rows,
             outside_.example});
    if (repeated_.rows)
        notes.push_back(
            {origin_,
             {"rows left out: a value for this state and year was given before", "略去的行：该国该年的数值已有"},
             repeated_.rows,
             repeated_.example});
}

FeatureColumns state_years(FeatureRequest const& request, std::string const& dataset, StateCode code,
                           std::string const& number, std::span<StateColumn const> columns) {
    auto const [origin, coverage] = imported(*request.store, dataset);
    std::vector<std::string> names{number, "year"};
    for (StateColumn const& column : columns) names.emplace_back(column.source);
    Table const table = request.store->read(dataset, names);
    StateSystem const& system = request.frame->system();
    StateJoin join(system, code, origin);

    FeatureColumns result;
    std::vector<Values<double>> cells;
    for (StateColumn const& column : columns) {
        StateSeries series{column.name, column.label, column.width, origin, coverage, missing<double>, {}};
        series.values.assign(system.size() * series.years(), missing<double>);
        result.states.push_back(std::move(series));
        cells.push_back(real_in(table, column.source, dataset));
    }
    std::size_t const years = result.states.front().years();
    std::vector<bool> given(system.size() * years, false);
    Values<std::int32_t> const numbers = whole_in(table, number, dataset);
    Values<std::int32_t> const year_of = whole_in(table, "year", dataset);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        int const year = year_of[row];
        if (numbers[row] == missing<std::int32_t> || year < coverage.first_year || year > coverage.last_year) continue;
        auto const state = join.take(numbers[row], year);
        if (!state) continue;
        std::size_t const cell = *state * years + static_cast<std::size_t>(year - coverage.first_year);
        if (given[cell]) {
            join.count_repeated(numbers[row], year);
            continue;
        }
        given[cell] = true;
        for (std::size_t c = 0; c < cells.size(); ++c) result.states[c].values[cell] = cells[c][row];
    }
    join.report(result.notes);
    return result;
}

FeatureColumns pair_years(FeatureRequest const& request, std::string const& dataset, StateCode code,
                          std::span<PairColumn const> columns) {
    auto const [origin, coverage] = imported(*request.store, dataset);
    std::vector<std::string> names{"ccode1", "ccode2", "year"};
    for (PairColumn const& column : columns) names.emplace_back(column.source);
    Table const table = request.store->read(dataset, names);
    StateJoin join(request.frame->system(), code, origin);

    FeatureColumns result;
    std::vector<Values<double>> cells;
    for (PairColumn const& column : columns) {
        PairSeries series = column.series;
        series.origin = origin;
        series.coverage = coverage;
        series.spells.reserve(table.rows());
        result.pairs.push_back(std::move(series));
        cells.push_back(real_in(table, column.source, dataset));
    }
    Values<std::int32_t> const first = whole_in(table, "ccode1", dataset);
    Values<std::int32_t> const second = whole_in(table, "ccode2", dataset);
    Values<std::int32_t> const year_of = whole_in(table, "year", dataset);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        auto const pair = join.take(first[row], second[row], year_of[row]);
        if (!pair) continue;
        auto const year = static_cast<std::int16_t>(year_of[row]);
        for (std::size_t c = 0; c < cells.size(); ++c)
            result.pairs[c].spells.push_back({pair->first, pair->second, year, year, cells[c][row]});
    }
    join.report(result.notes);
    return result;
}

} // namespace casus::data
