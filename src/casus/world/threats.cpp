#include "casus/world/threats.hpp"

#include <algorithm>

namespace casus {

namespace {

bool allied(World const& world, ActorId a, ActorId b) {
    auto const joins = [](Treaty const& treaty, ActorId actor) {
        return std::find(treaty.members.begin(), treaty.members.end(), actor) != treaty.members.end();
    };
    return std::any_of(world.treaties().begin(), world.treaties().end(), [&](Treaty const& treaty) {
        return treaty.type == TieType::Alliance && treaty.in_force(world.year()) && joins(treaty, a) &&
               joins(treaty, b);
    });
}

/// Threats that have been joined, and the power behind them.
struct Joined {
    double none = 1.0;
    double strongest = 0.0;
    double bearing = 0.0;

    void add(double threat, double power_arriving) {
        none *= 1.0 - threat;
        strongest = std::max(strongest, threat);
        bearing += threat * power_arriving;
    }
    [[nodiscard]] double total(ThreatJoin join) const { return join == ThreatJoin::Either ? 1.0 - none : strongest; }
};

} // namespace

Threats::Threats(World const& world) {
    std::size_t const actors = world.size().actors;
    for (std::size_t i = 0; i < actors; ++i) {
        first_.push_back(first_.empty() ? 0 : first_.back() + world.environment(ActorId{i - 1}).size());
    }
    std::size_t const pairs = actors == 0 ? 0 : first_.back() + world.environment(ActorId{actors - 1}).size();
    pair.resize(pairs);
    columns.resize(pairs);
    terms.resize(pairs);
    total.resize(actors);
    shortfall.resize(actors);
    need_.resize(actors);
    for (std::size_t i = 0; i < actors; ++i)
        for (ActorId const sender : world.environment(ActorId{i}))
            foreign_.push_back(sender != world.leader() && !allied(world, ActorId{i}, sender));
}

double Threats::from(World const& world, ActorId actor, ActorId sender) const {
    auto const environment = world.environment(actor);
    auto const found = std::find(environment.begin(), environment.end(), sender);
    if (found == environment.end()) return 0.0;
    return pair[position(actor, static_cast<std::size_t>(found - environment.begin()))];
}

measure::ThreatCoefficients threat_coefficients(Parameters const& p) {
    using enum Parameter;
    return {.constant = p[ThreatConstant],
            .power = p[ThreatPower],
            .proximity = p[ThreatProximity],
            .offence = p[ThreatOffence],
            .hostility = p[ThreatHostility],
            .depth = p[ThreatDepth],
            .reference = p[ThreatReference],
            .land_reach = p[LandReach],
            .sea_reach = p[SeaReach]};
}

namespace {

void gather(World const& world, Threats& out) {
    using enum Quantity;
    auto const power = world.values(Power);
    auto const landlocked = world.values(Landlocked);
    auto const land = world.values(Land);
    auto const sea = world.values(SeaAir);
    auto const offence = world.values(Offence);
    auto const depth = world.values(Depth);
    auto const distance = world.values(Distance);
    auto const contiguity = world.values(Contiguity);
    auto const barrier = world.values(Barrier);
    auto const hostility = world.values(Hostility);
    measure::ThreatColumns& c = out.columns;
    std::size_t row = 0;
    for (std::size_t i = 0; i < world.size().actors; ++i) {
        for (ActorId const sender : world.environment(ActorId{i})) {
            std::size_t const j = sender.index();
            std::size_t const dyad = i * world.size().actors + j;
            c.target_power[row] = power[i];
            c.sender_power[row] = power[j];
            c.distance[row] = distance[dyad];
            c.contiguity[row] = contiguity[dyad];
            c.barrier[row] = barrier[dyad];
            c.sender_land[row] = land[j];
            c.sender_sea[row] = sea[j];
            c.landlocked[row] = std::max(landlocked[i], landlocked[j]);
            c.sender_offence[row] = offence[j];
            c.hostility[row] = hostility[dyad];
            c.target_depth[row] = depth[i];
            ++row;
        }
    }
}

} // namespace

void assess_threats(World const& world, Parameters const& parameters, ThreatJoin join, Threats& out) {
    gather(world, out);
    measure::ThreatCoefficients const coefficients = threat_coefficients(parameters);
    measure::threats(out.columns, coefficients, out.terms, out.pair);
    auto const power = world.values(Quantity::Power);
    for (std::size_t i = 0; i < world.size().actors; ++i) {
        Joined all;
        Joined foreign;
        std::size_t const count = world.environment(ActorId{i}).size();
        for (std::size_t n = 0; n < count; ++n) {
            std::size_t const row = out.position(ActorId{i}, n);
            double const arriving = out.columns.sender_power[row] * out.terms.proximity[row];
            all.add(out.pair[row], arriving);
            if (out.foreign_[row]) foreign.add(out.pair[row], arriving);
        }
        out.total[i] = all.total(join);
        out.shortfall[i] = measure::shortfall(power[i], all.bearing);
        out.need_[i] = foreign.total(join) * measure::shortfall(power[i], foreign.bearing);
    }
}

} // namespace casus
