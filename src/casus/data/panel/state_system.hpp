// Who exists when: the states of a system with their spells of membership, by days.
#pragma once

#include "casus/data/store/store.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace casus::data {

enum class System { Cow, GleditschWard };

/// A stretch of days in a state system; days are counted from 1 January 1800 (proleptic Gregorian).
struct Spell {
    int first_day = 0;
    int last_day = 0;
};

/// Days since 1 January 1800 and back; months and days from 1.
[[nodiscard]] int day_number(int year, int month, int day);
[[nodiscard]] int year_of_day(int day);
/// The same for a day that may not exist or be unknown (month or day 0, 30 February): the nearest that does, counted
/// from the first of the year.
[[nodiscard]] int first_day_number(int year, int month, int day);
/// Counted from the last of the year.
[[nodiscard]] int last_day_number(int year, int month, int day);

/// The members of a state system, in the order of their numbers.
class StateSystem {
public:
    struct State {
        int number = 0;            ///< COW or Gleditsch–Ward, 1 … 9999
        std::vector<Spell> spells; ///< in the order of days, apart from each other
    };

    /// From "cow-states" or "gw-states" in the store, or from the data set named ("cow-states@2016"). Errors: it is not
    /// in the store; a spell that ends before it begins or runs into the next.
    StateSystem(Store const& store, System system, std::string_view dataset = {});
    /// From spells given outright, for tests and users with systems of their own.
    StateSystem(System system, std::vector<State> states, int last_year);

    [[nodiscard]] System system() const { return system_; }
    [[nodiscard]] std::span<State const> states() const { return states_; }
    [[nodiscard]] std::size_t size() const { return states_.size(); }
    /// Position of a state's number; nothing where the system has never had it.
    [[nodiscard]] std::optional<std::size_t> find(int number) const;
    /// First year in which anybody is a member.
    [[nodiscard]] int first_year() const { return first_year_; }
    /// Last year that the membership list covers: a panel goes no further.
    [[nodiscard]] int last_year() const { return last_year_; }
    /// True where the state is a member on at least one day of the year.
    [[nodiscard]] bool member(std::size_t state, int year) const;
    /// True where the state is a member on a day from `first_day` to `last_day`.
    [[nodiscard]] bool member_between(std::size_t state, int first_day, int last_day) const;
    /// The import that the list comes from; nothing where spells were given outright.
    [[nodiscard]] std::optional<Provenance> const& provenance() const { return provenance_; }

private:
    System system_;
    std::vector<State> states_;
    std::vector<std::int32_t> position_of_; ///< by number, −1: none
    int first_year_ = 0;
    int last_year_ = 0;
    std::optional<Provenance> provenance_;

    void index();
};

/// The name of a system as users type it ("cow", "gw") and the data set that lists its members.
[[nodiscard]] std::string_view word_of(System system);
[[nodiscard]] std::string_view dataset_of(System system);

} // namespace casus::data
