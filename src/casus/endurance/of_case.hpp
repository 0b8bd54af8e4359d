// The alliances of a case: its treaties of alliance in force, with the figures that it gives for them.
#pragma once

#include "casus/endurance/alliance.hpp"
#include "casus/endurance/model.hpp"
#include "casus/world/treaty_figures.hpp"
#include "casus/world/world.hpp"

#include <span>
#include <vector>

namespace casus::endurance {

/// In the order of the case. Treaties of another type than alliance are left out: the model was fitted on alliances. A
/// member's power is its `power` in the world. Errors, with the place of the case where they have one: no such treaty in
/// the world's year; figures for none of them, or none that the model has a term for.
[[nodiscard]] std::vector<Alliance> alliances_of(World const& world, std::span<TreatyFigure const> figures,
                                                 Model const& model, Place const& whole = {});

} // namespace casus::endurance
