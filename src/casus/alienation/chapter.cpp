#include "casus/alienation/chapter.hpp"

#include "casus/alienation/actor_rows.hpp"
#include "casus/alienation/explain.hpp"
#include "casus/alienation/flip.hpp"
#include "casus/alienation/hegemon_chapter.hpp"
#include "casus/alienation/words.hpp"
#include "casus/world/threat_ledger.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace casus::alienation {

namespace {

std::string mark(Sampled const& s, std::size_t assessed, std::size_t cell) {
    std::string glyphs;
    if (s.centre.swing[cell] >= s.parameters[Parameter::SwingThreshold]) glyphs += "◆";
    if (s.centre.dispersion[assessed] >= s.parameters[Parameter::SelectiveThreshold]) {
        Stance const stance = stance_of(s.centre.share[cell]);
        bool const follows_mostly = s.centre.index[assessed] <= 0.5;
        // With many options following can lead with 0.4 and less; that is no deviation.
        bool const follow_leads = find_flip(s.world, s.centre, cell).leading == 0;
        if (stance == Stance::Deviate && follows_mostly && !follow_leads) glyphs += "▽";
        if (stance == Stance::Follow && !follows_mostly) glyphs += "△";
    }
    return glyphs;
}

Matrix stance_matrix(Sampled const& s) {
    World const& world = s.world;
    Matrix matrix{
        .id = "alienation/follow",
        .title = {"Who follows, on what", "谁在什么议题上追随"},
        .note = {"Share f of following at the central values; 0.6 and above follows, 0.4 and below deviates, hedging "
                 "between.",
                 "中心取值下的追随度 f；0.6 及以上为追随，0.4 及以下为背离，其间为对冲。"},
        .rows = {},
        .columns = {},
        .groups = allies_and_partners(world),
        .values = {},
        .intervals = {},
        .marks = {},
        .links = {},
        .legend = {{"◆", {"swings: the second option is nearly as good", "摇摆：第二选择几乎相当"}},
                   {"▽", {"selective deviation of an ally that mostly follows", "选择性背离（总体追随）"}},
                   {"△", {"selective following of an ally that mostly does not", "选择性追随（总体不追随）"}}},
        .low = 0.0,
        .high = 1.0,
        .low_meaning = {"deviates", "背离"},
        .high_meaning = {"follows", "追随"}};
    for (Issue const& issue : world.issues()) matrix.columns.push_back({issue.code, issue.name});
    for (std::size_t n = 0; n < world.size().assessed; ++n) {
        matrix.rows.push_back(actor_label(world, world.assessed()[n]));
        for (std::size_t k = 0; k < world.size().issues; ++k) {
            std::size_t const cell = world.cell(n, IssueId{k});
            matrix.values.push_back(s.centre.share[cell]);
            matrix.intervals.push_back(s.interval[s.plan.follow(cell)]);
            matrix.marks.push_back(mark(s, n, cell));
            matrix.links.push_back(fmt::format("alienation/{}/{}", matrix.rows.back().key, world.issues()[k].code));
        }
    }
    return matrix;
}

/// Assessed actors, allies and partners apart, each from the most to the least alienated.
std::vector<std::size_t> by_index(Sampled const& s) {
    std::vector<std::size_t> order(s.world.size().assessed);
    std::iota(order.begin(), order.end(), std::size_t{0});
    auto const more = [&](std::size_t a, std::size_t b) { return s.centre.index[a] > s.centre.index[b]; };
    auto const partners = order.begin() + static_cast<std::ptrdiff_t>(s.world.size().allies);
    std::stable_sort(order.begin(), partners, more);
    std::stable_sort(partners, order.end(), more);
    return order;
}

Bars index_bars(Sampled const& s) {
    Bars bars{.id = "alienation/index",
              .title = {"Alienation index, with 90 % intervals", "异化指数及 90% 区间"},
              .note = {"A = Σ w (1 − f): 0 follows on everything, 1 on nothing.",
                       "A = Σ w (1 − f)：0 为处处追随，1 为处处不追随。"},
              .labels = {},
              .groups = allies_and_partners(s.world),
              .values = {},
              .intervals = {},
              .low = 0.0,
              .high = 1.0};
    for (std::size_t const n : by_index(s)) {
        bars.labels.push_back(actor_label(s.world, s.world.assessed()[n]));
        bars.values.push_back(s.centre.index[n]);
        bars.intervals.push_back(s.interval[s.plan.index(n)]);
    }
    return bars;
}

Table actor_table(Sampled const& s) {
    Table table{.id = "alienation/actors",
                .title = {"Actors", "各行为体"},
                .note = {"Dispersion: how much following differs between issues. Swing: how near the second option is. "
                         "Last three columns: share of draws in each regime.",
                         "离散度：追随在议题间的差异。摇摆：第二选择的接近程度。末三列：各联盟状态所占抽样比例。"},
                .columns = {{"code", {"Code", "代码"}},
                            {"actor", {"Actor", "行为体"}},
                            {"index", {"A", "A"}},
                            {"dispersion", {"dispersion", "离散度"}},
                            {"swing", {"swing", "摇摆"}},
                            {"regime", {"regime", "联盟状态"}},
                            {"compliance", {"compl.", "遵守"}},
                            {"alienation", {"alien.", "异化"}},
                            {"dissolution", {"dissol.", "瓦解"}}},
                .rows = {}};
    for (std::size_t const n : by_index(s)) {
        Label const actor = actor_label(s.world, s.world.assessed()[n]);
        std::vector<Entry> row{
            Text{actor.key, actor.key}, actor.name, Number{s.centre.index[n], 2, s.interval[s.plan.index(n)]},
            Number{s.centre.dispersion[n], 2, std::nullopt}, Number{s.centre.swing_index[n], 2, std::nullopt}};
        if (n < s.world.size().allies) {
            row.emplace_back(regime_name(s.centre.regime[n]));
            for (Regime const regime : {Regime::Compliance, Regime::Alienation, Regime::Dissolution})
                row.emplace_back(Number{s.mean[s.plan.regime(n, regime)], 2, std::nullopt});
        } else {
            row.resize(table.columns.size());
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table system_table(Sampled const& s) {
    Table table{
        .id = "alienation/system",
        .title = {"The system", "体系"},
        .note = {},
        .columns = {{"quantity", {"Quantity", "指标"}}, {"value", {"value", "数值"}}, {"meaning", {"meaning", "含义"}}},
        .rows = {}};
    auto const add = [&](Text name, double value, std::size_t output, Text meaning) {
        table.rows.push_back({std::move(name), Number{value, 3, s.interval[output]}, std::move(meaning)});
    };
    add({"polarisation", "极化"}, s.centre.system.polarisation, s.plan.system(0),
        {"0: no ally leans to either side; 1: each stands wholly on one side",
         "0：各盟国均不偏向任何一方；1：各盟国完全选边站队"});
    add({"cross-membership", "成员交叉"}, s.centre.system.cross_membership, s.plan.system(1),
        {"share of stances that keep working with both sides", "与双方同时保持合作的立场份额"});
    if (s.centre.security)
        add({"mobilisable power", "可动员实力"}, s.centre.system.mobilisable_power, s.plan.system(2),
            {"allies' share of world power that follows on security", "在安全议题上追随的盟国实力（占世界份额）"});
    return table;
}

Table threat_table(Sampled const& s) {
    Table table{
        .id = "threat",
        .title = {"How threatened each actor is", "各行为体面临的威胁"},
        .note = {"T: all threats together; shortfall: how far it cannot meet them alone; need = T · shortfall over the "
                 "threats of others than the leader and fellow allies.",
                 "T：威胁合成；缺口：无法独自应对的程度；需求 = T · 缺口，不计霸权国与盟友之间的威胁。"},
        .columns = {{"code", {"Code", "代码"}},
                    {"actor", {"Actor", "行为体"}},
                    {"threat", {"T", "T"}},
                    {"shortfall", {"shortfall", "缺口"}},
                    {"need", {"need", "需求"}},
                    {"from", {"mostly from", "主要来自"}}},
        .rows = {}};
    Threats const& threats = s.centre.threats;
    for (std::size_t a = 0; a < s.world.size().actors; ++a) {
        auto const environment = s.world.environment(ActorId{a});
        std::size_t strongest = 0;
        for (std::size_t n = 1; n < environment.size(); ++n)
            if (threats.pair[threats.position(ActorId{a}, n)] > threats.pair[threats.position(ActorId{a}, strongest)])
                strongest = n;
        std::string const& code = s.world.actors()[a].code;
        table.rows.push_back(
            {Text{code, code}, s.world.actors()[a].name, Number{threats.total[a], 2, s.interval[s.plan.threat(a)]},
             Number{threats.shortfall[a], 2, std::nullopt}, Number{threats.need(ActorId{a}), 2, std::nullopt},
             environment.empty() ? Entry{} : Entry{s.world.actor(environment[strongest]).name}});
    }
    std::stable_sort(table.rows.begin(), table.rows.end(), [](auto const& a, auto const& b) {
        return std::get<Number>(a[2]).value > std::get<Number>(b[2]).value;
    });
    return table;
}

} // namespace

std::vector<Chapter> chapters(Sampled const& s) {
    Text const& leader = s.world.actor(s.world.leader()).name;
    std::vector<Chapter> all;
    all.push_back(
        {"stances",
         {"Stances", "立场"},
         {fmt::format("How far each ally follows the leader ({}) on each issue, deviates, regroups or abstains.",
                      leader.en),
          fmt::format("各盟国在各议题上追随霸权国（{}）、背离、抱团取暖或观望的程度。", leader.zh)},
         {what_stands_out(s), stance_matrix(s)}});
    all.push_back({"actors", {"Alienation by actor", "各行为体的异化"}, {}, {index_bars(s), actor_table(s)}});
    std::vector<Shape> system{system_table(s)};
    for (Table& table : hegemon_tables(s)) system.emplace_back(std::move(table));
    all.push_back({"system", {"System and hegemon", "体系与霸权国"}, {}, std::move(system)});
    all.push_back({"threat", {"Threats", "威胁"}, {}, {threat_table(s)}});
    return all;
}

Chapter ledger_chapter(Sampled const& s) {
    Chapter chapter{"ledgers",
                    {"Ledgers", "核算明细"},
                    {"The terms behind every number, with the figures inside them and what they rest on.",
                     "每个数字背后的各项、其中的数据及其依据。"},
                    {}};
    chapter.shapes.emplace_back(explain_hegemon(s.world, s.parameters, s.centre));
    for (std::size_t n = 0; n < s.world.size().assessed; ++n) {
        chapter.shapes.emplace_back(explain_actor(s.world, s.parameters, s.centre, n));
        for (std::size_t k = 0; k < s.world.size().issues; ++k)
            chapter.shapes.emplace_back(explain_stance(s.world, s.parameters, s.centre, n, IssueId{k}));
    }
    for (std::size_t a = 0; a < s.world.size().actors; ++a)
        chapter.shapes.emplace_back(threat_ledger(s.world, s.parameters, s.centre.threats, ActorId{a}));
    return chapter;
}

Chapter method_chapter(Sampled const& s, std::size_t draws) {
    Notes notes{.id = "method", .title = {"How these numbers were made", "这些数字是怎样得出的"}, .items = {}};
    notes.items = {
        {"The lens follows Ren Lin and Zheng Haiqi, “The origins of alliance alienation” (2021): an ally weighs, issue "
         "by issue, "
         "what following the hegemon, siding with a rising power, banding together with others, or abstaining would "
         "bring.",
         "本分析依据任琳、郑海琦《联盟异化的起源》（2021）：盟国逐议题权衡追随霸权国、与崛起国合作、与他国抱团取暖或弃"
         "权的得失。"},
        {"Shares are a logit over the options' utilities; each utility is a sum of the terms shown in its ledger.",
         "份额由各选项效用的 logit 给出；每个效用为其明细各项之和。"},
        {fmt::format("Every figure and parameter with a spread was drawn {} times; intervals are the central 90 %. A "
                     "spread that the case does not state is taken as zero, so intervals are narrower than the truth.",
                     draws),
         fmt::format("凡有标准差的数据与参数均抽样 {} 次；区间为中间 "
                     "90%。案例未注明离散程度者按零处理，故区间窄于真实的不确定性。",
                     draws)},
        {"Parameters are judgements until estimates replace them. The shares are not forecasts of votes or treaties; "
         "they say how the terms weigh against each other as coded.",
         "参数在被估计取代之前均为判断。份额并非对投票或条约的预测，只说明按编码各项如何相互权衡。"},
        {fmt::format("Parameter set: {}.", s.parameters.set_name()),
         fmt::format("参数集：{}。", s.parameters.set_name())}};
    return {"method", {"Method", "方法"}, {}, {notes}};
}

} // namespace casus::alienation
