// The most that a sum over members can reach when they share links and a budget, from above:
//
//   max Σ_i f_i(S_i, Φ_i) + Σ_k e_k x_k   with S_i = Σ_{k∋i} s_k x_k, Φ_i likewise, Σ_k c_k x_k ≤ budget, 0 ≤ x ≤ 1
//   ≤ Σ_i max_pieces [f_i(S, Φ) − a_i S − b_i Φ] + max_x Σ_k (e_k + what a and b of its two members pay for k) x_k
//
// for whatever prices a, b (Lagrange's relaxation); the second maximum is a knapsack in fractions. Prices are sought by
// steps along subgradients (Polyak 1969); where the steps stop changes how near the bound is, not that it is one.
#pragma once

#include "casus/dilemma/links/member_bound.hpp"

#include <vector>

namespace casus::dilemma {

/// A candidate that is still open.
struct OpenLink {
    std::size_t candidate = 0;
    std::size_t a = 0;
    std::size_t b = 0;
    double support = 0.0; ///< of all the levels left
    double cost = 0.0;
    double forces_a = 0.0; ///< what it brings to a: support·p_b·δ
    double forces_b = 0.0;
    double bonus = 0.0; ///< e_k
};

/// [member] prices, in the value's unit over the member's range of S and of Φ.
struct LinkPrices {
    std::vector<double> linked;
    std::vector<double> forces;
};

struct SeparableBound {
    double value = 0.0;
    std::vector<double> chosen; ///< [open link] share taken, averaged over the later steps
};

/// `pieces` [member], none empty, the first one beginning at the sums that stand; `prices` are where to begin, and
/// then the best that were found. `target` is a value known to be reachable, or −∞.
[[nodiscard]] SeparableBound separable_bound(std::vector<std::vector<BoundPiece>> const& pieces,
                                             std::vector<OpenLink> const& open, double budget, double target,
                                             std::size_t steps, LinkPrices& prices);

} // namespace casus::dilemma
