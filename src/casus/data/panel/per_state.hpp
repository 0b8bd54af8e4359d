// What a quantity of pairs comes to for single states.
#pragma once

#include "casus/data/panel/feature.hpp"

namespace casus::data {

/// The series that series.per_state (which must be there) asks for, over the pairs of states that share a day in the
/// year. Inside the coverage a state without any such value has 0 (Count, Sum) or `otherwise` (Max); Sum and Max are
/// NA where the series knows nothing of any partner and has no `otherwise`.
[[nodiscard]] StateSeries per_state(PairSeries const& series, Frame const& frame, std::size_t threads);

} // namespace casus::data
