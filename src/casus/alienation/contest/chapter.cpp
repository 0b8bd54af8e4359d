#include "casus/alienation/contest/chapter.hpp"

#include "casus/alienation/contest/prices.hpp"
#include "casus/alienation/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace casus::contest {

namespace {

Matrix matrix_of(World const& world, std::string id, Text title, Text note) {
    Matrix matrix{.id = std::move(id),
                  .title = std::move(title),
                  .note = std::move(note),
                  .rows = {},
                  .columns = {},
                  .groups = {},
                  .values = {},
                  .intervals = {},
                  .marks = {},
                  .links = {},
                  .legend = {},
                  .low_meaning = {},
                  .high_meaning = {}};
    if (world.size().allies > 0) matrix.groups.push_back({0, {"Allies", "盟国"}});
    if (world.size().assessed > world.size().allies)
        matrix.groups.push_back({world.size().allies, {"Partners, the third group", "伙伴（第三类国家）"}});
    for (Issue const& issue : world.issues()) matrix.columns.push_back({issue.code, issue.name});
    for (ActorId const actor : world.assessed())
        matrix.rows.push_back({world.actor(actor).code, world.actor(actor).name});
    return matrix;
}

Matrix change_matrix(Sampled const& s) {
    Matrix matrix = matrix_of(s.world, "contest/change", {"What the contest changes", "竞争改变了什么"},
                              {"Share f of following in equilibrium, less its value when nobody spends.",
                               "均衡中的追随度 f 减去无人投入时的值。"});
    matrix.low = -0.3;
    matrix.high = 0.3;
    matrix.low_meaning = {"won by the challengers", "被崛起国争取"};
    matrix.high_meaning = {"won by the leader", "被霸权国争取"};
    matrix.legend = {
        {"●",
         {"bought by the leader: following leads, and did not when nobody spent",
          "被霸权国收买：追随居首，而无人投入时并非如此"}},
        {"○",
         {"bought by a challenger: deviating to it leads, and did not", "被崛起国收买：背离居首，而原先并非如此"}}};
    Equilibrium const& at = s.centre.at;
    matrix.marks.resize(s.world.size().cells());
    for (Bought const& b : bought(s.centre.ground, at, alienation::option_count(s.world)))
        matrix.marks[b.cell] = b.after == 0 ? "●" : "○";
    for (std::size_t c = 0; c < s.world.size().cells(); ++c) {
        matrix.values.push_back(at.share(s.centre.ground.contest, 0, c) - s.centre.ground.contest.ground[c]);
        matrix.intervals.push_back(s.interval[s.plan.change(c)]);
    }
    return matrix;
}

/// What sides [first, last) spend, cell by cell, in per cent of all that they spend.
Matrix spending_matrix(Sampled const& s, std::string id, Text title, std::size_t first, std::size_t last) {
    Matrix matrix = matrix_of(s.world, std::move(id), std::move(title),
                              {"Per cent of all that is spent; 0: not worth it.", "占总投入的百分比；0 表示不值得。"});
    Contest const& contest = s.centre.ground.contest;
    double all = 0.0;
    for (std::size_t side = first; side < last; ++side) all += s.centre.at.spent(contest, side);
    std::size_t paid = 0;
    for (std::size_t c = 0; c < contest.cells; ++c) {
        double sum = 0.0;
        for (std::size_t side = first; side < last; ++side) sum += s.centre.at.spending(contest, side, c);
        matrix.values.push_back(all > 0.0 ? 100.0 * sum / all : 0.0);
        paid += sum > 0.0 ? 1 : 0;
        if (first == 0) matrix.marks.emplace_back(sum > 0.0 && s.centre.ground.by_pressure[c] ? "!" : "");
    }
    if (first == 0) matrix.legend = {{"!", {"by pressure; elsewhere by reward", "以压力方式；其余为奖励"}}};
    // Colours run both ways from zero, the leader's to one end and the challengers' to the other; the end is twice what a
    // stance that is paid for gets on average, so that one great prize does not pale all others.
    double const end = paid > 0 ? std::ceil(2000.0 / static_cast<double>(paid)) / 10.0 : 1.0;
    Text const beyond{"and more", "及以上"};
    Text const none{"(nobody spends less than 0)", "（投入不为负）"};
    matrix.low = first == 0 ? -end : end;
    matrix.high = -matrix.low;
    matrix.low_meaning = first == 0 ? none : beyond;
    matrix.high_meaning = first == 0 ? beyond : none;
    return matrix;
}

/// Mean over an actor's issues, weighted.
double weighted(Sampled const& s, std::size_t assessed, std::function<double(std::size_t)> const& of) {
    double sum = 0.0;
    for (std::size_t c = assessed * s.world.size().issues; c < (assessed + 1) * s.world.size().issues; ++c)
        sum += s.centre.evaluated.weight[c] * of(c);
    return sum;
}

std::vector<Column> courted_columns(Sampled const& s) {
    std::vector<Column> columns{{"code", {"Code", "代码"}},
                                {"actor", {"Actor", "行为体"}},
                                {"follow_at_zero_effort", {"f before", "f 原值"}},
                                {"follow", {"f", "f"}},
                                {"passive_at_zero_effort", {"passive before", "不选边原值"}},
                                {"passive", {"passive", "不选边"}}};
    for (std::size_t side = 0; side < s.centre.ground.contest.sides; ++side) {
        std::string const& code = side_of(s.world, side).code;
        columns.push_back({"from_" + code, {"from " + code, "得自 " + code}});
    }
    columns.push_back({"gained", {"gain", "所得"}});
    columns.push_back({"price", {"price", "价格"}});
    columns.push_back({"most_on", {"mostly on", "主要用于"}});
    return columns;
}

std::vector<Entry> courted_row(Sampled const& s, std::size_t n) {
    World const& world = s.world;
    Contest const& contest = s.centre.ground.contest;
    Equilibrium const& at = s.centre.at;
    std::size_t const issues = world.size().issues;
    Actor const& actor = world.actor(world.assessed()[n]);
    auto const mean = [&](std::function<double(std::size_t)> const& of) {
        return Number{weighted(s, n, of), 2, std::nullopt};
    };
    auto const passive = [&](std::size_t c) { // at zero effort
        double rest = 1.0;
        for (std::size_t side = 0; side < contest.sides; ++side) rest -= contest.ground[contest.at(side, c)];
        return rest;
    };
    auto const courted = [&](std::size_t side) {
        return court(s.centre.ground, at, s.centre.evaluated, side, n, issues);
    };
    double const gained =
        gained_by(s.centre.ground, at, s.centre.evaluated, s.parameters[Parameter::Temperature], n, issues);
    std::vector<Entry> row{Text{actor.code, actor.code},
                           actor.name,
                           mean([&](std::size_t c) { return contest.ground[c]; }),
                           mean([&](std::size_t c) { return at.share(contest, 0, c); }),
                           mean(passive),
                           mean([&](std::size_t c) { return passive(c) / at.total[c]; })};
    for (std::size_t side = 0; side < contest.sides; ++side)
        row.emplace_back(Number{courted(side).spent, 2, s.interval[s.plan.received(side, n)]});
    row.emplace_back(Number{gained, 3, s.interval[s.plan.gained(n)]});
    Courted const by_leader = courted(0);
    row.emplace_back(Number{by_leader.cheapest, 3, std::nullopt});
    row.push_back(by_leader.spent > 0.0 ? Entry{world.issues()[by_leader.most_cell % issues].name} : Entry{});
    return row;
}

/// Actors [first, last): what they got and what it changed.
Table courted_table(Sampled const& s, std::string id, Text title, std::size_t first, std::size_t last) {
    Table table{
        .id = std::move(id),
        .title = std::move(title),
        .note = {"f: following, passive: regrouping and abstaining, issues weighted, when nobody spends and in the "
                 "contest. Gain: what the rewards and offers it gets are worth to the actor; pressure is none. Price: "
                 "what one more hundredth of its f costs the leader where it is cheapest. Mostly on: where the leader "
                 "spends most.",
                 "f 为追随度，不选边为抱团取暖与观望，均按议题加权，无人投入时与竞争中。"
                 "所得：所获奖励与让利对该国的价值，压力不计。"
                 "价格：霸权国在最便宜的议题上使其 f 再增 0.01 的花费。主要用于：霸权国投入最多的议题。"},
        .columns = courted_columns(s),
        .rows = {}};
    for (std::size_t n = first; n < last; ++n) table.rows.push_back(courted_row(s, n));
    std::stable_sort(table.rows.begin(), table.rows.end(), [](auto const& a, auto const& b) {
        return std::get<Number>(a[6]).value > std::get<Number>(b[6]).value;
    });
    return table;
}

Text terms_in_words(Terms const& terms) {
    bool const power = terms.worth == Worth::Power;
    Text words{
        fmt::format("A side values a stance by {} times the issue's weight; it maximises Σ v f within its budget.",
                    power ? "the actor's power" : "one and the same worth for every actor"),
        fmt::format("各方对一个立场的估值为{}乘以议题权重；在预算内使 Σ v f 最大。",
                    power ? "该国实力" : "各国相同的分量")};
    if (terms.keep > 0.0) {
        words.en += fmt::format(" A unit that is not spent is worth {} of payoff.", terms.keep);
        words.zh += fmt::format("未投入的一单位值 {} 的收益。", terms.keep);
    }
    return words;
}

/// Where budgets come from, and which of them were changed.
Text budgets_in_words(Sampled const& s) {
    Text words{
        "Budgets are what the case says is spent today, and for the leader the further rewards it is willing and "
        "able to pay (table 2).",
        "预算为案例所载现有投入，霸权国另加其愿意且能够支付的追加奖励（表 2）。"};
    for (std::size_t side = 0; side < s.terms.budgets.size(); ++side) {
        BudgetChange const& change = s.terms.budgets[side];
        std::string const& code = side_of(s.world, side).code;
        if (change.level) {
            words.en += fmt::format(" That of {} was set to {} per stance.", code, *change.level);
            words.zh += fmt::format("{} 的预算改为每立场 {}。", code, *change.level);
        } else if (change.factor != 1.0) {
            words.en += fmt::format(" That of {} was multiplied by {}.", code, change.factor);
            words.zh += fmt::format("{} 的预算改为 {} 倍。", code, change.factor);
        }
    }
    return words;
}

Chapter method_chapter(Sampled const& s) {
    Notes notes{.id = "contest/method", .title = {"How these numbers were made", "这些数字是怎样得出的"}, .items = {}};
    notes.items = {
        {"Figure 1 of Ren Lin and Zheng Haiqi (2021): the leader spends on rewards and pressure, each challenger on "
         "offers, over all stances at once. Shares go by f = (β + E)/Σ(β + E), β the shares of the ledger when nobody "
         "spends, E = β·e·m/τ for spending m; e is need for a challenger, and for the leader its credibility or, where "
         "pressure does more, the challengers' part of what does not follow.",
         "依任琳、郑海琦（2021）图 1：霸权国投入奖励与压力，各崛起国投入让利，同时面对所有立场。份额为 f = (β + E)/Σ(β "
         "+ "
         "E)，β 为无人投入时核算所得的份额，投入 m 时 E = β·e·m/τ；对崛起国 e 为需求，对霸权国 e "
         "为信誉，或在压力更有效处为不追随部分中崛起国所占比例。"},
        terms_in_words(s.terms),
        budgets_in_words(s),
        {fmt::format("Intervals: {} draws of figures and parameters, each solved from the spending of the central "
                     "values; {:.1f} % of the draws reached the tolerance.",
                     s.draws, 100.0 * s.mean[s.plan.solved()]),
         fmt::format("区间：数据与参数抽样 {} 次，均从中心取值的投入出发求解；{:.1f}% 的抽样达到容差。", s.draws,
                     100.0 * s.mean[s.plan.solved()])},
        {"What it does not say stands in docs/contest.md.", "其未能说明之处见 docs/contest.md。"}};
    return {"method", {"Method", "方法"}, {}, {notes}};
}

} // namespace

