// The production program's value from the vertices of its dual, listed once: for programs with few bases.
#pragma once

#include "casus/game/production.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace casus::game {

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

} // namespace casus::game
