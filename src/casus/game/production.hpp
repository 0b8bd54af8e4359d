// Linear production games with governance cost (Owen 1975; Ren and Zheng 2021, functions 3 and 4):
//
//   v(S) = max{ Σ_ρ π_ρ x_ρ : Σ_ρ q_ρg x_ρ ≤ Σ_{i∈S} e_ig for every good g, x ≥ 0 } − governance(S)
//
// The linear program's dual is min{ u·e(S) : Σ_g q_ρg u_g ≥ π_ρ, u ≥ 0 }: its feasible set does not depend on who is in
// S nor on what they own. VertexPrices lists its vertices once, after which every value is the least of a few scalar
// products; the glove (salad) game is the case of one recipe. SimplexPrices takes programs that are too large for that:
// it learns the optimal bases of sample endowments once, and asks CLP again only where none of them fits.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
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

class VertexPrices {
public:
    /// Nothing when more than `most_bases` bases would have to be tried.
    [[nodiscard]] static std::optional<VertexPrices> list(std::span<ProductionRecipe const> recipes, std::size_t goods,
                                                          std::size_t most_bases = 20'000);

    /// Value of the production program for endowments e ≥ 0, one per good.
    [[nodiscard]] double value(std::span<double const> endowment) const;

    /// Prices u of the goods that attain the value; paying every player u·e_i gives a point of the core when governance
    /// costs nothing.
    [[nodiscard]] std::span<double const> prices(std::span<double const> endowment) const;

    [[nodiscard]] std::size_t vertices() const { return goods_ == 0 ? 0 : prices_.size() / goods_; }
    [[nodiscard]] std::size_t goods() const { return goods_; }

private:
    [[nodiscard]] std::size_t best(std::span<double const> endowment) const;

    std::size_t goods_ = 0;
    std::vector<double> prices_; ///< vertex-major, vertices × goods
};

class SimplexPrices {
public:
    SimplexPrices(std::span<ProductionRecipe const> recipes, std::size_t goods);
    ~SimplexPrices();
    SimplexPrices(SimplexPrices&&) noexcept;
    SimplexPrices& operator=(SimplexPrices&&) noexcept;

    /// Keeps the optimal basis for these endowments, unless one that fits them is kept already.
    void learn(std::span<double const> endowment);

    /// Value for endowments e ≥ 0: a function of e and of what was learned, not of earlier calls. Not to be shared between
    /// threads.
    [[nodiscard]] double value(std::span<double const> endowment);

    /// Dual prices of the last value().
    [[nodiscard]] std::span<double const> prices() const;

    /// Calls of value() that no learned basis could answer, so far.
    [[nodiscard]] std::size_t solved_afresh() const;

private:
    struct Program;
    std::unique_ptr<Program> program_;
};

} // namespace casus::game
