// The strategies as people read them: table, answers, frontier, dilemma index, conditions.
#pragma once

#include "casus/dilemma/strategy_sampled.hpp"

namespace casus::dilemma {

[[nodiscard]] Chapter strategy_chapter(StrategiesSampled const& sampled);

} // namespace casus::dilemma
