// Linear production games with governance cost (Owen 1975; Ren and Zheng 2021, functions 3 and 4):
//
//   v(S) = max{ Σ_ρ π_ρ x_ρ : Σ_ρ q_ρg x_ρ ≤ Σ_{i∈S} e_ig for every good g, x ≥ 0 } − governance(S)
//
// The linear program's dual is min{ u·e(S) : Σ_g q_ρg u_g ≥ π_ρ, u ≥ 0 }: its feasible set does not depend on who is in
// S nor on what they own. VertexPrices (vertex_prices.hpp) lists its vertices once, after which every value is the least of
// a few scalar products; the glove (salad) game is the case of one recipe. SimplexPrices (simplex_prices.hpp) takes
// programs that are too large for that.
#pragma once

#include <span>
#include <vector>

namespace casus::game {

/// price π_ρ ≥ 0 and uses q_ρg ≥ 0 of each good; a recipe with a positive price uses at least one good.
struct ProductionRecipe {
    double price = 0.0;
    std::vector<double> uses;
};

/// Governance cost of a coalition: 0 for one member, else base·(members−1) + heterogeneity·Σ_pairs |r_i − r_j|.
[[nodiscard]] double governance_cost(double base, double heterogeneity, std::span<double const> regimes);

} // namespace casus::game