Actor const& side_of(World const& world, std::size_t side) { return world.actor(world.side_actor(side)); }

std::vector<Chapter> chapters(Sampled const& s) {
    std::size_t const allies = s.world.size().allies;
    std::size_t const sides = s.centre.ground.contest.sides;
    Actor const& leader = side_of(s.world, 0);
    std::vector<Chapter> all;
    all.push_back({"contest",
                   {"Contest", "三方竞争"},
                   {"Leader and challengers spend over all stances of allies and partners; nobody would gain by "
                    "spending otherwise.",
                    "霸权国与崛起国就盟国与伙伴的所有立场进行投入；任何一方改变投入都不会得益。"},
                   {what_stands_out(s), change_matrix(s),
                    spending_matrix(s, "contest/spending/" + leader.code,
                                    {fmt::format("Where the spending of {} goes", leader.name.en),
                                     fmt::format("{}的投入去向", leader.name.zh)},
                                    0, 1),
                    spending_matrix(s, "contest/spending/challengers",
                                    {"Where the challengers' spending goes", "崛起国的投入去向"}, 1, sides)}});
    Chapter courted{"courted", {"Who is courted", "谁被争取"}, {}, {}};
    if (allies > 0) courted.shapes.emplace_back(courted_table(s, "contest/allies", {"Allies", "盟国"}, 0, allies));
    if (s.world.size().assessed > allies)
        courted.shapes.emplace_back(courted_table(s, "contest/partners",
                                                  {"Partners, the third group", "伙伴（第三类国家）"}, allies,
                                                  s.world.size().assessed));
    all.push_back(std::move(courted));
    if (Chapter prices = price_chapter(s); !prices.shapes.empty()) all.push_back(std::move(prices));
    for (Chapter& chapter : equilibrium_chapters(s)) all.push_back(std::move(chapter));
    all.push_back(method_chapter(s));
    return all;
}

} // namespace casus::contest
