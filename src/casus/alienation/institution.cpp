#include "casus/alienation/institution.hpp"

#include <algorithm>
#include <limits>

namespace casus::alienation {

double repaired_non_neutrality(World const& world, Parameters const& parameters, Buffers const& buffers,
                               std::size_t issue) {
    double const eroded = buffers.non_neutrality[issue];
    return eroded + parameters[Parameter::Repair] * (world.value(Quantity::NonNeutrality, issue) - eroded);
}

std::vector<Institution> institutions(World const& world, Parameters const& parameters, Buffers const& buffers) {
    std::size_t const issues = world.size().issues;
    std::size_t const allies = world.size().allies;
    auto const membership = world.values(Quantity::Membership);
    std::vector<Institution> all(issues);
    if (allies == 0) return all;
    for (std::size_t k = 0; k < issues; ++k) {
        Institution& here = all[k];
        here.gains = world.value(Quantity::Gains, k);
        here.intact = world.value(Quantity::NonNeutrality, k);
        here.eroded = buffers.non_neutrality[k];
        here.repaired = repaired_non_neutrality(world, parameters, buffers, k);
        double least = std::numeric_limits<double>::infinity();
        double fullest = 0.0;
        for (std::size_t n = 0; n < allies; ++n) {
            double const m = membership[n * issues + k];
            here.membership += m / static_cast<double>(allies);
            least = std::min(least, m);
            fullest = std::max(fullest, m);
        }
        auto const to_member = [&](double nu, double m) { return (nu * m + (1.0 - nu)) * here.gains; };
        here.following = to_member(here.eroded, here.membership);
        here.range = {to_member(here.eroded, least), to_member(here.eroded, fullest)};
        here.deviating = to_member(here.eroded, 0.0);
        here.repaired_following = to_member(here.repaired, here.membership);
        here.repaired_deviating = to_member(here.repaired, 0.0);
    }
    return all;
}

} // namespace casus::alienation
