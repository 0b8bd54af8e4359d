// Who is at risk when something happens: rows sorted once, so that sums over risk sets are kept up row by row.
#pragma once

#include "casus/estimate/spells.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace casus::estimate {

/// Rows by stratum and, within a stratum, by their end, latest first; of those that end together, events first. Going
/// through the times of events from the latest, rows enter in this order and leave in the order of their beginnings.
struct RiskSets {
    struct EventTime {
        double time = 0.0;
        std::uint32_t stratum = 0;
        std::uint32_t first_event = 0; ///< positions of the rows with an event now
        std::uint32_t last_event = 0;
        std::uint32_t entered = 0; ///< positions below this one (of this stratum) end now or later
        std::uint32_t left = 0;    ///< of `leaving`, places below this one (of this stratum) begin now or later

        [[nodiscard]] double at_risk() const { return static_cast<double>(entered - left); }
        [[nodiscard]] double events() const { return static_cast<double>(last_event - first_event); }
    };

    explicit RiskSets(Spells const& spells);

    [[nodiscard]] std::size_t rows() const { return row.size(); }

    std::vector<std::uint32_t> row;     ///< position → row
    std::vector<std::uint32_t> leaving; ///< positions by stratum and beginning, latest first; empty without starts
    std::vector<EventTime> times;       ///< by stratum, latest first
    std::vector<std::uint32_t> stratum_begin; ///< stratum → its first position; one more at the end
    std::vector<double> end;                  ///< stratum → its latest time under observation

    /// Position → the times of events at which it is at risk, as places in an array of one number before each time of a
    /// stratum and one at the stratum's end: what accumulates over times is, for this row, sum[to] − sum[from].
    std::vector<std::uint32_t> from;
    std::vector<std::uint32_t> to;

    /// Length of such an array, and the place before time k.
    [[nodiscard]] std::size_t sums() const { return times.size() + stratum_begin.size() - 1; }
    [[nodiscard]] std::size_t before(std::size_t k) const { return k + times[k].stratum; }
};

} // namespace casus::estimate
