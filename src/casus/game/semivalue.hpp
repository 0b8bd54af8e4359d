// Semivalues (Dubey, Neyman, Weber 1981): a player's expected marginal contribution v(S∪i) − v(S) when the coalition S
// of others that is met has size s with weight w_s per coalition, Σ_s C(n−1, s) w_s = 1. Shapley (1953): w_s =
// s!(n−1−s)!/n!; Banzhaf (1965): w_s = 2^{1−n}.
#pragma once

#include "casus/game/dense_game.hpp"

#include <optional>
#include <span>
#include <vector>

namespace casus::game {

/// One number per player.
using Allocation = std::vector<double>;

[[nodiscard]] std::vector<double> shapley_weights(std::size_t players);
[[nodiscard]] std::vector<double> banzhaf_weights(std::size_t players);

/// Each member of S joins with probability p on its own: w_s = p^s (1−p)^{n−1−s}; ½ is Banzhaf's.
[[nodiscard]] std::vector<double> binomial_weights(std::size_t players, double probability);

/// `weights` holds w_0 … w_{n−1}. One pass over the 2^n values.
[[nodiscard]] Allocation semivalue(DenseGame const& game, std::span<double const> weights, std::size_t threads = 1);

[[nodiscard]] Allocation shapley(DenseGame const& game, std::size_t threads = 1);
[[nodiscard]] Allocation banzhaf(DenseGame const& game, std::size_t threads = 1);

/// Weights per coalition from the probability of meeting s others, s = 0 … n−1 (0 or more, not all 0; scaled to one).
[[nodiscard]] std::vector<double> size_weights(std::span<double const> by_size);

/// Banzhaf's value scaled so that it shares out v(N); all zero for the game that is zero throughout. Nothing when the raw
/// values add up to less than least_banzhaf_sum of the largest worth: shares in proportion to them would be noise.
[[nodiscard]] std::optional<Allocation> normalised_banzhaf(DenseGame const& game, std::size_t threads = 1);

inline constexpr double least_banzhaf_sum = 1e-6;

/// Shapley interaction of every pair (Grabisch and Roubens 1999), row-major, 0 on the diagonal:
/// I_ij = Σ_{S ∌ i,j} s!(n−2−s)!/(n−1)! [v(S∪ij) − v(S∪i) − v(S∪j) + v(S)]. n/2 passes and half the game's memory.
[[nodiscard]] std::vector<double> shapley_interaction(DenseGame const& game, std::size_t threads = 1);

} // namespace casus::game
