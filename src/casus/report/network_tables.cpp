#include "casus/report/network_tables.hpp"

#include "casus/report/figures.hpp"
#include "casus/report/words.hpp"

#include <algorithm>

namespace casus::report {

namespace {

/// "Reliability, before"; the panel's name alone where the values have none.
Text value_head(Network const& network, NetworkPanel const& panel) {
    if (network.value_meaning.empty()) return panel.label.name;
    if (network.panels.size() == 1) return network.value_meaning;
    return {network.value_meaning.en + ", " + panel.label.name.en,
            network.value_meaning.zh + "，" + panel.label.name.zh};
}

} // namespace

bool holds_values(Network const& network) {
    return std::any_of(network.panels.begin(), network.panels.end(),
                       [](NetworkPanel const& panel) { return !panel.values.empty(); });
}

Table node_table(Network const& network) {
    Table table;
    table.title = network.title;
    table.columns = {{"node", words::actor}, {"group", words::group}};
    bool const sized = !network.size_meaning.empty();
    if (sized) table.columns.push_back({"size", network.size_meaning});
    for (NetworkPanel const& panel : network.panels)
        if (!panel.values.empty()) table.columns.push_back({"value_" + panel.label.key, value_head(network, panel)});
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        NetworkNode const& node = network.nodes[i];
        std::vector<Entry> row{node.label.name, network.groups.at(node.group).name};
        if (sized) row.emplace_back(Number{node.size, 2});
        for (NetworkPanel const& panel : network.panels)
            if (!panel.values.empty())
                row.emplace_back(Number{panel.values.at(i), decimals_for(network.low, network.high)});
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table edge_table(Network const& network) {
    Table table;
    table.title = network.title;
    table.columns = {{"panel", words::panel},
                     {"from", words::from},
                     {"to", words::to},
                     {"kind", words::kind},
                     {"weight", network.weight_meaning.empty() ? words::weight : network.weight_meaning},
                     {"added", words::added}};
    for (NetworkPanel const& panel : network.panels)
        for (NetworkEdge const& edge : panel.edges)
            table.rows.push_back({panel.label.name, network.nodes.at(edge.from).label.name,
                                  network.nodes.at(edge.to).label.name, network.kinds.at(edge.kind).name,
                                  Number{edge.weight, 2}, edge.added ? words::yes : Text{}});
    return table;
}

} // namespace casus::report
