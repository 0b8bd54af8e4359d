#include "casus/dilemma/risks.hpp"

#include "casus/base/probability.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace casus::dilemma {

namespace {

double odds_to_chance(double log_odds) { return 1.0 / (1.0 + std::exp(-log_odds)); }

/// 1 − [(1 − P)(1 − P')]^H.
double over_horizon(double first, double second, double years) {
    return -std::expm1(years * (std::log1p(-first) + std::log1p(-second)));
}

/// ⊕ over m of a_m by 1 − ∏(1 − a_m).
class Joined {
public:
    void add(double x) { none_ *= 1.0 - x; }
    [[nodiscard]] double value() const { return 1.0 - none_; }

private:
    double none_ = 1.0;
};

void assess_leader_conflicts(Inputs const& in, Risks& out) {
    Coefficients const& c = in.c;
    for (std::size_t m = 0; m < in.rivals; ++m) {
        double const begins = odds_to_chance(c.initiation_constant + c.initiation_hostility * in.leader_provocation[m] +
                                             c.initiation_proximity * in.leader_closeness[m] + c.offence);
        double const arriving = std::max(in.rival_power[m] * in.leader_distance[m], 1e-9);
        double const attacked = odds_to_chance(c.attack_constant + c.attack_hostility * in.leader_hostility[m] -
                                               c.deterrence * std::log(std::max(in.power, 1e-9) / arriving) +
                                               c.attack_proximity * in.leader_closeness[m] + c.offence);
        out.own_conflict[m] = over_horizon(begins, attacked, c.horizon);
        double spared = 1.0 - out.own_conflict[m];
        for (std::size_t i = 0; i < in.members; ++i)
            spared *= 1.0 - out.member[i].promise * out.conflict[in.position(i, m)];
        out.leader_conflict[m] = 1.0 - spared;

        Joined others;
        for (std::size_t other = 0; other < in.rivals; ++other)
            if (other != m) others.add(in.leader_hostility[other]);
        double const fight = c.fight_cost * in.rival_power[m] / std::max(in.power + in.rival_power[m], 1e-9);
        out.leader_loss[m] =
            either(either(fight, c.opportunity * others.value()), c.economic_weight * in.leader_exposure[m]);
    }
}

/// Share of m in what threatens the member; equal shares where nobody does.
double threat_share(Inputs const& in, std::size_t i, std::size_t m) {
    double sum = 0.0;
    for (std::size_t other = 0; other < in.rivals; ++other) sum += in.threat[in.position(i, other)];
    return sum > 0.0 ? in.threat[in.position(i, m)] / sum : 1.0 / static_cast<double>(in.rivals);
}

void assess_tie(Inputs const& in, std::size_t i, Risks& out) {
    MemberState const& state = out.member[i];
    double need = in.power;
    for (double const p : in.rival_power) need += p;
    Joined member_spared;
    Joined leader_spared;
    for (std::size_t m = 0; m < in.rivals; ++m) {
        std::size_t const at = in.position(i, m);
        out.abandonment_by_rival[at] =
            in.threat[at] * in.dependence[i] * (1.0 - state.promise * out.spread_thin * (1.0 - in.exit));
        out.member_loss[at] =
            (1.0 - in.c.economic_weight) * (1.0 - threat_share(in, i, m)) + in.c.economic_weight * in.exposure[at];
        double const dragged = out.leader_conflict[m] * out.member_loss[at];
        double const drags = out.conflict[at] * out.leader_loss[m];
        member_spared.add(dragged);
        leader_spared.add(drags);
        out.entrapment_by_rival[at] = state.allegiance * dragged;
        out.leader_entrapment_by_rival[at] = state.promise * drags;
        out.leader_abandonment_by_rival[at] =
            need > 0.0 ? in.rival_power[m] / need * in.worth[i] * (1.0 - state.allegiance) : 0.0;
    }
    out.entrapment[i] = state.allegiance * member_spared.value();
    out.leader_entrapment[i] = state.promise * leader_spared.value();
    out.reliability[i] = 0.5 * ((1.0 - state.abandonment) * (1.0 - out.entrapment[i]) +
                                (1.0 - state.leader_abandonment) * (1.0 - out.leader_entrapment[i]));
}

void assess_strength(Inputs const& in, Risks& out) {
    for (std::size_t m = 0; m < in.rivals; ++m) {
        double threat = 0.0;
        double defence = 0.0;
        double forces = in.power;
        for (std::size_t i = 0; i < in.members; ++i) {
            std::size_t const at = in.position(i, m);
            MemberState const& state = out.member[i];
            double const arriving = std::max(in.rival_power[m] * in.rival_reach[at], 1e-9);
            threat += in.threat[at];
            defence += in.threat[at] * std::log(std::max(in.member_power[i] + state.support, 1e-9) / arriving);
            forces += state.allegiance * in.member_power[i] * in.rival_reach[at];
            for (std::size_t b = i + 1; b < in.members; ++b)
                if (double const s = in.link[in.pair(i, b)]; s > 0.0)
                    forces += in.c.synergy * s *
                              std::sqrt(in.member_power[i] * in.rival_reach[at] * in.member_power[b] *
                                        in.rival_reach[in.position(b, m)]);
        }
        out.forces[m] = forces;
        out.strength[m] = (threat > 0.0 ? defence / threat : 0.0) +
                          std::log(std::max(forces, 1e-9) / std::max(in.rival_power[m], 1e-9));
    }
}

/// L_m after what links carry of each member's load.
void assess_cost(Inputs const& in, Risks& out) {
    out.cost = 0.0;
    for (std::size_t m = 0; m < in.rivals; ++m) {
        double sum = 0.0;
        for (std::size_t i = 0; i < in.members; ++i) {
            std::size_t const at = in.position(i, m);
            MemberState const& state = out.member[i];
            double const own = state.promise * out.spread_thin * in.power * in.leader_reach[i];
            double const left_to_leader = state.support > 0.0 ? own / state.support : 1.0;
            sum += std::pow(in.promise[i] * in.threat[at] * in.dependence[i] * left_to_leader, in.c.load_exponent);
        }
        out.cost += std::pow(sum, 1.0 / in.c.load_exponent);
    }
    for (std::size_t a = 0; a < in.members; ++a)
        for (std::size_t b = a + 1; b < in.members; ++b)
            out.cost += in.link[in.pair(a, b)] * in.link_cost[in.pair(a, b)];
}

void assess_dominance(Inputs const& in, Risks& out) {
    double hub = 0.0;
    double links = 0.0;
    for (std::size_t a = 0; a < in.members; ++a) {
        hub += out.member[a].allegiance * std::sqrt(in.power * in.member_power[a]);
        for (std::size_t b = a + 1; b < in.members; ++b)
            links += in.link[in.pair(a, b)] * std::sqrt(in.member_power[a] * in.member_power[b]);
    }
    out.dominance = hub > 0.0 ? 0.5 * hub / (hub + links) : 0.0;
}

double threat_to_rival(Inputs const& in, Risks const& risks, std::size_t m) {
    double const share = risks.forces[m] / std::max(in.rival_power[m] + risks.forces[m], 1e-9);
    double const score = in.score_without_power[m] + in.threat_power * std::log(std::max(share, 1e-6));
    return std::min(1.0, odds_to_chance(score) / 0.5);
}

void assess_alignment(Inputs const& in, Risks& out) {
    Joined all;
    for (std::size_t m = 0; m < in.rivals; ++m)
        for (std::size_t n = m + 1; n < in.rivals; ++n) all.add(pair_alignment(in, out, m, n));
    out.alignment = all.value();
}

} // namespace

