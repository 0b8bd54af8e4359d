// The dilemma index D = min_s [R(hold) − R(s)]₊ / min_m ΔS_m over the traditional strategies s with min_m ΔS_m ≥ ε: what
// reliability a unit of strength (in log of forces) costs where it is bought most cheaply. 0: no dilemma; infinite: no
// traditional strategy strengthens the system against all rivals.
#pragma once

#include "casus/dilemma/strategy_score.hpp"

namespace casus::dilemma {

/// ε: a gain in forces of one per cent against the rival against which least is gained [choice].
inline constexpr double least_gain = 0.01;

[[nodiscard]] double dilemma_index(std::span<Strategy const> strategies, std::span<Outcome const> outcomes);

/// Whether a strategy strengthens against every rival and loses no reliability.
[[nodiscard]] bool good(Outcome const& outcome);

/// Fills index, rooms, dilemma and linked_out of a standing from its outcomes; `gains` is scratch, one a strategy.
void summarise(std::span<Strategy const> strategies, std::span<Gain> gains, Standing& standing);

/// D to [0,1] and back, keeping order, infinity to 1: so that quantiles of samples with infinite ones can be taken.
[[nodiscard]] double bounded_index(double index);
[[nodiscard]] double unbounded_index(double bounded);

} // namespace casus::dilemma
