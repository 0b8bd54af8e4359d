// Power in weighted voting by counting, in exact whole numbers of any size: Shapley and Shubik (1954), Banzhaf (1965).
// Several rules hold jointly (a coalition wins when it meets them all, as in the EU's Treaty of Nice).
//
// A swing of i is a coalition without i that loses and wins when i joins. Complements of winning coalitions fill a box:
// weight at most total − quota under every rule. Let A_i(t; r) count the coalitions of t others within box r; then the
// swings are A_i(t; r) − A_i(t; r − w_i). The table of all coalitions by size and weight is filled once (Mann and
// Shapley 1962); player i is taken out again by the alternating sum A_i(t; r) = Σ_j (−1)^j P(t−j; r − j·w_i), P counting
// over everyone. Rules that weigh everyone alike cost nothing: they bound the size.
#pragma once

#include "casus/base/error.hpp"
#include "casus/game/voting_rule.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <span>
#include <vector>

namespace casus::game {

using BigInteger = boost::multiprecision::cpp_int;

struct VotingPower {
    std::vector<BigInteger> swings;         ///< Banzhaf's raw counts, of 2^(n−1) coalitions each
    std::vector<BigInteger> pivots;         ///< orders of arrival, of n!, in which the player turns the vote
    BigInteger winning;                     ///< winning coalitions, of 2^n
    std::vector<double> shapley_shubik;     ///< pivots / n!
    std::vector<double> banzhaf;            ///< swings / 2^(n−1)
    std::vector<double> normalised_banzhaf; ///< swings / Σ swings
};

/// Rules as check_rules() passes them. An Error when the counting table would not fit into `most_bytes`.
[[nodiscard]] VotingPower voting_power(std::span<VotingRule const> rules,
                                       std::size_t most_bytes = std::size_t{4} << 30);

} // namespace casus::game
