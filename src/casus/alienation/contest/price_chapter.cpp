#include "casus/alienation/contest/chapter.hpp"

#include "casus/alienation/contest/prices.hpp"
#include "casus/alienation/explain.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::contest {

namespace {

Table bought_table(Sampled const& s) {
    World const& world = s.world;
    Table table{
        .id = "contest/bought",
        .title = {"Who is bought", "谁被收买"},
        .note =
            {"Stances whose leading option is another than when nobody spends. Paid: what the side that "
             "leads now spends there; price of 0.01: what one more hundredth of its share would cost.",
             "居首选项与无人投入时不同的立场。已付：现居首一方在此的投入；每 0.01 的价格：其份额再增 0.01 的花费。"},
        .columns = {{"actor", {"Actor", "行为体"}},
                    {"issue", {"Issue", "议题"}},
                    {"before", {"before", "原居首"}},
                    {"after", {"now", "现居首"}},
                    {"paid", {"paid", "已付"}},
                    {"price_of_point", {"price of 0.01", "每 0.01 的价格"}}},
        .rows = {}};
    for (Bought const& b : bought(s.centre.ground, s.centre.at, alienation::option_count(world))) {
        double const share = marginal_share(s.centre.ground.contest, s.centre.at, b.after, b.cell);
        table.rows.push_back({world.actor(world.assessed()[b.cell / world.size().issues]).name,
                              world.issues()[b.cell % world.size().issues].name,
                              alienation::option_name(world, b.before), alienation::option_name(world, b.after),
                              Number{b.paid, 2, std::nullopt}, Number{0.01 / share, 3, std::nullopt}});
    }
    std::stable_sort(table.rows.begin(), table.rows.end(), [](auto const& a, auto const& b) {
        return std::get<Number>(a[4]).value > std::get<Number>(b[4]).value;
    });
    return table;
}

/// Allies and partners that the leader spends nothing on.
Table unbought_table(Sampled const& s) {
    World const& world = s.world;
    std::size_t const issues = world.size().issues;
    Table table{
        .id = "contest/not_worth_buying",
        .title = {"Who is not worth buying", "谁不值得收买"},
        .note =
            {"Actors that the leader spends nothing on. Return: the most that a first unit of spending on it would add "
             "to the leader's payoff, over what the last unit adds elsewhere; below 1 it pays to spend elsewhere. "
             "Unpaid in draws: share of draws in which the leader spends nothing on it.",
             "霸权国毫无投入的国家。回报：对其首单位投入至多带来的收益与他处末单位收益之比；低于 1 "
             "则投向他处更合算。抽样中未付：霸权国对其毫无投入的抽样比例。"},
        .columns = {{"code", {"Code", "代码"}},
                    {"actor", {"Actor", "行为体"}},
                    {"worth", {"worth", "价值"}},
                    {"return", {"return", "回报"}},
                    {"best_issue", {"best on", "最优议题"}},
                    {"unpaid_in_draws", {"unpaid in draws", "抽样中未付"}}},
        .rows = {}};
    for (std::size_t n = 0; n < world.size().assessed; ++n) {
        Courted const courted = court(s.centre.ground, s.centre.at, s.centre.evaluated, 0, n, issues);
        if (courted.spent > 0.0) continue;
        double worth = 0.0;
        for (std::size_t c = n * issues; c < (n + 1) * issues; ++c) worth += s.centre.ground.weight[c];
        Actor const& actor = world.actor(world.assessed()[n]);
        table.rows.push_back({Text{actor.code, actor.code}, actor.name, Number{worth, 4, std::nullopt},
                              Number{courted.worthwhile, 2, std::nullopt},
                              world.issues()[courted.cheapest_cell % issues].name,
                              Number{1.0 - s.mean[s.plan.paid(n)], 2, std::nullopt}});
    }
    std::stable_sort(table.rows.begin(), table.rows.end(), [](auto const& a, auto const& b) {
        return std::get<Number>(a[3]).value > std::get<Number>(b[3]).value;
    });
    return table;
}

} // namespace

Chapter price_chapter(Sampled const& s) {
    Chapter chapter{"prices", {"Prices", "价格"}, {}, {}};
    if (Table bought = bought_table(s); !bought.rows.empty()) chapter.shapes.emplace_back(std::move(bought));
    if (s.centre.ground.contest.budget[0] <= 0.0) return chapter; // who has no money cannot say what is worth it
    Table unbought = unbought_table(s);
    if (!unbought.rows.empty()) chapter.shapes.emplace_back(std::move(unbought));
    return chapter;
}

} // namespace casus::contest
