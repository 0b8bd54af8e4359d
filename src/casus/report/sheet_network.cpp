// A network in words: per panel and kind, who is tied to whom, hubs first; later panels say what has changed.
#include "casus/report/figures.hpp"
#include "casus/report/network_tables.hpp"
#include "casus/report/sheet.hpp"
#include "casus/report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace casus::report {

namespace {

using Edges = std::vector<NetworkEdge>;

auto edge_identity(NetworkEdge const& edge) {
    return std::tuple(std::min(edge.from, edge.to), std::max(edge.from, edge.to), edge.kind, edge.weight);
}

bool holds_edge(Edges const& edges, NetworkEdge const& one) {
    return std::any_of(edges.begin(), edges.end(),
                       [&](NetworkEdge const& edge) { return edge_identity(edge) == edge_identity(one); });
}

/// The node with the most edges, the first of equals.
std::size_t busiest(Edges const& edges, std::size_t nodes) {
    std::vector<int> degree(nodes, 0);
    for (NetworkEdge const& edge : edges) {
        ++degree.at(edge.from);
        if (edge.to != edge.from) ++degree.at(edge.to);
    }
    return static_cast<std::size_t>(std::max_element(degree.begin(), degree.end()) - degree.begin());
}

/// "United States: Canada 0.90, Germany 0.80", a line per hub until every edge is told once.
void draw_stars(Sheet& sheet, Network const& network, Edges edges, std::string_view lead) {
    while (!edges.empty()) {
        std::size_t const hub = busiest(edges, network.nodes.size());
        auto const rest = std::stable_partition(
            edges.begin(), edges.end(), [hub](NetworkEdge const& edge) { return edge.from == hub || edge.to == hub; });
        std::string line = sheet.say(network.nodes[hub].label.name);
        for (auto edge = edges.begin(); edge != rest; ++edge)
            line += fmt::format("{}{} {}", edge == edges.begin() ? sheet.say(words::colon) : sheet.say(words::comma),
                                sheet.say(network.nodes.at(edge->from == hub ? edge->to : edge->from).label.name),
                                figure(edge->weight, 2));
        sheet.paragraph(line, Ink::Plain, 6, lead);
        edges.erase(edges.begin(), rest);
    }
}

void draw_kinds(Sheet& sheet, Network const& network, Edges const& edges, bool added) {
    for (std::size_t kind = 0; kind < network.kinds.size(); ++kind) {
        Edges chosen;
        for (NetworkEdge const& edge : edges)
            if (edge.kind == kind && edge.added == added) chosen.push_back(edge);
        if (chosen.empty()) continue;
        std::string const what = added ? " · " + sheet.say(words::is_added) : std::string{};
        sheet.line(fmt::format("  {}{} ({})", sheet.say(network.kinds[kind].name), what, chosen.size()));
        draw_stars(sheet, network, chosen, added ? "    +" : "    ·");
    }
}

void draw_panel(Sheet& sheet, Network const& network, std::size_t at) {
    NetworkPanel const& panel = network.panels[at];
    auto const added =
        std::count_if(panel.edges.begin(), panel.edges.end(), [](auto const& edge) { return edge.added; });
    sheet.line();
    sheet.paragraph(fmt::format(fmt::runtime(sheet.say(words::panel_of_edges)), sheet.say(panel.label.name),
                                panel.edges.size(), added),
                    Ink::Bold);
    Edges told = panel.edges;
    if (at > 0) {
        NetworkPanel const& before = network.panels[at - 1];
        std::erase_if(told, [&](NetworkEdge const& edge) { return !edge.added && holds_edge(before.edges, edge); });
        std::size_t const kept = panel.edges.size() - told.size();
        std::string const& name = sheet.say(before.label.name);
        if (kept > 0) sheet.paragraph(fmt::format(fmt::runtime(sheet.say(words::as_before)), kept, name), Ink::Dim, 2);
        auto const gone = std::count_if(before.edges.begin(), before.edges.end(),
                                        [&](NetworkEdge const& edge) { return !holds_edge(panel.edges, edge); });
        if (gone > 0) sheet.paragraph(fmt::format(fmt::runtime(sheet.say(words::gone)), gone, name), Ink::Dim, 2);
    }
    draw_kinds(sheet, network, told, false);
    draw_kinds(sheet, network, told, true);
}

} // namespace

void draw(Sheet& sheet, Network const& network) {
    sheet.heading(network.title, network.note);
    for (std::size_t at = 0; at < network.panels.size(); ++at) draw_panel(sheet, network, at);
    if (!holds_values(network)) return;
    Table values = node_table(network);
    values.title = {};
    draw(sheet, values);
}

} // namespace casus::report
