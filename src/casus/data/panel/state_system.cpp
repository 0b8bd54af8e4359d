#include "casus/data/panel/state_system.hpp"

#include "casus/data/panel/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <chrono>
#include <map>

namespace casus::data {

namespace {

using namespace std::chrono;

constexpr int largest_number = 9999;

sys_days day_of(int year_number, unsigned month_number, unsigned day_number) {
    return sys_days(year(year_number) / month(month_number) / day(day_number));
}

sys_days const first_of_all = day_of(1800, 1, 1);

int days_in(int year_number, int month_number) {
    auto const last = year(year_number) / month(static_cast<unsigned>(month_number)) / std::chrono::last;
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

[[noreturn]] void fail_on_spells(std::string const& dataset, int number) {
    throw Error(Problem{.place = {.file = dataset, .line = 0, .column = 0},
                        .what = {"membership spells of a state that end before they begin or overlap",
                                 "某国的成员期先止后起，或彼此重叠"},
                        .found = fmt::format("{}", number)});
}

/// The spells of the list by state, in the order of numbers and days.
std::vector<StateSystem::State> read_states(Table const& table, std::string_view dataset,
                                            std::string_view number_column) {
    Values<std::int32_t> const number = whole_in(table, number_column, dataset);
    Values<std::int32_t> const start_year = whole_in(table, "styear", dataset);
    Values<std::int32_t> const start_month = whole_in(table, "stmonth", dataset);
    Values<std::int32_t> const start_day = whole_in(table, "stday", dataset);
    Values<std::int32_t> const end_year = whole_in(table, "endyear", dataset);
    Values<std::int32_t> const end_month = whole_in(table, "endmonth", dataset);
    Values<std::int32_t> const end_day = whole_in(table, "endday", dataset);
    std::map<int, std::vector<Spell>> spells;
    for (std::size_t row = 0; row < table.rows(); ++row)
        spells[number[row]].push_back({first_day_number(start_year[row], start_month[row], start_day[row]),
                                       last_day_number(end_year[row], end_month[row], end_day[row])});
    std::vector<StateSystem::State> states;
    for (auto& [state, list] : spells) {
        std::ranges::sort(list, {}, &Spell::first_day);
        states.push_back({state, std::move(list)});
    }
    return states;
}

bool in_order(std::vector<Spell> const& spells) {
    for (std::size_t i = 0; i < spells.size(); ++i)
        if (spells[i].first_day > spells[i].last_day || (i > 0 && spells[i - 1].last_day >= spells[i].first_day))
            return false;
    return true;
}

} // namespace

int day_number(int year_number, int month_number, int day) {
    return static_cast<int>(
        (day_of(year_number, static_cast<unsigned>(month_number), static_cast<unsigned>(day)) - first_of_all).count());
}

int year_of_day(int day) { return static_cast<int>(year_month_day(first_of_all + days(day)).year()); }

int first_day_number(int year_number, int month_number, int day) {
    int const month_known = month_number >= 1 && month_number <= 12 ? month_number : 1;
    bool const day_known = month_known == month_number && day >= 1 && day <= 31;
    return day_number(year_number, month_known, day_known ? std::min(day, days_in(year_number, month_known)) : 1);
}

int last_day_number(int year_number, int month_number, int day) {
    int const month_known = month_number >= 1 && month_number <= 12 ? month_number : 12;
    bool const day_known = month_known == month_number && day >= 1 && day <= 31;
    int const last = days_in(year_number, month_known);
    return day_number(year_number, month_known, day_known ? std::min(day, last) : last);
}

StateSystem::StateSystem(Store const& store, System system, std::string_view dataset) : system_(system) {
    std::string const name(dataset.empty() ? dataset_of(system) : dataset);
    std::string_view const number = system == System::Cow ? "ccode" : "gwcode";
    Table const table =
        store.read(name, {std::string(number), "styear", "stmonth", "stday", "endyear", "endmonth", "endday"});
    provenance_ = store.find(name);
    states_ = read_states(table, name, number);
    last_year_ = provenance_->last_year;
    for (State const& state : states_)
        if (!in_order(state.spells)) fail_on_spells(name, state.number);
    index();
}

StateSystem::StateSystem(System system, std::vector<State> states, int last_year)
    : system_(system), states_(std::move(states)), last_year_(last_year) {
    std::ranges::sort(states_, {}, &State::number);
    index();
}

void StateSystem::index() {
    position_of_.assign(states_.empty() ? 0 : static_cast<std::size_t>(states_.back().number) + 1, -1);
    first_year_ = last_year_;
    for (std::size_t i = 0; i < states_.size(); ++i) {
        assert(states_[i].number > 0 && states_[i].number <= largest_number && in_order(states_[i].spells));
        position_of_[static_cast<std::size_t>(states_[i].number)] = static_cast<std::int32_t>(i);
        if (!states_[i].spells.empty())
            first_year_ = std::min(first_year_, year_of_day(states_[i].spells.front().first_day));
    }
}

std::optional<std::size_t> StateSystem::find(int number) const {
    if (number < 0 || static_cast<std::size_t>(number) >= position_of_.size()) return std::nullopt;
    std::int32_t const position = position_of_[static_cast<std::size_t>(number)];
    if (position < 0) return std::nullopt;
    return static_cast<std::size_t>(position);
}

bool StateSystem::member(std::size_t state, int year_number) const {
    return member_between(state, day_number(year_number, 1, 1), day_number(year_number, 12, 31));
}

bool StateSystem::member_between(std::size_t state, int first_day, int last_day) const {
    return std::ranges::any_of(states_[state].spells, [&](Spell const& spell) {
        return spell.first_day <= last_day && spell.last_day >= first_day;
    });
}

std::string_view word_of(System system) { return system == System::Cow ? "cow" : "gw"; }

std::string_view dataset_of(System system) { return system == System::Cow ? "cow-states" : "gw-states"; }

} // namespace casus::data
