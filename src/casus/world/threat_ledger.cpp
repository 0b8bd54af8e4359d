#include "casus/world/threat_ledger.hpp"

#include "casus/world/ledger_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace casus {

Ledger threat_ledger(World const& world, Parameters const& parameters, Threats const& threats, ActorId actor) {
    Text const& name = name_of(world, actor);
    LedgerWriter writer(world, parameters, "threat/" + world.actor(actor).code,
                        {fmt::format("{}: threats", name.en), fmt::format("{}面临的威胁", name.zh)});
    writer.total("threat", {"threat T", "威胁 T"}, threats.total[actor.index()],
                 {"all single threats together, ⊕", "各方威胁的合成 ⊕"});
    writer.total("shortfall", {"shortfall", "缺口"}, threats.shortfall[actor.index()],
                 {"power that bears on it over that plus its own", "所受实力占其与自身实力之和的份额"});
    writer.total("need", {"need for protection", "保护需求"}, threats.need(actor),
                 {"T · shortfall over the threats of others than the leader and fellow allies",
                  "T · 缺口，不计霸权国与盟友之间的威胁"});
    writer.figure(Quantity::Power, actor.index());
    writer.figure(Quantity::Depth, actor.index());
    writer.parameter(Parameter::ThreatReference);
    writer.figure(Quantity::Landlocked, actor.index());

    auto const environment = world.environment(actor);
    std::vector<std::size_t> order(environment.size());
    for (std::size_t n = 0; n < order.size(); ++n) order[n] = n;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return threats.pair[threats.position(actor, a)] > threats.pair[threats.position(actor, b)];
    });
    measure::ThreatCoefficients const c = threat_coefficients(parameters);
    double strongest = 0.0;
    for (std::size_t const n : order) {
        std::size_t const row = threats.position(actor, n);
        ActorId const sender = environment[n];
        std::size_t const dyad = world.dyad(actor, sender);
        strongest = std::max(strongest, threats.pair[row]);
        writer.total(
            world.actor(sender).code,
            {fmt::format("from: {}", name_of(world, sender).en), fmt::format("来自{}", name_of(world, sender).zh)},
            threats.pair[row], {"min(1, 2Λ(η − η95)); η is the sum of", "min(1, 2Λ(η − η95))；η 为下列各项之和"});
        auto const& [power, near, offence, hostility, depth] = threats.terms.logs;
        writer.term("constant", {"constant", "常数"}, c.constant);
        writer.term("power", {"aggregate power", "综合实力"}, c.power * power[row],
                    {"α1 log[p_j/(p_i+p_j)]", "α1 log[p_j/(p_i+p_j)]"});
        writer.figure(Quantity::Power, sender.index());
        writer.term("proximity", {"proximity", "地理邻近性"}, c.proximity * near[row], {"α2 log prox", "α2 log prox"});
        writer.figure(Quantity::Distance, dyad);
        writer.figure(Quantity::Contiguity, dyad);
        writer.figure(Quantity::Barrier, dyad);
        writer.figure(Quantity::Land, sender.index());
        writer.figure(Quantity::SeaAir, sender.index());
        writer.figure(Quantity::Landlocked, sender.index());
        writer.term("offence", {"offensive capability", "进攻实力"}, c.offence * offence[row],
                    {"α3 log o_j", "α3 log o_j"});
        writer.figure(Quantity::Offence, sender.index());
        writer.term("hostility", {"hostile intent", "进攻意图"}, c.hostility * hostility[row],
                    {"α4 log g", "α4 log g"});
        writer.figure(Quantity::Hostility, dyad);
        writer.term("depth", {"want of depth", "纵深不足"}, c.depth * depth[row], {"−α5 log s_i", "−α5 log s_i"});
    }
    Text summary;
    if (!order.empty() && strongest > 0.0) {
        Text const& first = name_of(world, environment[order.front()]);
        summary = {fmt::format("{}: greatest threat {} ({:.2f}); all together {:.2f}.", name.en, first.en, strongest,
                               threats.total[actor.index()]),
                   fmt::format("{}对{}的威胁最大（{:.2f}）；合计 {:.2f}。", first.zh, name.zh, strongest,
                               threats.total[actor.index()])};
    }
    return writer.finish(std::move(summary));
}

} // namespace casus
