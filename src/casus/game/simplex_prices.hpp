// The production program's value by the simplex method: learns the optimal bases of sample endowments once, and asks CLP
// again only where none of them fits.
#pragma once

#include "casus/game/production.hpp"

#include <cstddef>
#include <memory>
#include <span>

namespace casus::game {

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
