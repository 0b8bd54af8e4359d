#include "casus/dilemma/inputs.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace casus::dilemma {

namespace {

/// Trade over the actor's GDP, as x/(x + κ); 0 where either is unknown.
double exposure_of(World const& world, ActorId actor, ActorId to, double half) {
    double const x = world.value(Quantity::Trade, world.dyad(actor, to)) / world.value(Quantity::Gdp, actor.index());
    return x > 0.0 ? (std::isinf(x) ? 1.0 : x / (x + half)) : 0.0;
}

/// Distances and closeness of a dyad under the parameters.
struct Ground {
    World const& world;
    double land_reach;
    double sea_reach;
    double support_reach;

    [[nodiscard]] double reach(ActorId a, ActorId b) const {
        std::size_t const dyad = world.dyad(a, b);
        if (world.value(Quantity::Contiguity, dyad) > 0.0) return 1.0;
        return std::exp(-world.value(Quantity::Distance, dyad) / support_reach);
    }
    [[nodiscard]] double log_closeness(ActorId a, ActorId b) const {
        std::size_t const dyad = world.dyad(a, b);
        double const distance = world.value(Quantity::Distance, dyad);
        double const by_land = world.value(Quantity::Contiguity, dyad) > 0.0 ? 1.0 : std::exp(-distance / land_reach);
        return std::log(
            std::max({world.value(Quantity::Barrier, dyad) * by_land, std::exp(-distance / sea_reach), 1e-6}));
    }
};

Coefficients coefficients_of(World const& world, Parameters const& p) {
    using enum Parameter;
    return {.initiation_constant = p[InitiationConstant],
            .initiation_hostility = p[InitiationHostility],
            .emboldenment = p[Emboldenment],
            .initiation_proximity = p[InitiationProximity],
            .attack_constant = p[AttackConstant],
            .attack_hostility = p[AttackHostility],
            .deterrence = p[Deterrence],
            .attack_proximity = p[AttackProximity],
            .offence = p[OffenceWeight] * world.value(Quantity::OffenceAdvantage),
            .horizon = p[Horizon],
            .load_exponent = p[LoadExponent],
            .fight_cost = p[FightCost],
            .opportunity = p[Opportunity],
            .economic_weight = p[EconomicWeight],
            .restraint = p[Restraint],
            .binding = p[Binding],
            .synergy = p[Synergy]};
}

double hostility_to(World const& world, ActorId target, ActorId sender) {
    return world.value(Quantity::Hostility, world.dyad(target, sender));
}

void read_rivals(World const& world, Parameters const& p, Ground const& ground, Reading& reading) {
    System const& s = reading.system;
    Inputs& in = reading.inputs;
    measure::ThreatCoefficients const c = threat_coefficients(p);
    in.threat_power = c.power;
    in.threat_hostility = c.hostility;
    for (std::size_t m = 0; m < in.rivals; ++m) {
        ActorId const rival = s.rivals[m];
        in.rival_power[m] = world.value(Quantity::Power, rival.index());
        in.leader_provocation[m] = hostility_to(world, rival, s.leader);
        in.leader_hostility[m] = hostility_to(world, s.leader, rival);
        in.leader_closeness[m] = ground.log_closeness(s.leader, rival);
        in.leader_distance[m] = ground.reach(s.leader, rival);
        in.leader_exposure[m] = exposure_of(world, s.leader, rival, p[Parameter::TradeHalf]);
        for (std::size_t other = 0; other < in.rivals; ++other)
            in.rival_threat[m * in.rivals + other] =
                other == m ? 0.0 : reading.threats.from(world, rival, s.rivals[other]);
        auto const environment = world.environment(rival);
        auto const at = std::ranges::find(environment, s.leader) - environment.begin();
        std::size_t const row = reading.threats.position(rival, static_cast<std::size_t>(at));
        in.score_without_power[m] = measure::threat_score(reading.threats.terms, row, c) - c.reference -
                                    c.power * reading.threats.terms.logs[0][row];
    }
}

void read_member(World const& world, Parameters const& p, Ground const& ground, std::size_t i, Reading& reading) {
    System const& s = reading.system;
    Inputs& in = reading.inputs;
    ActorId const member = s.members[i];
    double const power = world.value(Quantity::Power, member.index());
    in.member_power[i] = power;
    in.promise[i] = world.value(Quantity::Commitment, member.index());
    in.autonomy[i] = world.value(Quantity::Autonomy, member.index());
    in.worth[i] = world.value(Quantity::Worth, member.index());
    in.leader_reach[i] = ground.reach(s.leader, member);
    double bearing = 0.0;
    for (std::size_t m = 0; m < in.rivals; ++m) {
        ActorId const rival = s.rivals[m];
        std::size_t const at = in.position(i, m);
        in.threat[at] = reading.threats.from(world, member, rival);
        in.provocation[at] = hostility_to(world, rival, member);
        in.hostility[at] = hostility_to(world, member, rival);
        in.log_closeness[at] = ground.log_closeness(member, rival);
        in.rival_reach[at] = ground.reach(member, rival);
        in.exposure[at] = exposure_of(world, member, rival, p[Parameter::TradeHalf]);
        bearing += in.threat[at] * in.rival_power[m] * in.rival_reach[at];
    }
    in.dependence[i] = measure::shortfall(power, bearing);
    for (std::size_t b = 0; b < in.members; ++b) {
        if (b == i) continue;
        std::size_t const dyad = world.dyad(member, s.members[b]);
        in.link[in.pair(i, b)] = s.same_branch(i, b) ? 0.0 : world.value(Quantity::Linkage, dyad);
        in.reach[in.pair(i, b)] = ground.reach(member, s.members[b]);
        in.link_cost[in.pair(i, b)] = p[Parameter::LinkCost] * world.value(Quantity::Distance, dyad) / 10'000.0;
    }
}

void read_allegiance(World const& world, Parameters const& p, Reading& reading) {
    Inputs& in = reading.inputs;
    double const all = std::accumulate(in.member_power.begin(), in.member_power.end(), 0.0);
    double const defence = (1.0 - world.value(Quantity::OffenceAdvantage)) / 2.0;
    for (std::size_t i = 0; i < in.members; ++i) {
        double const given = world.value(Quantity::Allegiance, reading.system.members[i].index());
        if (!std::isnan(given)) {
            in.allegiance[i] = given;
            continue;
        }
        auto const first = in.exposure.begin() + static_cast<std::ptrdiff_t>(i * in.rivals);
        double const exposure = *std::max_element(first, first + static_cast<std::ptrdiff_t>(in.rivals));
        double const share = all > 0.0 ? in.member_power[i] / all : 0.0;
        in.allegiance[i] = (1.0 - in.autonomy[i]) * (1.0 - p[Parameter::AllegianceTrade] * exposure) *
                           (1.0 - p[Parameter::FreeRiding] * defence * (1.0 - share));
    }
}

/// 1 − Σ s_k²: 0 where the leader has all the power of leader and rivals, near 1 among many equals.
double multipolarity(Inputs const& in) {
    double sum = in.power;
    double squares = in.power * in.power;
    for (double const p : in.rival_power) sum += p, squares += p * p;
    return sum > 0.0 ? 1.0 - squares / (sum * sum) : 0.0;
}

} // namespace

