#include "casus/alienation/compare/scenario_chapter.hpp"

#include "casus/alienation/actor_rows.hpp"
#include "casus/alienation/compare/gap_change.hpp"
#include "casus/alienation/compare/system_lines.hpp"
#include "casus/alienation/compare/term_means.hpp"
#include "casus/alienation/explain.hpp"
#include "casus/alienation/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace casus::alienation {

namespace {

constexpr std::size_t cells_shown = 12;
constexpr std::size_t terms_shown = 3;

/// What all tables of a scenario are made from.
struct Beside {
    Comparison const& all;
    Compared const& one;

    [[nodiscard]] World const& world() const { return all.base.world; }
    [[nodiscard]] OutputPlan const& plan() const { return all.base.plan; }
    [[nodiscard]] std::string id(char const* what) const {
        return fmt::format("compare/{}/{}", one.scenario.code, what);
    }
    [[nodiscard]] double base(std::size_t output) const { return all.central[output]; }
    [[nodiscard]] double now(std::size_t output) const { return one.central[output]; }
    /// Base, scenario and difference with its interval, as three entries; `sign` −1 shows costs below zero.
    void put(std::vector<Entry>& row, std::size_t output, int decimals, double sign = 1.0) const {
        Interval interval = one.difference[output];
        if (sign < 0.0) interval = {-interval.high, -interval.low};
        row.emplace_back(Number{sign * base(output), decimals, std::nullopt});
        row.emplace_back(Number{sign * now(output), decimals, std::nullopt});
        row.emplace_back(Number{sign * (now(output) - base(output)), decimals, interval});
    }
};

std::vector<Column> three(std::vector<Column> head) {
    head.push_back({"base", {"base", "基准"}});
    head.push_back({"scenario", {"scenario", "情景"}});
    head.push_back({"change", {"change", "变化"}});
    return head;
}

Table changes_table(Beside const& b) {
    Table table{.id = b.id("changes"),
                .title = {"What the scenario changes", "情景所作的改变"},
                .note = {"A sign or a star in front makes a value relative.", "带符号或星号的值为相对值。"},
                .columns = {{"path", {"path", "路径"}}, {"value", {"value", "值"}}, {"reason", {"reason", "理由"}}},
                .rows = {}};
    for (Change const& change : b.one.scenario.changes)
        table.rows.push_back({Text{change.path, change.path}, Text{change.value, change.value},
                              change.reason.empty() ? Entry{} : Entry{Text{change.reason, change.reason}}});
    return table;
}

Table system_table(Beside const& b) {
    Table table{
        .id = b.id("system"),
        .title = {"The system", "体系"},
        .note = {"Change: with the central 90 % of the differences, draw by draw.", "变化：附逐次抽样之差的中间 90%。"},
        .columns = three({{"quantity", {"Quantity", "指标"}}}),
        .rows = {}};
    for (SystemLine const& line : system_lines(b.plan(), b.all.base.centre.security.has_value())) {
        std::vector<Entry> row{line.name};
        b.put(row, line.output, 3);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Text regime_change(Beside const& b, std::size_t ally) {
    Text const before = regime_name(b.all.base.centre.regime[ally]);
    Text after = regime_name(b.one.sampled.centre.regime[ally]);
    if (before == after) return after;
    return {before.en + " → " + after.en, before.zh + " → " + after.zh};
}

Table actor_table(Beside const& b) {
    Table table{.id = b.id("actors"),
                .title = {"Alienation index and regime", "异化指数与联盟状态"},
                .note = {},
                .columns = three({{"code", {"Code", "代码"}}, {"actor", {"Actor", "行为体"}}}),
                .rows = {}};
    table.columns.push_back({"regime", {"regime", "联盟状态"}});
    for (std::size_t n = 0; n < b.world().size().assessed; ++n) {
        Actor const& actor = b.world().actor(b.world().assessed()[n]);
        std::vector<Entry> row{Text{actor.code, actor.code}, actor.name};
        b.put(row, b.plan().index(n), 2);
        row.push_back(n < b.world().size().allies ? Entry{regime_change(b, n)} : Entry{});
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// The class that a stance moved into, if it did.
std::string mark(Beside const& b, std::size_t cell) {
    Stance const before = stance_of(b.all.base.centre.share[cell]);
    Stance const after = stance_of(b.one.sampled.centre.share[cell]);
    if (before == after) return {};
    return after == Stance::Follow ? "△" : after == Stance::Deviate ? "▽" : "◇";
}

Matrix follow_matrix(Beside const& b) {
    Matrix matrix{.id = b.id("follow"),
                  .title = {"Change of following, by actor and issue", "追随度的变化"},
                  .note = {"Share f under the scenario less share at the base, at the central values.",
                           "中心取值下情景的 f 减基准的 f。"},
                  .rows = {},
                  .columns = {},
                  .groups = allies_and_partners(b.world()),
                  .values = {},
                  .intervals = {},
                  .marks = {},
                  .links = {},
                  .legend = {{"△", {"follows now", "变为追随"}},
                             {"◇", {"hedges now", "变为对冲"}},
                             {"▽", {"deviates now", "变为背离"}}},
                  .low = 0.0,
                  .high = 0.0,
                  .low_meaning = {"follows less", "追随减少"},
                  .high_meaning = {"follows more", "追随增加"}};
    for (Issue const& issue : b.world().issues()) matrix.columns.push_back({issue.code, issue.name});
    double most = 0.05;
    for (std::size_t n = 0; n < b.world().size().assessed; ++n) {
        matrix.rows.push_back(actor_label(b.world(), b.world().assessed()[n]));
        for (std::size_t k = 0; k < b.world().size().issues; ++k) {
            std::size_t const cell = b.world().cell(n, IssueId{k});
            std::size_t const output = b.plan().follow(cell);
            matrix.values.push_back(b.now(output) - b.base(output));
            matrix.intervals.push_back(b.one.difference[output]);
            matrix.marks.push_back(mark(b, cell));
            most = std::max(most, std::abs(matrix.values.back()));
        }
    }
    matrix.high = std::ceil(20.0 * most) / 20.0;
    matrix.low = -matrix.high;
    return matrix;
}

/// Of every ally's cells.
std::vector<GapChange> gap_changes(Beside const& b) {
    std::vector<GapChange> all;
    for (std::size_t n = 0; n < b.world().size().allies; ++n)
        for (std::size_t k = 0; k < b.world().size().issues; ++k)
            all.push_back(gap_change(b.all.base, b.one.sampled, n, IssueId{k}));
    return all;
}

Text term_name(bool of_following, Text const& name) {
    return of_following ? Text{"following: " + name.en, "追随：" + name.zh}
                        : Text{"rival: " + name.en, "对手：" + name.zh};
}

Table term_table(Beside const& b, std::vector<GapChange> const& changes) {
    World const& world = b.world();
    std::size_t const issues = world.size().issues;
    TermMeans const means = mean_terms(changes, issues);
    Table table{
        .id = b.id("terms"),
        .title = {"By which terms", "由哪些项引起"},
        .note = {"Change of the gap (utility of following less that of its strongest rival), mean over allies. The "
                 "rows above the last add up to it. A rival's term counts with its sign turned.",
                 "差距（追随的效用减最强对手的效用）的变化，盟国平均。前各行之和为末行。对手各项符号取反。"},
        .columns = {{"term", {"term", "项"}}},
        .rows = {}};
    for (Issue const& issue : world.issues()) table.columns.push_back({issue.code, issue.name});
    table.columns.push_back({"all", {"all", "全部"}});
    auto const add = [&](Text name, std::vector<double> const& by_issue, double all) {
        std::vector<Entry> row{std::move(name)};
        for (double const x : by_issue) row.emplace_back(Number{x, 3, std::nullopt});
        row.emplace_back(Number{all, 3, std::nullopt});
        table.rows.push_back(std::move(row));
    };
    for (TermMean const& term : means.terms) add(term_name(term.of_following, term.name), term.by_issue, term.all);
    add({"gap", "差距"}, means.gap, means.all);
    return table;
}

/// "reward it counts on −0.040; deviate to China: offer −0.021", the greatest first.
Text greatest_terms(Beside const& b, GapChange const& change) {
    std::vector<GapTerm> terms = change.terms;
    std::ranges::stable_sort(terms, std::ranges::greater{}, [](GapTerm const& term) { return std::abs(term.change); });
    Text text;
    Text const rival = option_name(b.world(), change.rival_after);
    for (std::size_t n = 0; n < std::min(terms.size(), terms_shown); ++n) {
        if (std::abs(terms[n].change) < 5e-4) break;
        bool const of_rival = terms[n].option != "follow" && terms[n].option != "rival";
        std::string const change_text =
            fmt::format("{}{:.3f}", terms[n].change < 0.0 ? "−" : "+", std::abs(terms[n].change));
        text.en +=
            fmt::format("{}{}{} {}", n > 0 ? "; " : "", of_rival ? rival.en + ": " : "", terms[n].name.en, change_text);
        text.zh +=
            fmt::format("{}{}{} {}", n > 0 ? "；" : "", of_rival ? rival.zh + "：" : "", terms[n].name.zh, change_text);
    }
    return text;
}

Table cell_table(Beside const& b, std::vector<GapChange> const& changes) {
    World const& world = b.world();
    Table table{
        .id = b.id("cells"),
        .title = {"Where it moves most", "变化最大之处"},
        .note = {"Following f of allies; gap: by how much its utility leads the strongest rival's; and the terms that "
                 "moved the gap most.",
                 "盟国追随度 f；差距：追随效用领先最强对手的程度；以及对差距影响最大的各项。"},
        .columns = three({{"actor", {"Actor", "行为体"}}, {"issue", {"Issue", "议题"}}}),
        .rows = {}};
    table.columns.push_back({"gap_change", {"gap", "差距"}});
    table.columns.push_back({"terms", {"by which terms", "各项"}});
    std::vector<std::size_t> order(world.size().allies * world.size().issues);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t cell) {
        return std::abs(b.now(b.plan().follow(cell)) - b.base(b.plan().follow(cell)));
    });
    order.resize(std::min(order.size(), cells_shown));
    for (std::size_t const cell : order) {
        std::vector<Entry> row{world.actor(world.assessed()[cell / world.size().issues]).name,
                               world.issues()[cell % world.size().issues].name};
        b.put(row, b.plan().follow(cell), 2);
        row.emplace_back(Number{changes[cell].scenario - changes[cell].base, 3, std::nullopt});
        row.emplace_back(greatest_terms(b, changes[cell]));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table hegemon_table(Beside const& b) {
    Table table{.id = b.id("hegemon"),
                .title = {"The hegemon's ledger", "霸权国的“成本—收益”核算"},
                .note = {},
                .columns = three({{"strategy", {"Strategy", "策略"}}, {"line", {"line", "项目"}}}),
                .rows = {}};
    auto const add = [&](Text head, Text name, std::size_t output, double sign) {
        std::vector<Entry> row{std::move(head), std::move(name)};
        b.put(row, output, 3, sign);
        table.rows.push_back(std::move(row));
    };
    auto const lines = hegemon_lines();
    for (std::size_t which = 0; which < strategies; ++which) {
        for (std::size_t n = 0; n < lines.size(); ++n)
            if (lines[n].strategy == which) add(strategy_name(which), lines[n].name, b.plan().line(n), lines[n].sign);
        add(strategy_name(which), {"net", "净收益"}, b.plan().hegemon(which), 1.0);
        add(strategy_name(which), {"ahead by", "领先"}, b.plan().margin(which), 1.0);
    }
    for (SystemLine const& line : will_lines(b.plan()))
        add({"will and capacity", "意愿与能力"}, line.name, line.output, 1.0);
    return table;
}

} // namespace

Chapter scenario_chapter(Comparison const& comparison, Compared const& scenario) {
    Beside const b{comparison, scenario};
    Chapter chapter{"compare/" + scenario.scenario.code, scenario.scenario.name, scenario.scenario.reason, {}};
    chapter.shapes = {changes_table(b), system_table(b), actor_table(b), follow_matrix(b)};
    if (b.world().size().allies > 0) {
        std::vector<GapChange> const changes = gap_changes(b);
        chapter.shapes.emplace_back(term_table(b, changes));
        chapter.shapes.emplace_back(cell_table(b, changes));
    }
    chapter.shapes.emplace_back(hegemon_table(b));
    return chapter;
}

} // namespace casus::alienation
