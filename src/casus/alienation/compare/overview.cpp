#include "casus/alienation/compare/overview.hpp"

#include "casus/alienation/compare/system_lines.hpp"
#include "casus/alienation/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::alienation {

namespace {

Number plain(double value, int decimals) { return {.value = value, .decimals = decimals, .interval = {}}; }

/// The base and a column for each scenario, headed by its name.
std::vector<Column> columns(Comparison const& c, std::vector<Column> head) {
    head.push_back({"base", {"base", "基准"}});
    for (Compared const& each : c.scenarios) head.push_back({each.scenario.code, each.scenario.name});
    return head;
}

/// One row: what `of` says of the base and of every scenario.
template <class Of> std::vector<Entry> row(Comparison const& c, std::vector<Entry> head, Of&& of) {
    head.push_back(of(c.base, c.central));
    for (Compared const& each : c.scenarios) head.push_back(of(each.sampled, each.central));
    return head;
}

double allies_in(Sampled const& s, Regime regime) {
    return static_cast<double>(std::ranges::count(s.centre.regime, regime));
}

double stances_of(Sampled const& s, Stance stance) {
    std::size_t const cells = s.world.size().allies * s.world.size().issues;
    return static_cast<double>(std::count_if(s.centre.share.begin(),
                                             s.centre.share.begin() + static_cast<std::ptrdiff_t>(cells),
                                             [&](double f) { return stance_of(f) == stance; }));
}

Table system_table(Comparison const& c) {
    Table table{.id = "compare/system",
                .title = {"Side by side", "并列比较"},
                .note = {"At the central values; changes with their intervals stand below, scenario by scenario.",
                         "中心取值；各情景的变化及区间见下。"},
                .columns = columns(c, {{"quantity", {"Quantity", "指标"}}}),
                .rows = {}};
    for (SystemLine const& line : system_lines(c.base.plan, c.base.centre.security.has_value()))
        table.rows.push_back(row(c, {line.name}, [&](Sampled const&, std::span<double const> central) {
            return plain(central[line.output], 3);
        }));
    for (Regime const regime : {Regime::Compliance, Regime::Alienation, Regime::Dissolution})
        table.rows.push_back(
            row(c, {Text{"allies in " + regime_name(regime).en, "盟国数：" + regime_name(regime).zh}},
                [&](Sampled const& s, std::span<double const>) { return plain(allies_in(s, regime), 0); }));
    for (Stance const stance : {Stance::Follow, Stance::Hedge, Stance::Deviate})
        table.rows.push_back(
            row(c,
                {Text{fmt::format("allies' stances that {}", stance_name(stance).en),
                      fmt::format("盟国立场数：{}", stance_name(stance).zh)}},
                [&](Sampled const& s, std::span<double const>) { return plain(stances_of(s, stance), 0); }));
    return table;
}

Table hegemon_table(Comparison const& c) {
    Table table{.id = "compare/hegemon",
                .title = {"The hegemon's choice", "霸权国的选择"},
                .note = {},
                .columns = columns(c, {{"quantity", {"Quantity", "指标"}}}),
                .rows = {}};
    table.rows.push_back(row(c, {Text{"best strategy", "最优策略"}}, [](Sampled const& s, std::span<double const>) {
        return strategy_name(best_strategy(s.centre.hegemon));
    }));
    for (std::size_t which = 0; which < strategies; ++which)
        table.rows.push_back(row(c, {strategy_name(which)}, [&](Sampled const& s, std::span<double const>) {
            return plain(net_of(s.centre.hegemon, which), 3);
        }));
    table.rows.push_back(
        row(c, {Text{"gap between will and capacity", "意愿与能力的落差"}},
            [](Sampled const& s, std::span<double const>) { return plain(s.centre.hegemon.gap(), 3); }));
    return table;
}

Table index_table(Comparison const& c) {
    Table table{.id = "compare/index",
                .title = {"Alienation index by actor", "各行为体的异化指数"},
                .note = {"Allies, then partners, in the order of the case.", "先盟国后伙伴，按案例顺序。"},
                .columns = columns(c, {{"actor", {"Actor", "行为体"}}}),
                .rows = {}};
    for (std::size_t n = 0; n < c.base.world.size().assessed; ++n)
        table.rows.push_back(
            row(c, {c.base.world.actor(c.base.world.assessed()[n]).name},
                [&](Sampled const& s, std::span<double const>) { return plain(s.centre.index[n], 2); }));
    return table;
}

} // namespace

Chapter overview_chapter(Comparison const& c) {
    return {
        "compare",
        {"Base and scenarios", "基准与情景"},
        {"The same case as it stands, and under each scenario. Every draw gives all of them the same random numbers.",
         "同一案例的现状与各情景。每次抽样使用相同的随机数。"},
        {system_table(c), hegemon_table(c), index_table(c)}};
}

} // namespace casus::alienation
