// Deviations of states from a leader by issue and year, laid out for who looks back from a year.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace casus::fit {

struct DeviationYears {
    std::size_t states = 0;
    std::size_t issues = 0;
    int first_year = 0;
    int last_year = 0;
    std::vector<double> deviation;  ///< [state][issue][year], [0,1]; NaN: no roll call in which both voted
    std::vector<double> votes;      ///< [state][issue][year], roll calls in which both voted
    std::vector<std::uint8_t> ally; ///< [state][year], 1 where the treaty binds

    DeviationYears(std::size_t of_states, std::size_t of_issues, int first, int last)
        : states(of_states), issues(of_issues), first_year(first), last_year(last),
          deviation(states * issues * years(), std::numeric_limits<double>::quiet_NaN()),
          votes(states * issues * years(), 0.0), ally(states * years(), 0) {}

    [[nodiscard]] std::size_t years() const { return static_cast<std::size_t>(last_year - first_year) + 1; }
    [[nodiscard]] bool has(int year) const { return year >= first_year && year <= last_year; }
    /// Position of a cell in `deviation` and `votes`; the year must be there.
    [[nodiscard]] std::size_t cell(std::size_t state, std::size_t issue, int year) const {
        return (state * issues + issue) * years() + static_cast<std::size_t>(year - first_year);
    }
    [[nodiscard]] bool known(std::size_t state, std::size_t issue, int year) const {
        return has(year) && !std::isnan(deviation[cell(state, issue, year)]);
    }
    [[nodiscard]] double at(std::size_t state, std::size_t issue, int year) const {
        return deviation[cell(state, issue, year)];
    }
    [[nodiscard]] bool is_ally(std::size_t state, int year) const {
        return has(year) && ally[state * years() + static_cast<std::size_t>(year - first_year)] != 0;
    }
};

} // namespace casus::fit
