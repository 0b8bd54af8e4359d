// Alienation as UN roll calls show it: how far each ally votes from its leader, by issue and year, and how far the
// leader stands from the house (docs/measured-alienation.md).
#pragma once

#include "casus/base/result.hpp"
#include "casus/data/store/store.hpp"
#include "casus/measure/trend.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace casus::fit {

struct MeasureRequest {
    std::string leader; ///< any code or name of a state that had it in one of the years
    std::string allies; ///< "atop:defense", "cow:defense", …, or codes separated by commas; per year where by treaty
    std::vector<std::string> issues; ///< of me, nu, di, hr, co, ec, all; empty: all of them
    int first_year = 0;
    int last_year = 0;
    int carry = 0; ///< years that an alliance may be carried beyond the end of its data set
    std::string
        votes; ///< "votes" (un-votes, to 2020) or "wide" (un-votes-wide, to 2024); empty: the one that covers the years
    double alone = 0.1; ///< the leader stands alone where less than this share of those who vote votes as it does
    std::size_t threads = 1;
};

/// One ally, issue and year.
struct DeviationCell {
    std::uint16_t ally = 0; ///< position in Measured::allies
    std::uint8_t issue = 0; ///< position in Measured::issues
    std::int16_t year = 0;
    std::uint32_t votes = 0; ///< roll calls in which both voted
    double deviation = 0.0;  ///< mean |v_i − v_h|, yes 1, abstention ½, no 0; [0,1]
    Interval interval;       ///< 90 %, wide for few votes
    double adjusted = 0.0;   ///< deviation less what the year's agenda lets expect of one at the ally's position
                             ///< (measure/agenda.hpp), given the leader's votes; positive: beyond its habit
};

/// The leader and the house on one issue in a year.
struct IsolationCell {
    std::uint8_t issue = 0; ///< position in Measured::issues
    std::int16_t year = 0;
    std::uint32_t roll_calls = 0; ///< in which the leader voted
    double deviation = 0.0;       ///< mean of |v_m − v_h| over all other members' votes in these roll calls
    double alone = 0.0;           ///< share of the roll calls in which the leader stood alone (MeasureRequest::alone)
};

/// Where an ally stands in a year on the one dimension that explains most of the year's votes.
struct PositionCell {
    std::uint16_t ally = 0;
    std::int16_t year = 0;
    double distance = 0.0; ///< from the leader, in standard deviations of the house of that year
};

/// One ally over all the years in which it was one. Sums are over roll calls, so that a year counts as it voted.
struct AllySummary {
    std::uint16_t ally = 0;
    std::int16_t first_year = 0;
    std::int16_t last_year = 0;
    std::uint32_t votes = 0;
    double deviation = 0.0;  ///< over all roll calls
    double alienation = 0.0; ///< mean over the issues with votes of the deviation on each; NaN where there is none
    double dispersion = 0.0; ///< standard deviation over these issues: high where it deviates selectively
    double adjusted_dispersion = 0.0; ///< the same of the adjusted deviations
    measure::Trend trend;             ///< of the yearly deviation over all roll calls, per year
    measure::Trend own_trend;         ///< the same of the yearly deviation less the house's
};

struct Measured {
    Label leader;
    std::vector<Label> allies; ///< COW numbers as keys
    std::vector<Label> issues;
    std::vector<DeviationCell> cells;     ///< by ally, issue, year
    std::vector<IsolationCell> isolation; ///< by issue, year
    std::vector<PositionCell> positions;  ///< by ally, year
    std::vector<AllySummary> summaries;   ///< by ally
    bool settled = true;                  ///< every year's agenda was estimated to convergence
    std::vector<data::Provenance> sources;
    std::vector<Text> notes;
};

/// Only roll calls in which both voted count: absence is missing, and where there is none such there is no cell. Years are
/// calendar years of the votes' dates. Errors: an unknown leader, issue or group; a leader that never votes in the
/// years; years without roll calls, or without allies; data sets that the store lacks.
[[nodiscard]] Measured measure_alienation(data::Store const& store, MeasureRequest const& request);

} // namespace casus::fit
