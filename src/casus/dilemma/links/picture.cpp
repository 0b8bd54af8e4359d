#include "casus/base/network_places.hpp"
#include "casus/dilemma/links/chapter.hpp"
#include "casus/dilemma/risks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace casus::dilemma {

namespace {

constexpr std::size_t most_scatter_points = 40;
enum NetworkRole : std::size_t { LeaderRole, LargestBranchRole, OtherBranchRole, RivalRole };
enum TieKind : std::size_t { AllianceKind, StandingKind, ChosenKind };

struct NetworkPerson {
    ActorId id;
    std::size_t role;
};

/// Leader, members, rivals: in this order everywhere below.
std::vector<NetworkPerson> people_of(System const& system) {
    std::vector<NetworkPerson> people{{system.leader, LeaderRole}};
    auto const largest =
        std::max_element(system.branches.begin(), system.branches.end(),
                         [](Branch const& a, Branch const& b) { return a.members.size() < b.members.size(); });
    for (std::size_t i = 0; i < system.members.size(); ++i) {
        bool const inside = std::find(largest->members.begin(), largest->members.end(), i) != largest->members.end();
        people.push_back({system.members[i], inside ? LargestBranchRole : OtherBranchRole});
    }
    for (ActorId const id : system.rivals) people.push_back({id, RivalRole});
    return people;
}

void put_nodes(LinkReport const& r, Network& network) {
    std::vector<NetworkPerson> const people = people_of(r.system);
    std::vector<NetworkSite> sites;
    for (NetworkPerson const& person : people) {
        double const latitude = r.world.value(Quantity::Latitude, person.id.index());
        double const longitude = r.world.value(Quantity::Longitude, person.id.index());
        NetworkSite site{std::nullopt, person.role};
        if (std::isfinite(latitude) && std::isfinite(longitude))
            site.coordinates = Coordinates{Degrees{latitude}, Degrees{longitude}};
        sites.push_back(site);
    }
    std::vector<NetworkPlace> const places = network_places(sites);
    for (std::size_t n = 0; n < people.size(); ++n) {
        Actor const& actor = r.world.actor(people[n].id);
        network.nodes.push_back({{actor.code, actor.name.empty() ? Text{actor.code, actor.code} : actor.name},
                                 places[n].x,
                                 places[n].y,
                                 std::max(0.0, r.world.value(Quantity::Power, people[n].id.index())),
                                 people[n].role});
    }
}

/// `was` where links are told apart from those that stood.
NetworkPanel panel_of(Label label, Inputs const& in, Inputs const& was) {
    NetworkPanel panel{std::move(label), {}, {}};
    Risks risks(in);
    assess(in, risks);
    panel.values.assign(1 + in.members + in.rivals, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < in.members; ++i) {
        panel.values[1 + i] = risks.reliability[i];
        panel.edges.push_back({0, 1 + i, std::clamp(in.promise[i], 0.0, 1.0), AllianceKind, false});
        for (std::size_t b = i + 1; b < in.members; ++b) {
            double const s = in.link[in.pair(i, b)];
            if (s <= 1e-12) continue;
            bool const added = s > was.link[was.pair(i, b)] + 1e-12;
            panel.edges.push_back({1 + i, 1 + b, std::min(1.0, s), added ? ChosenKind : StandingKind, added});
        }
    }
    return panel;
}

} // namespace

Network link_network(LinkReport const& r) {
    LinkAnalysis const& a = r.analysis;
    Network network;
    network.id = "dilemma-links/network";
    network.title = {"The system before and after the best set of links", "最佳联结组合前后的体系"};
    network.note = {"Members lie where their capitals are; a line's thickness is the promise or the support, a node's "
                    "area power.",
                    "成员位于其首都所在；线的粗细为承诺或支持，节点的面积为力量。"};
    auto const largest =
        std::max_element(r.system.branches.begin(), r.system.branches.end(),
                         [](Branch const& x, Branch const& y) { return x.members.size() < y.members.size(); });
    network.groups = {{"leader", {"leader", "主导国"}},
                      {"largest_branch", largest->name.empty() ? Text{largest->code, largest->code} : largest->name},
                      {"other_branch", {"other branches", "其他分支联盟"}},
                      {"rival", {"rivals", "对手"}}};
    network.kinds = {{"alliance", {"alliance with the leader", "与主导国的联盟"}},
                     {"standing", {"link that stands", "已有联结"}},
                     {"chosen", {"link of the best set", "最佳组合中的联结"}}};
    put_nodes(r, network);
    Inputs const& before = a.problem.inputs;
    Inputs const after = a.problem.with(a.best.front().levels);
    network.panels.push_back(panel_of({"before", {"Before", "之前"}}, before, before));
    network.panels.push_back(panel_of({"after", {"After", "之后"}}, after, before));
    network.size_meaning = {"power", "力量"};
    network.weight_meaning = {"promise, support", "承诺、支持"};
    network.value_meaning = {"reliability of the tie with the leader", "与主导国关系的可靠性"};
    double low = 1.0;
    double high = 0.0;
    for (NetworkPanel const& panel : network.panels)
        for (double const value : panel.values)
            if (std::isfinite(value)) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
    network.low = std::floor(low * 10.0) / 10.0;
    network.high = std::ceil(high * 10.0) / 10.0;
    network.low_meaning = {"less reliable", "较不可靠"};
    network.high_meaning = {"more reliable", "较可靠"};
    return network;
}

Scatter frontier_scatter(LinkReport const& r) {
    LinkAnalysis const& a = r.analysis;
    bool const reliability = a.objective == LinkObjective::Reliability;
    Scatter scatter;
    scatter.id = "dilemma-links/frontier-picture";
    scatter.title = {"What each cost buys", "每一成本所能换得的"};
    scatter.note = {"Sets that no cheaper one beats by the objective; dots are numbered by cost.",
                    "按目标不被更便宜者超过的组合；点按成本编号。"};
    scatter.x = {
        {"cost of links, in full loads of one rival", "联结成本，以应对一个对手的全部负担为单位"}, 0.0, 0.0, true};
    scatter.y.meaning = reliability ? Text{"reliability of the system", "体系可靠性"}
                                    : Text{"strength where it is weakest", "最弱方向的力量"};
    scatter.y.low = std::numeric_limits<double>::infinity();
    scatter.y.high = -scatter.y.low;
    std::size_t number = 0;
    for (LinkPoint const& point : rising_frontier(a, most_scatter_points)) {
        std::string const label = std::to_string(number++);
        std::string const links = r.names(levels_of(a.problem, point.code));
        double const y = reliability ? point.reliability : std::log(point.weakest);
        scatter.points.push_back({{label, {label, label}}, point.cost, y, {}, {}, true, {links, links}});
        scatter.x.high = std::max(scatter.x.high, point.cost);
        scatter.y.low = std::min(scatter.y.low, y);
        scatter.y.high = std::max(scatter.y.high, y);
    }
    double const margin = std::max(1e-6, 0.05 * (scatter.y.high - scatter.y.low));
    scatter.y.low -= margin;
    scatter.y.high += margin;
    scatter.x.high = std::max(1e-6, 1.05 * scatter.x.high);
    scatter.reference = 0;
    return scatter;
}

} // namespace casus::dilemma
