#include "casus/measure/configuration/configuration_chapter.hpp"
#include "casus/measure/configuration/configuration_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace casus::configuration {

namespace {

Text triangle_item(SignedNetwork const& network) {
    auto const by_enemies = triangles(network);
    std::uint64_t const all = std::accumulate(by_enemies.begin(), by_enemies.end(), std::uint64_t{0});
    if (all == 0) return {"There is no triangle.", "没有三角形。"};
    std::uint64_t const balanced = by_enemies[0] + by_enemies[2];
    double const share = 100.0 * static_cast<double>(balanced) / static_cast<double>(all);
    return {fmt::format("{} of {} triangles are balanced ({:.1f} %): {} of three friends, {} of two enemies of a third "
                        "party; not {} with one pair of enemies and {} of three enemies.",
                        balanced, all, share, by_enemies[0], by_enemies[2], by_enemies[1], by_enemies[3]),
            fmt::format("{1} 个三角形中 {0} 个平衡（{2:.1f} %）：三友 {3} 个，两友共敌 {4} "
                        "个；不平衡：一对为敌 {5} 个，三方互敌 {6} 个。",
                        balanced, all, share, by_enemies[0], by_enemies[2], by_enemies[1], by_enemies[3])};
}

Text frustration_item(SignedNetwork const& network, Frustration const& found) {
    std::size_t const index = found.frustrated.size();
    double const share = 100.0 * static_cast<double>(index) / static_cast<double>(network.ties.size());
    if (found.proven())
        return {fmt::format("Frustration index {} of {} ties ({:.1f} %), proven: no division into two blocs leaves "
                            "fewer friends apart and enemies together.",
                            index, network.ties.size(), share),
                fmt::format("失衡指数 {}（共 {} 条关系，{:.1f} %），已证明：任何两阵营划分都不会更少。", index,
                            network.ties.size(), share)};
    return {fmt::format("Frustration {} of {} ties ({:.1f} %); not proven, the index is at least {} (gap {}; the "
                        "search gave up after {} nodes; --nodes).",
                        index, network.ties.size(), share, found.bound, index - found.bound, found.nodes),
            fmt::format("失衡 {}（共 {} 条关系，{:.1f} %）；未证明，指数至少为 {}（差距 {}；搜索在 {} "
                        "个节点后停止；--nodes）。",
                        index, network.ties.size(), share, found.bound, index - found.bound, found.nodes)};
}

std::vector<Text> part_items(SignedNetwork const& network) {
    std::vector<std::size_t> const parts = components(network);
    std::size_t const count = 1 + *std::ranges::max_element(parts);
    if (count == 1) return {};
    return {{fmt::format("The network falls into {} parts without ties between them: which bloc of one goes with which "
                         "of another says nothing.",
                         count),
             fmt::format("网络分为 {} 个互不相连的部分：各部分的阵营如何配对没有含义。", count)}};
}

Table blocs_table(SignedNetwork const& network, Frustration const& found) {
    Table table{
        .id = "balance-blocs",
        .title = {"The two blocs", "两个阵营"},
        .note = {"One of possibly several divisions that are as good.", "同样好的划分可能不止这一个。"},
        .columns = {{"bloc", {"bloc", "阵营"}}, {"actors", {"actors", "个数"}}, {"members", {"members", "成员"}}},
        .rows = {}};
    for (std::size_t b = 0; b < bloc_count(found.blocs); ++b)
        table.rows.push_back({Number{.value = static_cast<double>(b + 1), .decimals = 0},
                              Number{.value = static_cast<double>(std::ranges::count(found.blocs, b)), .decimals = 0},
                              members(network.actors, found.blocs, b)});
    return table;
}

Table ties_table(SignedNetwork const& network, Frustration const& found) {
    Table table{.id = "balance-frustrated",
                .title = {"Frustrated ties", "失衡的关系"},
                .note = {},
                .columns = {{"from", {"from", "一方"}}, {"to", {"to", "另一方"}}, {"tie", {"tie", "关系"}}},
                .rows = {}};
    for (std::size_t const t : found.frustrated) {
        SignedTie const& tie = network.ties[t];
        Text const from{network.actors[tie.from], network.actors[tie.from]};
        Text const to{network.actors[tie.to], network.actors[tie.to]};
        Text const kind = tie.sign > 0 ? Text{"friends apart", "友而分立"} : Text{"enemies together", "敌而同阵营"};
        table.rows.push_back({from, to, kind});
    }
    return table;
}

} // namespace

Chapter balance_chapter(SignedNetwork const& network, Frustration const& found) {
    Notes notes{.id = "balance-notes",
                .title = {"What stands out", "要点"},
                .items = {frustration_item(network, found), triangle_item(network)}};
    for (Text const& item : part_items(network)) notes.items.push_back(item);
    Chapter chapter{
        .id = "balance",
        .title = {"Structural balance", "结构平衡"},
        .lead = {"How far friends and enemies are from falling into two blocs.", "朋友与敌人距离分成两个阵营有多远。"},
        .shapes = {std::move(notes), blocs_table(network, found)}};
    if (!found.frustrated.empty()) chapter.shapes.emplace_back(ties_table(network, found));
    return chapter;
}

} // namespace casus::configuration
