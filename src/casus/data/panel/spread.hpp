// Lays what a data set says of states and pairs out over the rows of a frame.
#pragma once

#include "casus/data/panel/feature.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace casus::data {

/// A column laid out, and how many of its cells are missing.
struct Spread {
    Column column;
    std::size_t missing = 0;
};

/// Columns of a series of states: one in a panel of states; name1 and name2 in a panel of pairs. Then one column for
/// each series of pairs, which only a panel of pairs has. Cells are written once, in parallel, and do not depend on
/// threads: NA outside the coverage, what was given inside it, `otherwise` where nothing was.
[[nodiscard]] std::vector<Spread> spread(Frame const& frame, std::span<StateSeries const> states,
                                         std::span<PairSeries const> pairs, std::size_t threads);

/// How many missing cells a column has.
[[nodiscard]] std::size_t count_missing(Column const& column);

} // namespace casus::data
