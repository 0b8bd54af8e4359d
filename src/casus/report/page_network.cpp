// Networks in SVG, a picture per panel over the same places. Groups differ by shape and colour, kinds of edges by
// colour and dashes; what is added has a halo. The page's script answers the pointer and the arrow keys.
#include "casus/report/axis.hpp"
#include "casus/report/figures.hpp"
#include "casus/report/network_drawing.hpp"
#include "casus/report/network_ink.hpp"
#include "casus/report/network_tables.hpp"
#include "casus/report/page.hpp"
#include "casus/report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace casus::report {

namespace {

constexpr std::size_t named_edges = 8;

std::string edge_name(Page const& page, Network const& network, NetworkEdge const& edge) {
    std::string name = page.say(network.kinds.at(edge.kind).name) + " " + figure(edge.weight, 2);
    if (edge.added) name += " (" + page.say(words::is_added) + ")";
    return name;
}

/// Straight; one of several between the same two nodes bends aside.
std::string edge_path(NetworkDrawing const& drawing, NetworkPanel const& panel, std::size_t at) {
    NetworkEdge const& edge = panel.edges[at];
    int same = 0;
    for (std::size_t i = 0; i < at; ++i)
        if (std::minmax(panel.edges[i].from, panel.edges[i].to) == std::minmax(edge.from, edge.to)) ++same;
    NodeDrawing const& a = drawing.nodes[std::min(edge.from, edge.to)];
    NodeDrawing const& b = drawing.nodes[std::max(edge.from, edge.to)];
    if (same == 0) return fmt::format("M{:.1f} {:.1f}L{:.1f} {:.1f}", a.x, a.y, b.x, b.y);
    double const bend = (same % 2 == 1 ? 0.16 : -0.16) * ((same + 1) / 2);
    return fmt::format("M{:.1f} {:.1f}Q{:.1f} {:.1f} {:.1f} {:.1f}", a.x, a.y, (a.x + b.x) / 2 - bend * (b.y - a.y),
                       (a.y + b.y) / 2 + bend * (b.x - a.x), b.x, b.y);
}

void set_edge(Page& page, Network const& network, NetworkDrawing const& drawing, NetworkPanel const& panel,
              std::size_t at) {
    NetworkEdge const& edge = panel.edges[at];
    std::string const path = edge_path(drawing, panel, at);
    double const thickness = 0.7 + 2.3 * edge.weight;
    page.out += fmt::format("<g class=\"edge c{}{}\" data-ends=\"{} {}\"><title>{} – {}{}{}</title>",
                            kind_ink(edge.kind), edge.added ? " added" : "", edge.from, edge.to,
                            page.say(network.nodes[edge.from].label.name), page.say(network.nodes[edge.to].label.name),
                            page.say(words::colon), edge_name(page, network, edge));
    if (edge.added)
        page.out += fmt::format("<path class=\"halo\" d=\"{}\" stroke-width=\"{:.1f}\"/>", path, thickness + 6);
    page.out += fmt::format("<path d=\"{}\" stroke-width=\"{:.1f}\"/></g>\n", path, thickness);
}

/// A line per kind of its edges, with names where they are few.
std::string spoken_edges(Page const& page, Network const& network, NetworkPanel const& panel, std::size_t node) {
    std::string text;
    for (std::size_t kind = 0; kind < network.kinds.size(); ++kind) {
        std::string others;
        std::size_t count = 0;
        for (NetworkEdge const& edge : panel.edges) {
            if (edge.kind != kind || (edge.from != node && edge.to != node)) continue;
            Label const& other = network.nodes.at(edge.from == node ? edge.to : edge.from).label;
            others += (count++ > 0 ? " · " : "") + page.say(other.name) + " " + figure(edge.weight, 2);
            if (edge.added) others += " (" + page.say(words::is_added) + ")";
        }
        if (count == 0) continue;
        text += "\n" + page.say(network.kinds[kind].name) + page.say(words::colon);
        text += count > named_edges ? fmt::format(fmt::runtime(page.say(words::number_of_edges)), count) : others;
    }
    return text;
}

std::string spoken_node(Page const& page, Network const& network, NetworkPanel const& panel, std::size_t at) {
    NetworkNode const& node = network.nodes[at];
    std::string text = page.say(node.label.name) + "\n" + page.say(network.groups.at(node.group).name);
    if (!network.size_meaning.empty()) text += "\n" + page.say(network.size_meaning) + " " + figure(node.size, 2);
    if (!panel.values.empty())
        text += "\n" + page.say(network.value_meaning) + " " +
                figure(panel.values.at(at), decimals_for(network.low, network.high));
    return text + spoken_edges(page, network, panel, at);
}

void set_node(Page& page, Network const& network, NetworkDrawing const& drawing, NetworkPanel const& panel,
              std::size_t at) {
    NodeDrawing const& node = drawing.nodes[at];
    std::size_t const group = network.nodes[at].group;
    double const value = panel.values.empty() ? std::nan("") : panel.values.at(at);
    std::string const shade = std::isfinite(value)
                                  ? fmt::format("q{}", Axis{network.low, network.high}.step(value, network_shades))
                              : panel.values.empty() ? fmt::format("c{}", group_ink(group))
                                                     : "none";
    page.out +=
        fmt::format("<g class=\"spot node {}\" role=\"img\" data-node=\"{}\" aria-label=\"{}\">"
                    "<path transform=\"translate({:.1f} {:.1f})\" d=\"{}\"/>"
                    "<text text-anchor=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text></g>\n",
                    shade, at, spoken_node(page, network, panel, at), node.x, node.y, group_mark(group, node.radius),
                    text_anchor(node.label), node.label.x, node.label.y, escape(node.name));
}

std::string panel_summary(Page const& page, NetworkPanel const& panel) {
    std::size_t added = 0;
    for (NetworkEdge const& edge : panel.edges) added += edge.added ? 1 : 0;
    return fmt::format(fmt::runtime(page.say(words::panel_of_edges)), page.say(panel.label.name), panel.edges.size(),
                       added);
}

void set_panel(Page& page, Network const& network, NetworkDrawing const& drawing, NetworkPanel const& panel) {
    std::string const name = page.say(panel.label.name);
    page.out += fmt::format("<figure><figcaption>{0}</figcaption><svg class=\"spots network\" viewBox=\"0 0 {1} {2}\" "
                            "role=\"group\" aria-label=\"{0}\"><desc>{3}</desc>\n",
                            name, drawing.width, drawing.height, panel_summary(page, panel));
    for (bool const added : {false, true}) // what is new lies on top
        for (std::size_t i = 0; i < panel.edges.size(); ++i)
            if (panel.edges[i].added == added) set_edge(page, network, drawing, panel, i);
    for (std::size_t i = 0; i < network.nodes.size(); ++i) set_node(page, network, drawing, panel, i);
    page.out += "</svg></figure>\n";
}

} // namespace

void set(Page& page, Network const& network) {
    open_shape(page, "network", network.id, network.title, network.note);
    NetworkDrawing const drawing = network_drawing(network, page.language);
    set_network_legend(page, network, drawing.keys);
    page.out += fmt::format("<div class=\"networks{}\">\n", network.panels.size() == 1 ? " lone" : "");
    for (NetworkPanel const& panel : network.panels) set_panel(page, network, drawing, panel);
    page.out += "</div>\n";
    page.out += "<details class=\"as-table\"><summary>" + page.say(words::as_table) + "</summary>\n";
    set_rows(page, node_table(network));
    set_rows(page, edge_table(network));
    page.out += "</details>\n</section>\n";
}

} // namespace casus::report
