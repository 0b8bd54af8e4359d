#include "casus/dilemma/strategy.hpp"

#include "casus/base/error.hpp"
#include "casus/measure/threat.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace casus::dilemma {

namespace {

constexpr double at_link_level = std::numeric_limits<double>::quiet_NaN();

bool in_branch(Branch const& branch, std::size_t member) {
    return std::ranges::find(branch.members, member) != branch.members.end();
}

void close_promise_gap(double& promise, double share) { promise += share * (1.0 - promise); }

/// Threat after its sender's hostility has fallen by the factor 1 − a.
double softened_threat(double threat, double log_factor) {
    if (threat <= 0.0) return 0.0;
    double const odds = threat / (2.0 - threat) * std::exp(log_factor);
    return std::min(1.0, 2.0 * odds / (1.0 + odds));
}

void accommodate(std::size_t m, Moves const& moves, Inputs& in) {
    double const left = 1.0 - moves.accommodation;
    double const log_factor = in.threat_hostility * std::log(std::max(left, 1e-6));
    for (std::size_t i = 0; i < in.members; ++i)
        if (main_threat(in, i) == m) in.promise[i] *= 1.0 - moves.division;
    for (std::size_t i = 0; i < in.members; ++i) {
        std::size_t const at = in.position(i, m);
        in.provocation[at] *= left;
        in.hostility[at] *= left;
        in.threat[at] = softened_threat(in.threat[at], log_factor);
    }
    in.leader_provocation[m] *= left;
    in.leader_hostility[m] *= left;
    in.score_without_power[m] += log_factor;
    renew_dependence(in);
}

void divide_labour(std::size_t m, Moves const& moves, Inputs& in) {
    for (std::size_t i = 0; i < in.members; ++i) {
        if (main_threat(in, i) == m) {
            close_promise_gap(in.promise[i], moves.reinforcement);
            continue;
        }
        in.promise[i] *= 1.0 - moves.division;
        in.autonomy[i] = 1.0 - (1.0 - in.autonomy[i]) * (1.0 - moves.division);
        in.allegiance[i] *= 1.0 - moves.division;
    }
}

void balance_alone(Branch const& branch, Moves const& moves, Inputs& in) {
    for (double& promise : in.promise) close_promise_gap(promise, moves.reinforcement);
    for (std::size_t const i : branch.members) {
        double exposure = 0.0;
        for (std::size_t m = 0; m < in.rivals; ++m) exposure = std::max(exposure, in.exposure[in.position(i, m)]);
        in.allegiance[i] *= 1.0 - exposure;
    }
}

void plan_link(System const& system, std::size_t a, std::size_t b, std::vector<PlannedLink>& links) {
    if (a > b) std::swap(a, b);
    if (a == b || system.same_branch(a, b)) return;
    for (PlannedLink const& each : links)
        if (each.a == a && each.b == b) return;
    links.push_back({a, b, at_link_level});
}

std::string linked_code_of(World const& world, System const& system, std::size_t member) {
    return world.actor(system.members[member]).code;
}

void require_between_branches(World const& world, System const& system, std::vector<PlannedLink> const& links) {
    for (PlannedLink const& link : links)
        if (link.a == link.b || system.same_branch(link.a, link.b))
            throw Error(Problem{{},
                                {"a link within a branch", "分支联盟内部的联结"},
                                linked_code_of(world, system, link.a) + "-" + linked_code_of(world, system, link.b),
                                {"two members that share no branch", "不同属任何分支联盟的两个成员"},
                                {}});
}

void add_branch_strategies(System const& system, std::vector<Strategy>& all) {
    if (system.branches.size() < 2) return;
    for (std::size_t b = 0; b < system.branches.size(); ++b) {
        Branch const& branch = system.branches[b];
        all.push_back({StrategyKind::ReinforceBranch,
                       b,
                       "reinforce:" + branch.code,
                       {"reinforce " + branch.code, "强化 " + branch.code}});
    }
}

void add_links(System const& system, Inputs const& inputs, std::vector<Strategy>& all) {
    std::vector<std::size_t> const pins = lynchpins(system, inputs);
    Strategy between{StrategyKind::LinkLynchpins, 0, "link:lynchpins", {"link the lynchpins", "联结关键伙伴"}};
    Strategy with_all{StrategyKind::LinkAll, 0, "link:all", {"link all to lynchpins", "全体成员与关键伙伴联结"}};
    for (std::size_t const a : pins)
        for (std::size_t const b : pins) plan_link(system, a, b, between.links);
    for (std::size_t a = 0; a < inputs.members; ++a)
        for (std::size_t const b : pins) plan_link(system, a, b, with_all.links);
    if (between.linking()) all.push_back(std::move(between));
    if (with_all.linking()) all.push_back(std::move(with_all));
}

void add_alternatives(World const& world, System const& system, std::vector<Strategy>& all) {
    if (system.rivals.size() > 1) {
        for (std::size_t m = 0; m < system.rivals.size(); ++m) {
            std::string const& code = world.actor(system.rivals[m]).code;
            all.push_back({StrategyKind::DivideRivals,
                           m,
                           "divide-rivals:" + code,
                           {"divide rivals, accommodate " + code, "分而治之，安抚 " + code}});
        }
        for (std::size_t m = 0; m < system.rivals.size(); ++m) {
            std::string const& code = world.actor(system.rivals[m]).code;
            all.push_back({StrategyKind::DivideLabour,
                           m,
                           "divide-labour:" + code,
                           {"divide labour, leader to " + code, "分工，主导国应对 " + code}});
        }
    }
    for (std::size_t b = 0; b < system.branches.size(); ++b) {
        std::string const& code = system.branches[b].code;
        all.push_back({StrategyKind::BalanceAlone,
                       b,
                       "balance-alone:" + code,
                       {"balance, " + code + " in trade", "主导国独自制衡，" + code + " 经济协助"}});
    }
}

} // namespace

