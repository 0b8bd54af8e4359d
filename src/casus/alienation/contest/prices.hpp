// Who is bought, at what price, and who is not worth buying.
#pragma once

#include "casus/alienation/contest/ground.hpp"

#include <optional>
#include <vector>

namespace casus::contest {

/// What one more unit of spending would add to a side's share of a cell, the others' spending unchanged.
[[nodiscard]] double marginal_share(Contest const& contest, Equilibrium const& at, std::size_t side, std::size_t cell);

/// What a side would have to spend beyond what it does until its option leads the cell, the others' spending
/// unchanged; 0 where it leads. Empty where the cell is closed to it.
[[nodiscard]] std::optional<double> price_of_lead(Ground const& ground, Equilibrium const& at, std::size_t options,
                                                  std::size_t side, std::size_t cell);

/// A stance whose leading option is another than at zero effort.
struct Bought {
    std::size_t cell = 0;
    std::size_t before = 0; ///< option that led at zero effort
    std::size_t after = 0;  ///< option that leads now, always a side's
    double paid = 0.0;      ///< what that side spends there
};

/// In the order of cells.
[[nodiscard]] std::vector<Bought> bought(Ground const& ground, Equilibrium const& at, std::size_t options);

/// What an actor gets from a side and what it would cost to get more of it.
struct Courted {
    double spent = 0.0;            ///< by the side, over the actor's issues
    std::size_t most_cell = 0;     ///< where it spends most
    double cheapest = 0.0;         ///< spending per hundredth of the actor's weighted share where it is least; infinite
                                   ///< where all is closed
    std::size_t cheapest_cell = 0; ///< where; the first of equals, as all cells that the side spends on are
    double worthwhile =
        0.0; ///< best marginal payoff of its cells over the side's price: below 1 nothing is spent on it
};

[[nodiscard]] Courted court(Ground const& ground, Equilibrium const& at, alienation::Buffers const& evaluated,
                            std::size_t side, std::size_t assessed, std::size_t issues);

/// What the actor gains by being courted: τ Σ_k w_k ln(1 + Σ pull), in the unit of utilities; the sum is over rewards and
/// offers, since pressure is no gain to whom it presses.
[[nodiscard]] double gained_by(Ground const& ground, Equilibrium const& at, alienation::Buffers const& evaluated,
                               double temperature, std::size_t assessed, std::size_t issues);

} // namespace casus::contest
