// A world of any year from the store: who is in it follows from treaties, majors, disputes and contiguity; every figure
// that a data set gives is given with its source; nothing else is made up.
#pragma once

#include "casus/data/store/store.hpp"
#include "casus/world/builder.hpp"
#include "casus/world/from_panel/pacts.hpp"

#include <string>
#include <vector>

namespace casus::from_panel {

struct WorldRequest {
    int year = 0;
    /// Codes of states in that year: COW numbers, ISO 3166 alpha-3, COW letters, alpha-2, or names, understood in that
    /// order. So RUS is the Soviet Union in 1980 and Russia in 1999.
    std::string leader{};
    std::vector<std::string> challengers{}; ///< none: by the rule of actors.hpp
    std::vector<std::string> partners{};
    Alliances alliances = Alliances::Atop;
    /// Years that a figure may be carried forward where data sets end before the year, or leave a state out in it.
    int carry = 0;
};

/// A world ready to be built, or written as a case.
struct WorldMade {
    WorldBuilder builder;
    std::vector<Text> notes; ///< what a reader must know: how challengers were chosen, who was left out and why
};

/// Figures:
///   power, GDP, military spending, regime, capitals   state_figures.hpp; required
///   contiguity, barrier, trade                        pair_figures.hpp
///   hostility                                         quarrels.hpp
///   military spending of an ally or a state of the environment that no data set gives: judged (state_figures.hpp)
///   depth                                             no data set has it: 0.5, sd 0.2, a judgement
///   sensitivity, vulnerability on trade               issues.hpp
/// Everything else has the case format's defaults; distances follow from capitals.
///
/// Errors, all in one go: nobody of that code; data sets that the year needs and the store lacks (with the releases that
/// would cover it); figures that are missing for the leader, a challenger or a partner; no challenger by rule; no ally.
/// An ally, or a state of the environment, that some required figure is missing for is left out, with a note.
[[nodiscard]] WorldMade world_of(data::Store const& store, WorldRequest const& request);

} // namespace casus::from_panel
