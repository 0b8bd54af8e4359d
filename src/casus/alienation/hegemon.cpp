#include "casus/alienation/hegemon.hpp"

#include "casus/base/vector_math.hpp"

#include <algorithm>
#include <cmath>

namespace casus::alienation {

namespace {

/// A follow share after U_h has moved so that e^{U_h/τ} is `factor` times what it was.
double shifted(double follow, double factor) { return factor * follow / (1.0 + (factor - 1.0) * follow); }

double need_to_balance(World const& world) {
    double challenging = 0.0;
    for (ActorId const challenger : world.challengers())
        challenging += world.value(Quantity::Power, challenger.index());
    double const all = challenging + world.value(Quantity::Power, world.leader().index());
    return all > 0.0 ? challenging / all : 0.0;
}

} // namespace

void weigh_hegemon(World const& world, Parameters const& parameters, Buffers& buffers) {
    HegemonLedger ledger;
    ledger.need = need_to_balance(world);
    ledger.will = parameters[Parameter::BalancingWill] * ledger.need;
    ledger.capacity = world.value(Quantity::RewardBudget);
    ledger.reward = std::min(ledger.will, ledger.capacity);
    ledger.alliance_cost = world.value(Quantity::AllianceCost);

    std::size_t const issues = world.size().issues;
    std::size_t const cells = world.size().allies * issues;
    double const credibility = world.value(Quantity::Credibility);
    double const temperature = parameters[Parameter::Temperature];
    double const rewarded = std::exp(credibility * ledger.reward / temperature);
    auto const reward = world.values(Quantity::Reward);
    auto const membership = world.values(Quantity::Membership);
    auto const balancing = world.values(Quantity::Balancing);
    double const disbelief = -parameters[Parameter::CredibilityLoss] * credibility / temperature;
    for (std::size_t c = 0; c < cells; ++c) buffers.scratch[c] = disbelief * reward[c];
    exp_in_place({buffers.scratch.data(), cells});

    double const per_ally = world.size().allies > 0 ? 1.0 / static_cast<double>(world.size().allies) : 0.0;
    for (std::size_t k = 0; k < issues; ++k) {
        double const gains = world.value(Quantity::Gains, k);
        double const eroded = buffers.non_neutrality[k];
        double const intact = world.value(Quantity::NonNeutrality, k);
        double const repaired = eroded + parameters[Parameter::Repair] * (intact - eroded);
        ledger.governance += world.value(Quantity::Governance, k);
        for (std::size_t c = k; c < cells; c += issues) {
            double const now = buffers.share[c];
            double const more = shifted(now, rewarded);
            double const less = shifted(now, buffers.scratch[c]);
            double const member = per_ally * membership[c];
            ledger.rents += eroded * gains * member * now;
            ledger.spillover += (1.0 - eroded) * gains * member * now;
            ledger.remoulded_rents += repaired * gains * member * more;
            ledger.remoulded_spillover += (1.0 - repaired) * gains * member * more;
            ledger.balancing += per_ally * balancing[c] * more;
            ledger.rewards += per_ally * ledger.reward * more;
            ledger.credibility_lost += (1.0 - eroded) * gains * member * (now - less);
        }
    }
    buffers.hegemon = ledger;
}

} // namespace casus::alienation
