#include "casus/alienation/flip.hpp"

#include <algorithm>
#include <limits>

namespace casus::alienation {

Flip find_flip(World const& world, Buffers const& buffers, std::size_t cell) {
    std::size_t const cells = world.size().cells();
    std::size_t const challengers = world.challengers().size();
    std::size_t const options = option_count(world);
    auto const utility = [&](std::size_t option) { return buffers.utility[option * cells + cell]; };
    auto const level = [](double x) { return x >= 0.0 ? std::optional(x) : std::nullopt; };

    Flip flip;
    flip.rival = 1;
    for (std::size_t o = 2; o < options; ++o)
        if (utility(o) > utility(flip.rival)) flip.rival = o;
    flip.leading = utility(0) >= utility(flip.rival) ? 0 : flip.rival;

    double const behind = utility(flip.rival) - utility(0);
    double const credibility = world.value(Quantity::Credibility);
    if (credibility > 0.0) flip.reward = level(world.value(Quantity::Reward, cell) + behind / credibility);

    double best_challenger = -std::numeric_limits<double>::infinity();
    double best_other = -std::numeric_limits<double>::infinity();
    for (std::size_t o = 1; o < options; ++o) {
        double& best = o <= challengers ? best_challenger : best_other;
        best = std::max(best, utility(o));
    }
    if (challengers > 0 && utility(0) >= best_other)
        flip.pressure = level(world.value(Quantity::Pressure, cell) + best_challenger - utility(0));

    for (std::size_t r = 1; r <= challengers; ++r) {
        double best = -std::numeric_limits<double>::infinity();
        for (std::size_t o = 0; o < options; ++o)
            if (o != r) best = std::max(best, utility(o));
        double const need = buffers.need[cell];
        flip.offer.push_back(
            need > 0.0 ? level(world.value(Quantity::Offer, world.side_cell(r, cell)) + (best - utility(r)) / need)
                       : std::nullopt);
    }
    return flip;
}

} // namespace casus::alienation