double pair_alignment(Inputs const& in, Risks const& risks, std::size_t m, std::size_t n) {
    return std::sqrt(threat_to_rival(in, risks, m) * threat_to_rival(in, risks, n)) *
           (1.0 - std::max(in.rival_threat[m * in.rivals + n], in.rival_threat[n * in.rivals + m]));
}

Risks::Risks(Inputs const& in) {
    load.assign(in.rivals, 0.0);
    member.assign(in.members, {});
    for (auto* column : {&initiation, &attack, &conflict, &abandonment_by_rival, &entrapment_by_rival,
                         &leader_abandonment_by_rival, &leader_entrapment_by_rival, &member_loss})
        column->assign(in.members * in.rivals, 0.0);
    for (auto* column : {&leader_conflict, &own_conflict, &leader_loss, &strength, &forces})
        column->assign(in.rivals, 0.0);
    for (auto* column : {&entrapment, &leader_entrapment, &reliability}) column->assign(in.members, 0.0);
}

double spread_thin(Inputs const& in, std::span<double> load) {
    double sum = 0.0;
    for (std::size_t m = 0; m < in.rivals; ++m) {
        double powers = 0.0;
        for (std::size_t i = 0; i < in.members; ++i)
            powers += std::pow(in.promise[i] * in.threat[in.position(i, m)] * in.dependence[i], in.c.load_exponent);
        load[m] = std::pow(powers, 1.0 / in.c.load_exponent);
        sum += load[m];
    }
    return sum > in.budget ? in.budget / sum : 1.0;
}

