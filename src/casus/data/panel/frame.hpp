// The rows of a panel of states or of pairs of states over years. Rows are ordered by state (or first and second
// state), then year, so that a pair's years lie side by side.
#pragma once

#include "casus/data/column.hpp"
#include "casus/data/panel/state_system.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace casus::data {

enum class Unit { CountryYear, DyadYear, DirectedDyadYear, AllianceYear };

/// Consecutive years of one state, or of one pair, and the rows that they take.
struct Run {
    std::uint32_t first = 0;  ///< position of the state (of the first of a pair)
    std::uint32_t second = 0; ///< of the other; equal to `first` in panels of single states
    int first_year = 0;
    int last_year = 0;
    std::size_t row = 0; ///< row of first_year; the others follow

    [[nodiscard]] std::size_t years() const { return static_cast<std::size_t>(last_year - first_year) + 1; }
};

/// The rows of a panel of states or pairs.
class Frame {
public:
    /// `years` inclusive, `unit` any but AllianceYear. A pair has a year where both are members on at least one common
    /// day of it: sharing the year is not enough, as when one state dies in March and its successor is born in May.
    /// Undirected pairs have first < second by number. The system must outlive the frame.
    Frame(StateSystem const& system, Unit unit, int first_year, int last_year);

    [[nodiscard]] StateSystem const& system() const { return *system_; }
    [[nodiscard]] Unit unit() const { return unit_; }
    [[nodiscard]] bool of_pairs() const { return unit_ != Unit::CountryYear; }
    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] int first_year() const { return first_year_; }
    [[nodiscard]] int last_year() const { return last_year_; }
    [[nodiscard]] std::span<Run const> runs() const { return runs_; }
    /// Runs of a pair (of a state: first == second), in order of years; mostly one, empty where there is none.
    [[nodiscard]] std::span<Run const> runs_of(std::size_t first, std::size_t second) const;
    /// The row of a pair (or state) and year; nothing where the frame has none.
    [[nodiscard]] std::optional<std::size_t> row(std::size_t first, std::size_t second, int year) const;
    /// ccode1, ccode2, year (or gwcode1 …; ccode, year for states) as 16-bit columns, filled in parallel.
    [[nodiscard]] std::vector<Column> keys(std::size_t threads) const;

private:
    StateSystem const* system_;
    Unit unit_;
    int first_year_;
    int last_year_;
    std::size_t rows_ = 0;
    std::vector<Run> runs_;
    std::vector<std::uint32_t> first_run_; ///< by pair (first · size + second): its first run; one more than pairs

    void add_runs(std::size_t first, std::size_t second);
};

/// Limits of consecutive stretches of runs of some `rows` rows each, for parallel loops: stretch k is runs
/// [limits[k], limits[k + 1]). They depend on the frame alone.
[[nodiscard]] std::vector<std::size_t> stretches(Frame const& frame, std::size_t rows);

} // namespace casus::data
