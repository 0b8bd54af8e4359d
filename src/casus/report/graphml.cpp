#include "casus/report/graphml.hpp"

#include "casus/report/markup.hpp"

#include <fmt/format.h>

#include <cmath>

namespace casus::report {

namespace {

void declare(std::string& out, char const* what, char const* name, char const* type) {
    out += fmt::format("  <key id=\"{0}_{1}\" for=\"{0}\" attr.name=\"{1}\" attr.type=\"{2}\"/>\n", what, name, type);
}

std::string datum(char const* key, std::string const& value) {
    return fmt::format("<data key=\"{}\">{}</data>", key, escape(value));
}

/// Nothing where there is no number.
std::string datum(char const* key, double value) {
    return std::isfinite(value) ? datum(key, fmt::format("{}", value)) : "";
}

void write_node(std::string& out, Network const& network, NetworkPanel const& panel, std::size_t at) {
    NetworkNode const& node = network.nodes[at];
    out += fmt::format("    <node id=\"{}\">", escape(node.label.key));
    out += datum("node_name", node.label.name.en) + datum("node_name_zh", node.label.name.zh);
    out += datum("node_group", network.groups.at(node.group).key);
    out += datum("node_x", node.x) + datum("node_y", node.y) + datum("node_size", node.size);
    if (!panel.values.empty()) out += datum("node_value", panel.values.at(at));
    out += "</node>\n";
}

void write_edge(std::string& out, Network const& network, NetworkEdge const& edge) {
    out += fmt::format("    <edge source=\"{}\" target=\"{}\">", escape(network.nodes.at(edge.from).label.key),
                       escape(network.nodes.at(edge.to).label.key));
    out += datum("edge_weight", edge.weight) + datum("edge_kind", network.kinds.at(edge.kind).key);
    out += datum("edge_added", std::string(edge.added ? "true" : "false")) + "</edge>\n";
}

} // namespace

std::string graphml(Network const& network) {
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    for (char const* const name : {"name", "name_zh", "group"}) declare(out, "node", name, "string");
    for (char const* const name : {"x", "y", "size", "value"}) declare(out, "node", name, "double");
    declare(out, "edge", "weight", "double");
    declare(out, "edge", "kind", "string");
    declare(out, "edge", "added", "boolean");
    for (NetworkPanel const& panel : network.panels) {
        out += fmt::format("  <graph id=\"{}\" edgedefault=\"undirected\">\n", escape(panel.label.key));
        for (std::size_t i = 0; i < network.nodes.size(); ++i) write_node(out, network, panel, i);
        for (NetworkEdge const& edge : panel.edges) write_edge(out, network, edge);
        out += "  </graph>\n";
    }
    return out + "</graphml>\n";
}

} // namespace casus::report