MemberState member_state(Inputs const& in, std::size_t i, double spread_thin, double linked, double forces,
                         std::span<double> initiation, std::span<double> attack, std::span<double> conflict) {
    Coefficients const& c = in.c;
    MemberState state;
    state.linked = linked;
    double const unbound = std::exp(-c.binding * linked);
    state.promise = 1.0 - (1.0 - in.promise[i]) * unbound;
    state.allegiance = 1.0 - (1.0 - in.allegiance[i]) * unbound;
    state.support = state.promise * spread_thin * in.power * in.leader_reach[i] + forces;
    double const power = std::max(in.member_power[i], 1e-9);
    double const emboldened = c.emboldenment * std::exp(-c.restraint * linked) * std::log1p(state.support / power);
    double const strength = std::log(power + state.support);
    double spared = 1.0;
    double need = 0.0;
    for (std::size_t m = 0; m < in.rivals; ++m) {
        std::size_t const at = in.position(i, m);
        initiation[m] = odds_to_chance(c.initiation_constant + c.initiation_hostility * in.provocation[at] +
                                       emboldened + c.initiation_proximity * in.log_closeness[at] + c.offence);
        double const arriving = std::log(std::max(in.rival_power[m] * in.rival_reach[at], 1e-9));
        attack[m] = odds_to_chance(c.attack_constant + c.attack_hostility * in.hostility[at] -
                                   c.deterrence * (strength - arriving) + c.attack_proximity * in.log_closeness[at] +
                                   c.offence);
        conflict[m] = over_horizon(initiation[m], attack[m], c.horizon);
        spared *= 1.0 - in.threat[at] * in.dependence[i] * (1.0 - state.promise * spread_thin * (1.0 - in.exit));
        need += in.rival_power[m];
    }
    state.abandonment = 1.0 - spared;
    state.leader_abandonment = need > 0.0 ? need / (in.power + need) * in.worth[i] * (1.0 - state.allegiance) : 0.0;
    return state;
}

void assess(Inputs const& in, Risks& out) {
    out.spread_thin = spread_thin(in, out.load);
    for (std::size_t i = 0; i < in.members; ++i) {
        double linked = 0.0;
        double forces = 0.0;
        for (std::size_t b = 0; b < in.members; ++b)
            if (double const s = in.link[in.pair(i, b)]; s > 0.0) {
                linked += s;
                forces += s * in.member_power[b] * in.reach[in.pair(i, b)];
            }
        std::size_t const first = in.position(i, 0);
        out.member[i] = member_state(
            in, i, out.spread_thin, linked, forces, std::span(out.initiation).subspan(first, in.rivals),
            std::span(out.attack).subspan(first, in.rivals), std::span(out.conflict).subspan(first, in.rivals));
    }
    assess_leader_conflicts(in, out);
    double worth = 0.0;
    double sum = 0.0;
    for (std::size_t i = 0; i < in.members; ++i) {
        assess_tie(in, i, out);
        worth += in.worth[i];
        sum += in.worth[i] * out.reliability[i];
    }
    out.system_reliability = worth > 0.0 ? sum / worth
                                         : std::accumulate(out.reliability.begin(), out.reliability.end(), 0.0) /
                                               static_cast<double>(in.members);
    assess_strength(in, out);
    assess_cost(in, out);
    assess_dominance(in, out);
    assess_alignment(in, out);
}

} // namespace casus::dilemma
