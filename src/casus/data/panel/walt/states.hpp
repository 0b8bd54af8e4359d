// The states that terms are about: positions in the system of states, and the capabilities of each.
#pragma once

#include "casus/data/panel/join.hpp"
#include "casus/data/panel/walt/walt.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace casus::data::walt {

using Positions = std::vector<std::uint32_t>;

/// Members of the row that the system of states knows, as positions in it, in the order of their numbers.
[[nodiscard]] Positions members_in(AllianceYear const& row, StateJoin const& join);

/// The year that a change over `years` begins with: never before the alliance's first, so that a change is one that
/// the alliance saw.
[[nodiscard]] inline int start_of_change(AllianceYear const& row, int years) {
    return std::max(row.year - years, row.year - row.since);
}

[[nodiscard]] inline bool covers(Coverage const& coverage, int year) {
    return coverage.first_year <= year && year <= coverage.last_year;
}

/// A column of unknowns for the ground's rows.
[[nodiscard]] TermColumn unknown_term(Ground const& ground, std::string name, Text label, Origin origin,
                                      Coverage coverage);

/// CINC of every state and year.
class Capabilities {
public:
    /// From "nmc". Errors: it is not in the store.
    explicit Capabilities(Ground const& ground);

    /// NaN where the source says nothing.
    [[nodiscard]] double of(std::uint32_t state, int year) const {
        if (!covers(cinc_.coverage, year)) return missing<double>;
        return cinc_.values[state * cinc_.years() + nth(year)];
    }
    /// Over the states of which it is known; NaN where it is of none.
    [[nodiscard]] double sum(std::span<std::uint32_t const> states, int year) const;
    /// Of all states of the system.
    [[nodiscard]] double world(int year) const {
        return covers(cinc_.coverage, year) ? world_[nth(year)] : missing<double>;
    }
    /// The strongest of the states in the year; nothing where it is known of none.
    [[nodiscard]] std::optional<std::uint32_t> strongest(std::span<std::uint32_t const> states, int year) const;

    [[nodiscard]] Origin const& origin() const { return cinc_.origin; }
    /// Years of rows whose year before the source covers.
    [[nodiscard]] Coverage known_before() const {
        return {cinc_.coverage.first_year + 1, cinc_.coverage.last_year + 1};
    }

private:
    StateSeries cinc_;
    std::vector<double> world_; ///< by year

    [[nodiscard]] std::size_t nth(int year) const { return static_cast<std::size_t>(year - cinc_.coverage.first_year); }
};

} // namespace casus::data::walt
