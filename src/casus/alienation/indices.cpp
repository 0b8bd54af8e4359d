#include "casus/alienation/indices.hpp"

#include <cmath>

namespace casus::alienation {

void index_actors(World const& world, Buffers& buffers) {
    std::size_t const issues = world.size().issues;
    for (std::size_t n = 0; n < world.size().assessed; ++n) {
        double mean = 0.0;
        double square = 0.0;
        double swing = 0.0;
        for (std::size_t c = n * issues; c < (n + 1) * issues; ++c) {
            double const weighted = buffers.weight[c] * buffers.share[c];
            mean += weighted;
            square += weighted * buffers.share[c];
            swing += buffers.weight[c] * buffers.swing[c];
        }
        buffers.index[n] = 1.0 - mean;
        buffers.dispersion[n] = std::sqrt(std::max(0.0, square - mean * mean));
        buffers.swing_index[n] = swing;
    }
}

void judge_regimes(World const& world, Parameters const& parameters, Buffers& buffers) {
    std::size_t const issues = world.size().issues;
    for (std::size_t n = 0; n < world.size().allies; ++n) {
        ActorId const actor = world.assessed()[n];
        double inside = parameters[Parameter::SecurityWeight] * buffers.threats.need(actor) *
                        world.value(Quantity::Commitment, actor.index());
        double outside = 0.0;
        for (std::size_t c = n * issues; c < (n + 1) * issues; ++c) {
            inside += buffers.weight[c] * buffers.log_sum[c];
            outside += buffers.weight[c] * (buffers.outside[c] - buffers.exclusion[c]);
        }
        buffers.value[n] = inside;
        buffers.outside_value[n] = outside;
        bool const leaves = inside < outside - world.value(Quantity::ExitCost, actor.index());
        bool const complies = buffers.index[n] <= parameters[Parameter::ComplianceThreshold];
        buffers.regime[n] = leaves ? Regime::Dissolution : complies ? Regime::Compliance : Regime::Alienation;
    }
}

void sum_up_system(World const& world, Buffers& buffers) {
    std::size_t const issues = world.size().issues;
    std::size_t const cells = world.size().cells();
    auto const exclusivity = world.values(Quantity::Exclusivity);
    SystemOutputs system;
    for (std::size_t n = 0; n < world.size().allies; ++n) {
        for (std::size_t c = n * issues; c < (n + 1) * issues; ++c) {
            double with_challengers = 0.0;
            double both = 0.0;
            double all_forbidden = 1.0;
            for (std::size_t side = 1; side + 1 < world.size().sides; ++side) {
                double const f = buffers.share[side * cells + c];
                double const x = exclusivity[side * cells + c];
                with_challengers += f;
                both += (1.0 - x) * f;
                all_forbidden *= x;
            }
            both += (1.0 - all_forbidden) * buffers.share[c];
            system.polarisation += buffers.weight[c] * std::abs(buffers.share[c] - with_challengers);
            system.cross_membership += buffers.weight[c] * both;
        }
        if (buffers.security)
            system.mobilisable_power += world.value(Quantity::Power, world.assessed()[n].index()) *
                                        buffers.share[n * issues + *buffers.security];
    }
    if (world.size().allies > 0) {
        auto const allies = static_cast<double>(world.size().allies);
        system.polarisation /= allies;
        system.cross_membership /= allies;
    }
    buffers.system = system;
}

} // namespace casus::alienation
