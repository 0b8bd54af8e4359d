#include "casus/report/graphml.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace casus::report {

TEST(GraphMl, HoldsAGraphPerPanel) {
    Network network;
    network.nodes = {{{"JPN", {"Japan", "日本"}}, 0.5, 0.25, 2, 0}, {{"A&B", {"\"A\" < B", ""}}, 1, 0, 1, 1}};
    network.groups = {{"branch", {}}, {"rival", {}}};
    network.kinds = {{"treaty", {}}, {"link", {}}};
    network.panels = {{{"before", {}}, {}},
                      {{"after", {}}, {{0, 1, 0.5, 1, true}}, {0.75, std::numeric_limits<double>::quiet_NaN()}}};
    EXPECT_EQ(graphml(network), R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="node_name" for="node" attr.name="name" attr.type="string"/>
  <key id="node_name_zh" for="node" attr.name="name_zh" attr.type="string"/>
  <key id="node_group" for="node" attr.name="group" attr.type="string"/>
  <key id="node_x" for="node" attr.name="x" attr.type="double"/>
  <key id="node_y" for="node" attr.name="y" attr.type="double"/>
  <key id="node_size" for="node" attr.name="size" attr.type="double"/>
  <key id="node_value" for="node" attr.name="value" attr.type="double"/>
  <key id="edge_weight" for="edge" attr.name="weight" attr.type="double"/>
  <key id="edge_kind" for="edge" attr.name="kind" attr.type="string"/>
  <key id="edge_added" for="edge" attr.name="added" attr.type="boolean"/>
  <graph id="before" edgedefault="undirected">
    <node id="JPN"><data key="node_name">Japan</data><data key="node_name_zh">日本</data><data key="node_group">branch</data><data key="node_x">0.5</data><data key="node_y">0.25</data><data key="node_size">2</data></node>
    <node id="A&amp;B"><data key="node_name">&quot;A&quot; &lt; B</data><data key="node_name_zh"></data><data key="node_group">rival</data><data key="node_x">1</data><data key="node_y">0</data><data key="node_size">1</data></node>
  </graph>
  <graph id="after" edgedefault="undirected">
    <node id="JPN"><data key="node_name">Japan</data><data key="node_name_zh">日本</data><data key="node_group">branch</data><data key="node_x">0.5</data><data key="node_y">0.25</data><data key="node_size">2</data><data key="node_value">0.75</data></node>
    <node id="A&amp;B"><data key="node_name">&quot;A&quot; &lt; B</data><data key="node_name_zh"></data><data key="node_group">rival</data><data key="node_x">1</data><data key="node_y">0</data><data key="node_size">1</data></node>
    <edge source="JPN" target="A&amp;B"><data key="edge_weight">0.5</data><data key="edge_kind">link</data><data key="edge_added">true</data></edge>
  </graph>
</graphml>
)");
}

} // namespace casus::report
