#include "casus/alienation/hegemon.hpp"

#include "casus/alienation/institution.hpp"
#include "casus/base/vector_math.hpp"

#include <algorithm>
#include <array>
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

/// Following on one issue, per average ally and weighted by membership, under each strategy.
struct Following {
    double now = 0.0;  ///< F, maintaining
    double more = 0.0; ///< F', remoulding
    double less = 0.0; ///< F°, weakening
};

/// What an institution yields from following: rents, and what spills over.
struct Yield {
    double rents;
    double spillover;
};

Yield yield(double non_neutrality, double gains, double following) {
    return {non_neutrality * gains * following, (1.0 - non_neutrality) * gains * following};
}

/// e^{U_h/τ} of every ally's cell with credibility down, over what it is; in buffers.scratch.
void disbelieve(World const& world, Parameters const& parameters, std::size_t cells, Buffers& buffers) {
    double const rate = -parameters[Parameter::CredibilityLoss] * world.value(Quantity::Credibility) /
                        parameters[Parameter::Temperature];
    auto const reward = world.values(Quantity::Reward);
    for (std::size_t c = 0; c < cells; ++c) buffers.scratch[c] = rate * reward[c];
    exp_in_place({buffers.scratch.data(), cells});
}

/// Sums one issue up over the allies; what remoulding spends there goes into the ledger.
Following follow_on(World const& world, Buffers const& buffers, std::size_t issue, double rewarded,
                    HegemonLedger& ledger) {
    std::size_t const allies = world.size().allies;
    auto const membership = world.values(Quantity::Membership);
    auto const balancing = world.values(Quantity::Balancing);
    double const per_ally = 1.0 / static_cast<double>(allies);
    Following sum;
    for (std::size_t n = 0; n < allies; ++n) {
        std::size_t const c = world.cell(n, IssueId{issue});
        double const member = per_ally * membership[c];
        double const more = shifted(buffers.share[c], rewarded);
        sum.now += member * buffers.share[c];
        sum.more += member * more;
        sum.less += member * shifted(buffers.share[c], buffers.scratch[c]);
        ledger.balancing += per_ally * balancing[c] * more;
        ledger.rewards += per_ally * ledger.reward * more;
    }
    return sum;
}

} // namespace

void weigh_hegemon(World const& world, Parameters const& parameters, Buffers& buffers) {
    HegemonLedger ledger;
    ledger.need = need_to_balance(world);
    ledger.will = parameters[Parameter::BalancingWill] * ledger.need;
    ledger.capacity = world.value(Quantity::RewardBudget);
    ledger.reward = std::min(ledger.will, ledger.capacity);
    ledger.alliance_cost = world.value(Quantity::AllianceCost);

    disbelieve(world, parameters, world.size().allies * world.size().issues, buffers);
    double const rewarded =
        std::exp(world.value(Quantity::Credibility) * ledger.reward / parameters[Parameter::Temperature]);
    for (std::size_t k = 0; k < world.size().issues; ++k) {
        ledger.governance += world.value(Quantity::Governance, k);
        if (world.size().allies == 0) continue;
        Following const following = follow_on(world, buffers, k, rewarded, ledger);
        double const gains = world.value(Quantity::Gains, k);
        double const eroded = buffers.non_neutrality[k];
        Yield const now = yield(eroded, gains, following.now);
        Yield const remoulded = yield(repaired_non_neutrality(world, parameters, buffers, k), gains, following.more);
        ledger.rents += now.rents;
        ledger.spillover += now.spillover;
        ledger.remoulded_rents += remoulded.rents;
        ledger.remoulded_spillover += remoulded.spillover;
        ledger.credibility_lost += yield(eroded, gains, following.now - following.less).spillover;
    }
    buffers.hegemon = ledger;
}

double net_of(HegemonLedger const& ledger, std::size_t strategy) {
    return strategy == 0 ? ledger.maintain() : strategy == 1 ? ledger.remould() : ledger.weaken();
}

std::size_t best_strategy(HegemonLedger const& ledger) {
    std::size_t best = 0;
    for (std::size_t which = 1; which < strategies; ++which)
        if (net_of(ledger, which) > net_of(ledger, best)) best = which;
    return best;
}

double margin_of(HegemonLedger const& ledger, std::size_t strategy) {
    double const other = net_of(ledger, (strategy + 1) % strategies);
    double const another = net_of(ledger, (strategy + 2) % strategies);
    return net_of(ledger, strategy) - std::max(other, another);
}

std::span<HegemonLine const> hegemon_lines() {
    using H = HegemonLedger;
    static std::array<HegemonLine, 12> const lines{{
        {0, "rents", {"rents of non-neutrality", "制度非中性的收益"}, {"Σ ν G F", "Σ ν G F"}, 1, &H::rents},
        {0,
         "spillover",
         {"cooperation that spills over", "功能性合作的溢出收益"},
         {"Σ (1−ν) G F", "Σ (1−ν) G F"},
         1,
         &H::spillover},
        {0, "alliance_cost", {"cost of the alliance", "联盟成本"}, {}, -1, &H::alliance_cost},
        {0, "governance", {"governance", "治理消耗"}, {}, -1, &H::governance},
        {1, "rents", {"repaired rents", "修复后的非中性收益"}, {"Σ ν' G F'", "Σ ν' G F'"}, 1, &H::remoulded_rents},
        {1,
         "spillover",
         {"cooperation that spills over", "功能性合作的溢出收益"},
         {"Σ (1−ν') G F'", "Σ (1−ν') G F'"},
         1,
         &H::remoulded_spillover},
        {1, "alliance_cost", {"cost of the alliance", "联盟成本"}, {}, -1, &H::alliance_cost},
        {1, "governance", {"governance", "治理消耗"}, {}, -1, &H::governance},
        {1,
         "balancing",
         {"balancing", "制衡资源消耗"},
         {"what allies bring to balancing, matched one to one", "按一比一匹配盟国的制衡资源"},
         -1,
         &H::balancing},
        {1, "rewards", {"rewards", "给予追随行为的奖励"}, {}, -1, &H::rewards},
        {2,
         "spillover",
         {"cooperation still enjoyed", "继续享受的功能性合作收益"},
         {"Σ (1−ν) G F", "Σ (1−ν) G F"},
         1,
         &H::spillover},
        {2,
         "credibility_lost",
         {"what goes with lost credibility", "信誉下降、追随减少的损失"},
         {"Σ (1−ν) G (F − F°)", "Σ (1−ν) G (F − F°)"},
         -1,
         &H::credibility_lost},
    }};
    return lines;
}

} // namespace casus::alienation