Reading::Reading(World const& world) : system(world), threats(world) {
    std::size_t const n = system.members.size();
    std::size_t const r = system.rivals.size();
    inputs.members = n;
    inputs.rivals = r;
    for (auto* column : {&inputs.promise, &inputs.allegiance, &inputs.autonomy, &inputs.worth, &inputs.member_power,
                         &inputs.dependence, &inputs.leader_reach})
        column->assign(n, 0.0);
    for (auto* column : {&inputs.threat, &inputs.provocation, &inputs.hostility, &inputs.log_closeness,
                         &inputs.rival_reach, &inputs.exposure})
        column->assign(n * r, 0.0);
    for (auto* column :
         {&inputs.rival_power, &inputs.leader_provocation, &inputs.leader_hostility, &inputs.leader_closeness,
          &inputs.leader_distance, &inputs.leader_exposure, &inputs.score_without_power})
        column->assign(r, 0.0);
    for (auto* column : {&inputs.link, &inputs.reach, &inputs.link_cost}) column->assign(n * n, 0.0);
    inputs.rival_threat.assign(r * r, 0.0);
}

void read_inputs(World const& world, Parameters const& parameters, Reading& reading) {
    using enum Parameter;
    assess_threats(world, parameters, ThreatJoin::Either, reading.threats);
    Inputs& in = reading.inputs;
    in.c = coefficients_of(world, parameters);
    in.power = world.value(Quantity::Power, reading.system.leader.index());
    in.budget = world.value(Quantity::PromiseBudget);
    Ground const ground{world, parameters[LandReach], parameters[SeaReach], parameters[SupportReach]};
    read_rivals(world, parameters, ground, reading);
    for (std::size_t i = 0; i < in.members; ++i) read_member(world, parameters, ground, i, reading);
    read_allegiance(world, parameters, reading);
    in.exit = std::clamp(parameters[ExitFloor] + parameters[ExitSlope] * multipolarity(in), 0.0, 1.0);
}

} // namespace casus::dilemma
