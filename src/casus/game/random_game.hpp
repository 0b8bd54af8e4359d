// Games drawn from named distributions, for benchmarks and tests: a game is a function of (distribution, players, seed).
#pragma once

#include "casus/game/dense_game.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace casus::game {

enum class Distribution {
    Uniform,    ///< v(S) = |S| · U(0,1): uniform per size
    Normal,     ///< v(S) = |S| · N(1, 0.1)
    AgentBased, ///< player i has strength p_i ~ U(0,10) and brings U(0, 2p_i) to each coalition (Rahwan et al. 2012)
    Ndcs,       ///< v(S) ~ N(|S|, √|S|), normally distributed coalition structures (Rahwan et al. 2009)
    Bankruptcy, ///< max(0, estate − claims of the others), claims U(0,1), estate half of their sum (O'Neill 1982)
    Voting,     ///< weights 1 … 50, quota half and one
    Production, ///< five goods, four recipes
    SmallWhole, ///< whole numbers 0 … 4: ties everywhere
    Signed,     ///< U(−1,1): not monotone, not superadditive
    Convex,     ///< |S|² plus an additive game: everything in the core is strict
};

inline constexpr std::array all_distributions{
    Distribution::Uniform,    Distribution::Normal, Distribution::AgentBased, Distribution::Ndcs,
    Distribution::Bankruptcy, Distribution::Voting, Distribution::Production, Distribution::SmallWhole,
    Distribution::Signed,     Distribution::Convex};

[[nodiscard]] std::string_view name_of(Distribution distribution);

[[nodiscard]] DenseGame random_game(Distribution distribution, std::size_t players, std::uint64_t seed,
                                    std::size_t threads = 1);

} // namespace casus::game
