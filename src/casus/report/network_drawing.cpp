#include "casus/report/network_drawing.hpp"

#include "casus/report/glyphs.hpp"
#include "casus/report/markup.hpp"

#include <algorithm>
#include <cmath>

namespace casus::report {

namespace {

constexpr int network_lone_width = 740;
constexpr int network_panel_width = 440; ///< of one among several
constexpr double most_radius = 9.0;
constexpr double least_radius = 3.5;
constexpr double rim_across = 30.0; ///< room for names at the edges
constexpr double rim_down = 18.0;

struct NodeBounds {
    double west = 0.0;
    double east = 0.0;
    double south = 0.0;
    double north = 0.0;
};

NodeBounds bounds_of(std::vector<NetworkNode> const& nodes) {
    if (nodes.empty()) return {};
    NodeBounds bounds{nodes[0].x, nodes[0].x, nodes[0].y, nodes[0].y};
    for (NetworkNode const& node : nodes) {
        bounds.west = std::min(bounds.west, node.x);
        bounds.east = std::max(bounds.east, node.x);
        bounds.south = std::min(bounds.south, node.y);
        bounds.north = std::max(bounds.north, node.y);
    }
    return bounds;
}

/// One scale for both directions, in the middle of a picture that is as tall as it needs to be.
void place_nodes(NetworkDrawing& drawing, Network const& network) {
    NodeBounds const bounds = bounds_of(network.nodes);
    double const across = bounds.east - bounds.west;
    double const up = bounds.north - bounds.south;
    double const room = drawing.width - 2 * rim_across;
    double const tall = std::clamp(across > 0 ? room * up / across : room, 0.2 * room, 1.1 * room);
    double const scale = std::min(across > 0 ? room / across : 1e300, up > 0 ? tall / up : 1e300);
    drawing.height = static_cast<int>(std::ceil(tall + 2 * rim_down));
    double most = 0;
    for (NetworkNode const& node : network.nodes) most = std::max(most, node.size);
    for (NetworkNode const& node : network.nodes)
        drawing.nodes.push_back(
            {drawing.width / 2.0 + scale * (node.x - (bounds.west + bounds.east) / 2),
             drawing.height / 2.0 - scale * (node.y - (bounds.south + bounds.north) / 2),
             most > 0 ? std::max(least_radius, most_radius * std::sqrt(node.size / most)) : least_radius});
}

/// Edges of all panels: names keep their places from panel to panel.
std::vector<PictureLine> edge_lines(NetworkDrawing const& drawing, Network const& network) {
    std::vector<PictureLine> lines;
    for (NetworkPanel const& panel : network.panels)
        for (NetworkEdge const& edge : panel.edges) {
            NodeDrawing const& a = drawing.nodes.at(edge.from);
            NodeDrawing const& b = drawing.nodes.at(edge.to);
            lines.push_back({a.x, a.y, b.x, b.y});
        }
    return lines;
}

/// Whether all names found room.
bool name_nodes(NetworkDrawing& drawing, Network const& network, Language language) {
    std::vector<NamedMark> marks;
    for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
        NodeDrawing& node = drawing.nodes[i];
        Label const& label = network.nodes[i].label;
        node.name = drawing.keys ? label.key : shorten(label.name.in(language), 24);
        marks.push_back({node.x, node.y, node.radius, pixels(node.name, network_type)});
    }
    std::vector<LabelPlace> const places =
        label_places(marks, {1.0 * drawing.width, 1.0 * drawing.height, network_type, edge_lines(drawing, network)});
    for (std::size_t i = 0; i < places.size(); ++i) drawing.nodes[i].label = places[i];
    return std::all_of(places.begin(), places.end(), [](LabelPlace const& place) { return place.clear; });
}

} // namespace

NetworkDrawing network_drawing(Network const& network, Language language) {
    NetworkDrawing drawing;
    drawing.width = network.panels.size() == 1 ? network_lone_width : network_panel_width;
    place_nodes(drawing, network);
    if (name_nodes(drawing, network, language)) return drawing;
    drawing.keys = true;
    name_nodes(drawing, network, language);
    return drawing;
}

} // namespace casus::report
