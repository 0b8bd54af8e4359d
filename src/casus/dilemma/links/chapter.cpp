#include "casus/dilemma/links/chapter.hpp"

#include "casus/dilemma/risks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::dilemma {

namespace {

constexpr std::size_t most_frontier_rows = 12;
constexpr std::size_t most_lynchpin_rows = 8;
constexpr std::size_t most_worth_rows = 24;

Text same_words(std::string const& words) { return {words, words}; }
Number link_number(double value, int decimals = 4) { return {value, decimals, std::nullopt}; }

Text objective_name(LinkObjective objective) {
    return objective == LinkObjective::Reliability
               ? Text{"reliability", "可靠性"}
               : Text{"strength against the rival it is weakest against", "对其最弱方向之对手的力量"};
}

Table best_table(LinkReport const& r) {
    LinkAnalysis const& a = r.analysis;
    Text const by = objective_name(a.objective);
    Table table{
        .id = "dilemma-links/best",
        .title = {"The best sets of links, by " + by.en, "最佳联结组合，按" + by.zh},
        .note = {fmt::format("Cost in full loads of one rival, budget {:.4g}; strength: logarithm of the forces "
                             "brought to bear over the rival's, the least over rivals.",
                             a.problem.budget),
                 fmt::format("成本以应对一个对手的全部负担为单位，预算 {:.4g}；力量为可投入之力与对手之比的"
                             "对数，取各对手中最低者。",
                             a.problem.budget)},
        .columns = {{"links", {"links", "联结"}},
                    {"cost", {"cost", "成本"}},
                    {"reliability", {"reliability", "可靠性"}},
                    {"strength", {"strength", "力量"}}},
        .rows = {}};
    auto const row = [&](LinkSet const& set) {
        return std::vector<Entry>{same_words(r.names(set.levels)), link_number(set.cost),
                                  link_number(set.reliability, 5), link_number(set.weakest(), 3)};
    };
    table.rows.push_back(row(a.without));
    for (LinkSet const& set : a.best) table.rows.push_back(row(set));
    return table;
}

Table frontier_table(LinkReport const& r) {
    LinkAnalysis const& a = r.analysis;
    Table table{
        .id = "dilemma-links/frontier",
        .title = {"Frontier: what each cost buys", "前沿：每一成本所能换得的"},
        .note = {fmt::format("Of {} sets that no other beats on cost, reliability and strength together, some of "
                             "those best by the objective; all of them in JSON.",
                             a.frontier.size()),
                 fmt::format("共 {} 个组合在成本、可靠性与力量上不被其他组合全面超过；此处列出按目标最佳者中的若干"
                             "个，全部见 JSON。",
                             a.frontier.size())},
        .columns = {{"cost", {"cost", "成本"}},
                    {"reliability", {"reliability", "可靠性"}},
                    {"strength", {"strength", "力量"}},
                    {"links", {"links", "联结"}}},
        .rows = {}};
    for (LinkPoint const& point : rising_frontier(a, most_frontier_rows)) {
        LinkSet const set = assessed_set(a.problem, levels_of(a.problem, point.code));
        table.rows.push_back({link_number(set.cost), link_number(set.reliability, 5), link_number(set.weakest(), 3),
                              same_words(r.names(set.levels))});
    }
    return table;
}

Table worth_table(LinkReport const& r) {
    LinkAnalysis const& a = r.analysis;
    bool const drawn = a.draws > 0;
    Table table{.id = "dilemma-links/worth",
                .title = {"What each link is worth", "各联结的价值"},
                .note = {fmt::format("By the objective. Alone: made by itself. In the best: the best set with it, less "
                                     "without it, whatever the budget.{}",
                                     drawn ? fmt::format(" Draws: share of {} in whose best set it is.", a.draws) : ""),
                         fmt::format("按目标计。单独：只建立该联结。在最佳组合中：最佳组合有之与无之的差，不计预算。{}",
                                     drawn ? fmt::format("抽样：{} 次抽样中该联结属于最佳组合的比例。", a.draws) : "")},
                .columns = {{"link", {"link", "联结"}},
                            {"chosen", {"chosen", "选中"}},
                            {"support", {"support", "支持"}},
                            {"cost", {"cost", "成本"}},
                            {"alone", {"alone", "单独"}},
                            {"in_best", {"in the best", "在最佳组合中"}}},
                .rows = {}};
    if (drawn) table.columns.push_back({"share_of_draws", {"draws", "抽样"}});
    std::vector<std::size_t> order(a.worth.size());
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t k, std::size_t l) { return a.worth[k].in_best > a.worth[l].in_best; });
    if (order.size() > most_worth_rows) {
        order.resize(most_worth_rows);
        table.title = {table.title.en + ": the first " + std::to_string(most_worth_rows),
                       table.title.zh + "：前 " + std::to_string(most_worth_rows) + " 个"};
    }
    for (std::size_t const k : order) {
        LinkCandidate const& link = a.problem.candidates[k];
        double const level = a.best.front().levels[k] / static_cast<double>(a.problem.levels);
        std::vector<Entry> row{same_words(r.name(link)),         link_number(level, 1),
                               link_number(link.support, 3),     link_number(link.cost),
                               link_number(a.worth[k].alone, 5), link_number(a.worth[k].in_best, 5)};
        if (drawn) row.emplace_back(link_number(a.worth[k].share_of_draws, 2));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table lynchpin_table(LinkReport const& r) {
    LinkAnalysis const& a = r.analysis;
    Table table{
        .id = "dilemma-links/lynchpins",
        .title = {"Lynchpins", "关键伙伴"},
        .note = {"Score: capacity to disrupt (entrapment of the leader ⊕ share of the members' power) × "
                 "willingness (allegiance) × contribution (share of the best set's gain that is lost without its "
                 "links).",
                 "得分：扰乱能力（主导国受其牵连 ⊕ 其占成员力量之比）× 意愿（忠诚度）× "
                 "贡献（缺其联结时最佳组合收益损失之比）。"},
        .columns = {{"member", {"member", "成员"}},
                    {"score", {"score", "得分"}},
                    {"capacity", {"capacity", "扰乱能力"}},
                    {"willingness", {"willingness", "意愿"}},
                    {"contribution", {"contribution", "贡献"}}},
        .rows = {}};
    if (a.draws > 0) table.columns.push_back({"first_in_draws", {"first in draws", "抽样中居首"}});
    for (std::size_t n = 0; n < std::min(most_lynchpin_rows, a.lynchpins.size()); ++n) {
        Lynchpin const& pin = a.lynchpins[n];
        std::vector<Entry> row{same_words(r.code(pin.member)), link_number(pin.score(), 3),
                               link_number(pin.capacity, 3), link_number(pin.willingness, 3),
                               link_number(pin.contribution, 3)};
        if (a.draws > 0) row.emplace_back(link_number(pin.first_in_draws, 2));
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// Members whose links change, before and after.
Table members_table(LinkReport const& r) {
    LinkAnalysis const& a = r.analysis;
    Inputs const after_inputs = a.problem.with(a.best.front().levels);
    Risks before(a.problem.inputs);
    Risks after(after_inputs);
    assess(a.problem.inputs, before);
    assess(after_inputs, after);
    Table table{.id = "dilemma-links/members",
                .title = {"Whom the best set helps", "最佳组合对谁有利"},
                .note = {"Members whose links change. A: fear of abandonment, E: of entrapment, drag: what the leader "
                         "fears to be dragged into, R: reliability of the tie; each before → after.",
                         "联结有变化的成员。A：被抛弃之忧，E：被牵连之忧，拖累：主导国被其牵连之忧，R："
                         "该联盟关系的可靠性；各为之前 → 之后。"},
                .columns = {{"member", {"member", "成员"}},
                            {"support", {"links", "联结"}},
                            {"abandonment", {"A", "A"}},
                            {"entrapment", {"E", "E"}},
                            {"drag", {"drag", "拖累"}},
                            {"reliability", {"R", "R"}}},
                .rows = {}};
    auto const change = [](double from, double to) {
        return same_words(fmt::format("{:.3f}\u00a0→\u00a0{:.3f}", from, to));
    };
    for (std::size_t i = 0; i < after_inputs.members; ++i) {
        if (after.member[i].linked <= before.member[i].linked + 1e-12) continue;
        table.rows.push_back({same_words(r.code(i)), change(before.member[i].linked, after.member[i].linked),
                              change(before.member[i].abandonment, after.member[i].abandonment),
                              change(before.entrapment[i], after.entrapment[i]),
                              change(before.leader_entrapment[i], after.leader_entrapment[i]),
                              change(before.reliability[i], after.reliability[i])});
    }
    return table;
}

Notes link_notes(LinkReport const& r) {
    LinkAnalysis const& a = r.analysis;
    Notes notes{"dilemma-links/how", {"How sure", "确定程度"}, {}};
    if (a.sets > 0)
        notes.items.push_back(
            {fmt::format("All {} sets of {} candidates were gone through and the {} within the budget valued. Among "
                         "these candidates the sets above are the best there are.",
                         a.sets, a.problem.candidates.size(), a.allowed),
             fmt::format("{1} 个候选联结的全部 {0} 个组合均已计值，其中 {2} "
                         "个在预算之内；在这些候选中，上列组合即为最佳。",
                         a.sets, a.problem.candidates.size(), a.allowed)});
    if (a.search) {
        BoundedSearch const& s = *a.search;
        double const known = a.best_known();
        notes.items.push_back(
            {fmt::format("Branch and bound over {} candidates ({} nodes): best found {:.6f}, no set is worth more than "
                         "{:.6f}; gap {:.2g}, the gain over no links {:.2g}{}.",
                         a.searched.size(), s.nodes, s.value, s.bound, s.bound - known, known - s.without,
                         s.bound - known <= 1e-9 ? "; proven" : ""),
             fmt::format("对 {} 个候选联结的分支定界（{} 个节点）：找到的最佳值 {:.6f}，任何组合不超过 {:.6f}；差距 "
                         "{:.2g}，较无联结的收益 {:.2g}{}。",
                         a.searched.size(), s.nodes, s.value, s.bound, s.bound - known, known - s.without,
                         s.bound - known <= 1e-9 ? "；已证明" : "")});
        if (s.value > a.best.front().value(a.objective) + 1e-9) {
            std::string const names = r.names(a.searched, s.best);
            notes.items.push_back(
                {fmt::format("A better set is known beyond the {} candidates that the tables are of: {}, worth {:.6f}. "
                             "--candidates all searches all pairs.",
                             a.problem.candidates.size(), names, s.value),
                 fmt::format("在上列 {} 个候选之外已知更好的组合：{}，值为 {:.6f}。--candidates all 搜索全部各对。",
                             a.problem.candidates.size(), names, s.value)});
        }
    }
    if (!a.problem.required.empty()) {
        std::string names;
        for (LinkCandidate const& link : a.problem.required) names += (names.empty() ? "" : ", ") + r.name(link);
        notes.items.push_back(
            {fmt::format("Required and made beforehand: {} (cost {:.4f}); the rest of the budget is {:.4f}.", names,
                         a.problem.required_cost(), a.problem.budget),
             fmt::format("事先要求建立：{}（成本 {:.4f}）；其余预算 {:.4f}。", names, a.problem.required_cost(),
                         a.problem.budget)});
    }
    notes.items.push_back({"Rivals are taken not to answer; what their aligning or wedging would do to links is for "
                           "strategies to say (casus dilemma CASE).",
                           "此处假定对手不作应对；对手结盟或离间的影响由战略部分说明（casus dilemma CASE）。"});
    return notes;
}

} // namespace

std::vector<LinkPoint> rising_frontier(LinkAnalysis const& a, std::size_t most) {
    std::vector<LinkPoint> rising;
    auto const value = [&](LinkPoint const& p) {
        return a.objective == LinkObjective::Reliability ? p.reliability : p.weakest;
    };
    for (LinkPoint const& point : a.frontier)
        if (rising.empty() || value(point) > value(rising.back())) rising.push_back(point);
    std::vector<LinkPoint> rows;
    std::size_t const n = std::min(most, rising.size());
    for (std::size_t k = 0; k < n; ++k) rows.push_back(rising[n == 1 ? 0 : k * (rising.size() - 1) / (n - 1)]);
    return rows;
}

std::string LinkReport::names(LinkLevels const& levels) const { return names(analysis.problem.candidates, levels); }

std::string LinkReport::names(std::span<LinkCandidate const> candidates, LinkLevels const& levels) const {
    std::string names;
    for (std::size_t k = 0; k < levels.size(); ++k) {
        if (levels[k] == 0) continue;
        if (!names.empty()) names += ", ";
        names += name(candidates[k]);
        if (levels[k] < analysis.problem.levels) names += "\u00a0½";
    }
    return names.empty() ? "–" : names;
}

Chapter link_chapter(LinkReport const& r, bool pictures) {
    LinkAnalysis const& a = r.analysis;
    Chapter chapter{
        "dilemma-links", {"The best links between branches", "分支联盟之间的最佳联结"}, {}, {best_table(r)}};
    if (!a.frontier.empty()) {
        if (pictures) chapter.shapes.emplace_back(frontier_scatter(r));
        chapter.shapes.emplace_back(frontier_table(r));
    }
    chapter.shapes.emplace_back(worth_table(r));
    if (!a.lynchpins.empty()) chapter.shapes.emplace_back(lynchpin_table(r));
    if (Table members = members_table(r); !members.rows.empty()) chapter.shapes.emplace_back(std::move(members));
    if (pictures) chapter.shapes.emplace_back(link_network(r));
    chapter.shapes.emplace_back(link_notes(r));
    return chapter;
}

} // namespace casus::dilemma
