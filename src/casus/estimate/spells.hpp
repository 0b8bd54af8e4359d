// Spells under observation: how long something was at risk, and whether it then ended.
#pragma once

#include "casus/base/error.hpp"
#include "casus/estimate/design.hpp"
#include "casus/estimate/fit.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace casus::estimate {

/// Row i is at risk over (start, stop] and ends with an event or is seen no further. Several rows of one subject (its
/// covariates change with time) are several spells. Times are compared as they are: what differs is no tie.
struct Spells {
    std::span<double const> start{}; ///< empty: all are at risk from the beginning, 0
    std::span<double const> stop;
    std::span<std::uint8_t const> event;     ///< 0: censored; 1, or the cause from 1 where causes compete
    std::span<std::uint32_t const> strata{}; ///< numbered from 0 without gaps; empty: one
    std::string file{};                      ///< of these rows, for messages; empty: "data"
    std::span<int const> lines{};            ///< of the rows in the file; empty: row 1, 2, …

    [[nodiscard]] std::size_t rows() const { return stop.size(); }
    [[nodiscard]] double begin(std::size_t row) const { return start.empty() ? 0.0 : start[row]; }
    [[nodiscard]] std::uint32_t stratum(std::size_t row) const { return strata.empty() ? 0 : strata[row]; }
    [[nodiscard]] std::size_t stratum_count() const;
    [[nodiscard]] Place place(std::size_t row) const;
};

/// An Error with the place of every row (the first twenty) whose time is missing or infinite, that begins before 0
/// without a column of starts, ends before it begins or has no length, or whose weight or offset is missing or negative.
/// An Error also where no row has an event.
void check(Spells const& spells, Options const& options = {});

/// As above, and an Error where a cell of the design is missing or infinite, or its rows are not those of the spells.
void check(Spells const& spells, Design const& design, Options const& options = {});

} // namespace casus::estimate
