// Prices of players for coalition structures: min Σ p_i subject to p(C) ≥ v(C) for the coalitions entered. Its dual is the
// fractional partition of greatest worth, so Σ p bounds every partition. With CLP, rows entered as they are found.
#pragma once

#include "casus/game/coalition.hpp"
#include "casus/game/semivalue.hpp"

#include <memory>
#include <span>
#include <vector>

namespace casus::game {

class PriceProgram {
public:
    /// Prices are held within ±`most`, so that players whom no coalition entered yet covers do not run away.
    PriceProgram(std::size_t players, double most);
    ~PriceProgram();
    PriceProgram(PriceProgram const&) = delete;
    PriceProgram& operator=(PriceProgram const&) = delete;

    void enter(std::span<Coalition const> coalitions, std::span<double const> worths);

    /// The least prices for what has been entered.
    [[nodiscard]] Allocation solve();

private:
    struct Program;
    std::unique_ptr<Program> program_;
    std::size_t players_;
};

} // namespace casus::game
