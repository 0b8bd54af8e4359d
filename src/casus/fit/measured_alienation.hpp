// Alienation as UN roll calls show it: how far each ally votes from its leader, by issue and year (docs/alienation.md).
#pragma once

#include "casus/base/result.hpp"
#include "casus/data/store/store.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace casus::fit {

struct MeasureRequest {
    std::string leader;          ///< a state code as WorldRequest takes it
    std::string allies;          ///< "atop:defense", "cow:defense", …, or codes separated by commas; per year where by treaty
    std::vector<std::string> issues; ///< of me, nu, di, hr, co, ec; empty: all
    int first_year = 0;
    int last_year = 0;
    int carry = 0; ///< years that an alliance may be carried beyond the end of its data set
    std::size_t threads = 1;
};

/// One ally, issue and year.
struct DeviationCell {
    std::uint16_t ally = 0;  ///< position in Measured::allies
    std::uint8_t issue = 0;  ///< position in Measured::issues
    std::int16_t year = 0;
    std::uint32_t votes = 0; ///< roll calls in which both voted
    double deviation = 0.0;  ///< mean |v_i − v_h|, yes 1, abstention ½, no 0; [0,1]
    Interval interval;       ///< 90 %, wide for few votes
    double adjusted = 0.0;   ///< beyond what the year's agenda lets expect of a state; see the source
};

struct Measured {
    Label leader;
    std::vector<Label> allies; ///< COW numbers as keys
    std::vector<Label> issues;
    std::vector<DeviationCell> cells; ///< by ally, issue, year
    std::vector<data::Provenance> sources;
    std::vector<Text> notes;
};

[[nodiscard]] Measured measure_alienation(data::Store const& store, MeasureRequest const& request);

} // namespace casus::fit
