// Who exists when: the states of a system with their spells, and the rows of a panel of states or pairs over years.
// Rows are ordered by state (or first and second state), then year, so that a pair's years lie side by side.
#pragma once

#include "casus/base/identifier.hpp"
#include "casus/data/column.hpp"
#include "casus/data/store.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace casus::data {

enum class System { Cow, GleditschWard };
enum class Unit { CountryYear, DyadYear, DirectedDyadYear, AllianceYear };

/// A stretch of days in a state system; days are counted from 1 January 1800 (proleptic Gregorian).
struct Spell {
    int first_day = 0;
    int last_day = 0;
};

/// Days since 1 January 1800 and back; months and days from 1.
[[nodiscard]] int day_number(int year, int month, int day);
[[nodiscard]] int year_of_day(int day);

/// The members of a state system, in the order of their numbers.
class StateSystem {
public:
    struct State {
        int number = 0; ///< COW or Gleditsch–Ward
        std::vector<Spell> spells;
    };

    /// From "cow-states" or "gw-states" in the store.
    StateSystem(Store const& store, System system, std::string_view dataset = {});
    /// From spells given outright, for tests and users with systems of their own.
    StateSystem(System system, std::vector<State> states, int last_year);

    [[nodiscard]] System system() const { return system_; }
    [[nodiscard]] std::span<State const> states() const { return states_; }
    [[nodiscard]] std::size_t size() const { return states_.size(); }
    /// Position of a state's number; nothing where the system has never had it.
    [[nodiscard]] std::optional<std::size_t> find(int number) const;
    /// Last year that the membership list covers: a panel goes no further.
    [[nodiscard]] int last_year() const { return last_year_; }
    /// True where the state is a member on at least one day of the year.
    [[nodiscard]] bool member(std::size_t state, int year) const;

private:
    System system_;
    std::vector<State> states_;
    std::vector<std::int32_t> position_of_; ///< by number, −1: none
    int last_year_ = 0;
};

/// Consecutive years of one state, or of one pair, and the rows that they take.
struct Run {
    std::uint32_t first = 0;  ///< position of the state (of the first of a pair)
    std::uint32_t second = 0; ///< of the other; equal to `first` in panels of single states
    int first_year = 0;
    int last_year = 0;
    std::size_t row = 0; ///< row of first_year; the others follow
};

/// The rows of a panel of states or pairs.
class Frame {
public:
    /// `years` inclusive. A pair has a year where both are members on at least one common day of it (docs/data.md).
    /// Undirected pairs have first < second by number.
    Frame(StateSystem const& system, Unit unit, int first_year, int last_year);

    [[nodiscard]] StateSystem const& system() const { return *system_; }
    [[nodiscard]] Unit unit() const { return unit_; }
    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] int first_year() const { return first_year_; }
    [[nodiscard]] int last_year() const { return last_year_; }
    [[nodiscard]] std::span<Run const> runs() const { return runs_; }
    /// Runs of a pair (of a state: first == second), in order of years; mostly one, empty where there is none.
    [[nodiscard]] std::span<Run const> runs_of(std::size_t first, std::size_t second) const;
    /// The row of a pair (or state) and year; nothing where the frame has none.
    [[nodiscard]] std::optional<std::size_t> row(std::size_t first, std::size_t second, int year) const;
    /// ccode1, ccode2, year (or gwcode1 …; ccode, year for states) as columns, filled in parallel.
    [[nodiscard]] std::vector<Column> keys(std::size_t threads) const;

private:
    StateSystem const* system_;
    Unit unit_;
    int first_year_;
    int last_year_;
    std::size_t rows_ = 0;
    std::vector<Run> runs_;
    std::vector<std::uint32_t> first_run_; ///< by pair (first · size + second): its first run; one more than pairs
};

} // namespace casus::data
