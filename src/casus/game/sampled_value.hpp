// Shapley values of games too large to list, estimated from evaluations v(S). Two ways, each with an honest error:
//
// - orders of arrival in antithetic pairs (an order and its reverse; Mitchell et al. 2022). Pairs are independent, so a
//   known range of marginal contributions gives an empirical Bernstein bound (Audibert, Munos, Szepesvári 2009) that holds
//   for all players and all looks at once; without a range there is a standard error only.
// - paired coalitions without replacement, sizes by leverage (Musco and Witter 2025): weighted regression on S and N∖S.
//   Often more precise per evaluation; its standard error is a delete-a-group jackknife, never a bound.
#pragma once

#include "casus/game/semivalue.hpp"

#include <cstdint>
#include <functional>
#include <optional>

namespace casus::game {

/// v(S) of up to 64 players; called from one thread.
using Worth = std::function<double(Coalition)>;

struct SamplingPlan {
    std::uint64_t seed = 1;
    std::size_t most_evaluations = 1'000'000; ///< never exceeded; at least fewest_evaluations()
    double error = 0.0;       ///< stop once every bound (or standard error, without range) is at most this; 0: never
    double seconds = 0.0;     ///< stop after this time; 0: never. The answer then depends on the machine's speed
    double confidence = 0.95; ///< of the bound
    std::optional<double> range{}; ///< largest minus smallest possible marginal contribution, if known
};

struct SampledValue {
    Allocation value;
    Allocation standard_error;
    Allocation bound; ///< half-widths that hold jointly with the plan's confidence; empty without a known range
    std::size_t evaluations = 0;
};

/// What either way needs for an error to be told: two pairs of orders, or two pairs of coalitions a player.
[[nodiscard]] constexpr std::size_t fewest_evaluations(std::size_t players) { return 4 * players + 2; }

/// An Error when the plan allows fewer.
void require_evaluations(std::size_t players, SamplingPlan const& plan);

/// An Error when `range` is narrower than the marginal contributions met, or most_evaluations too few.
[[nodiscard]] SampledValue sample_orders(std::size_t players, Worth const& worth, SamplingPlan const& plan);

/// At least two players. The plan's error and most_evaluations count; `range` and `seconds` have no use here.
[[nodiscard]] SampledValue sample_coalitions(std::size_t players, Worth const& worth, SamplingPlan const& plan);

} // namespace casus::game