Moves moves_of(Parameters const& p) {
    using enum Parameter;
    return {p[Reinforcement], p[Neglect], p[Accommodation], p[Division], p[Wedge], p[LinkLevel]};
}

std::vector<std::size_t> lynchpins(System const& system, Inputs const& in) {
    std::vector<std::size_t> pins;
    for (Branch const& branch : system.branches)
        pins.push_back(*std::ranges::max_element(branch.members, {},
                                                 [&](std::size_t i) { return in.allegiance[i] * in.member_power[i]; }));
    return pins;
}

std::vector<Strategy> strategies_of(World const& world, System const& system, Inputs const& inputs,
                                    std::vector<PlannedLink> given) {
    require_between_branches(world, system, given);
    std::vector<Strategy> all{{StrategyKind::Hold, 0, "hold", {"hold", "维持现状"}},
                              {StrategyKind::ReinforceAll, 0, "reinforce:all", {"reinforce all", "强化所有分支"}}};
    add_branch_strategies(system, all);
    add_links(system, inputs, all);
    if (!given.empty())
        all.push_back({StrategyKind::LinkGiven, 0, "link:given", {"the links given", "给定的联结"}, std::move(given)});
    add_alternatives(world, system, all);
    return all;
}

std::size_t main_threat(Inputs const& in, std::size_t member) {
    auto const first = in.threat.begin() + static_cast<std::ptrdiff_t>(in.position(member, 0));
    return static_cast<std::size_t>(std::max_element(first, first + static_cast<std::ptrdiff_t>(in.rivals)) - first);
}

void renew_dependence(Inputs& in) {
    for (std::size_t i = 0; i < in.members; ++i) {
        double bearing = 0.0;
        for (std::size_t m = 0; m < in.rivals; ++m) {
            std::size_t const at = in.position(i, m);
            bearing += in.threat[at] * in.rival_power[m] * in.rival_reach[at];
        }
        in.dependence[i] = measure::shortfall(in.member_power[i], bearing);
    }
}

void apply(Strategy const& strategy, System const& system, Moves const& moves, Inputs& in) {
    for (PlannedLink const& planned : strategy.links) {
        double const level = std::isnan(planned.level) ? moves.link_level : planned.level;
        double& link = in.link[in.pair(planned.a, planned.b)];
        link = std::max(link, level);
        in.link[in.pair(planned.b, planned.a)] = link;
    }
    switch (strategy.kind) {
    case StrategyKind::ReinforceAll:
        for (double& promise : in.promise) close_promise_gap(promise, moves.reinforcement);
        return;
    case StrategyKind::ReinforceBranch:
        for (std::size_t i = 0; i < in.members; ++i) {
            if (in_branch(system.branches[strategy.subject], i))
                close_promise_gap(in.promise[i], moves.reinforcement);
            else
                in.promise[i] *= 1.0 - moves.neglect;
        }
        return;
    case StrategyKind::DivideRivals:
        return accommodate(strategy.subject, moves, in);
    case StrategyKind::DivideLabour:
        return divide_labour(strategy.subject, moves, in);
    case StrategyKind::BalanceAlone:
        return balance_alone(system.branches[strategy.subject], moves, in);
    case StrategyKind::Hold:
    case StrategyKind::LinkLynchpins:
    case StrategyKind::LinkAll:
    case StrategyKind::LinkGiven:
        return;
    }
}

} // namespace casus::dilemma
