// The ways in which states are named.
#pragma once

namespace casus::data {

/// The code systems in which files name states.
enum class StateCode { None, Cow, CowLetters, GleditschWard, Iso2, Iso3, Name };

} // namespace casus::data
