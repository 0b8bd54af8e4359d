#include "casus/alienation/hegemon_chapter.hpp"

#include "casus/alienation/hegemon.hpp"
#include "casus/alienation/hegemon_flips.hpp"
#include "casus/alienation/institution.hpp"
#include "casus/alienation/words.hpp"

#include <fmt/format.h>

namespace casus::alienation {

namespace {

Table strategy_table(Sampled const& s) {
    HegemonLedger const& h = s.centre.hegemon;
    Text const& leader = s.world.actor(s.world.leader()).name;
    Table table{
        .id = "alienation/hegemon",
        .title = {"The hegemon's ledger: " + leader.en, leader.zh + "的“成本—收益”核算"},
        .note = {"Per average ally, summed over issues. Ahead by: how far it leads the better of the other two.",
                 "按平均每个盟国计，各议题相加。领先：超过其余两者中较优者的程度。"},
        .columns = {{"strategy", {"Strategy", "策略"}},
                    {"net", {"net", "净收益"}},
                    {"margin", {"ahead by", "领先"}},
                    {"best", {"best in draws", "最优占比"}}},
        .rows = {}};
    for (std::size_t which = 0; which < strategies; ++which)
        table.rows.push_back({strategy_name(which), Number{net_of(h, which), 3, s.interval[s.plan.hegemon(which)]},
                              Number{margin_of(h, which), 3, s.interval[s.plan.margin(which)]},
                              Number{s.mean[s.plan.best(which)], 2, std::nullopt}});
    return table;
}

Table line_table(Sampled const& s) {
    Table table{
        .id = "alienation/hegemon/lines",
        .title = {"Table 2 of the paper, line by line", "论文表 2 逐项"},
        .note = {"F: mean following, F' with the rewards of remoulding, F° with credibility lost; ν' non-neutrality "
                 "repaired.",
                 "F：平均追随；F'：重塑奖励之后；F°：信誉受损之后；ν'：修复后的非中性。"},
        .columns = {{"strategy", {"Strategy", "策略"}},
                    {"line", {"line", "项目"}},
                    {"amount", {"amount", "金额"}},
                    {"how", {"how", "算法"}}},
        .rows = {}};
    auto const lines = hegemon_lines();
    for (std::size_t n = 0; n < lines.size(); ++n) {
        Interval const& amount = s.interval[s.plan.line(n)];
        bool const benefit = lines[n].sign > 0;
        Interval const interval = benefit ? amount : Interval{-amount.high, -amount.low};
        table.rows.push_back({strategy_name(lines[n].strategy), lines[n].name,
                              Number{lines[n].sign * s.centre.hegemon.*lines[n].amount, 3, interval}, lines[n].how});
    }
    return table;
}

Table will_table(Sampled const& s) {
    HegemonLedger const& h = s.centre.hegemon;
    Table table{
        .id = "alienation/hegemon/will",
        .title = {"Will and capacity", "意愿与能力"},
        .note = {"The paper's point: what the hegemon would give to rebuild the alliance, and what it can give.",
                 "论文要点：霸权国为重塑联盟愿意给予的，与其能够给予的。"},
        .columns = {{"quantity", {"Quantity", "指标"}}, {"value", {"value", "数值"}}, {"meaning", {"meaning", "含义"}}},
        .rows = {}};
    auto const add = [&](Text name, double value, std::size_t which, Text meaning) {
        table.rows.push_back({std::move(name), Number{value, 3, s.interval[s.plan.will(which)]}, std::move(meaning)});
    };
    add({"need to balance", "制衡需求"}, h.need, 0,
        {"challengers' share of the power of leader and challengers", "崛起国占双方实力之和的份额"});
    add({"will", "意愿"}, h.will, 1,
        {"φ · need: reward it would add on an average cell", "φ · 需求：平均每格愿意追加的奖励"});
    add({"capacity", "能力"}, h.capacity, 2, {"reward it can add", "能够追加的奖励"});
    add({"gap", "落差"}, h.gap(), 3,
        {"will less capacity; below 0: it could give more than it wants to", "意愿减能力；小于 0：能给的多于想给的"});
    return table;
}

Table flip_table(Sampled const& s) {
    Table table{
        .id = "alienation/hegemon/flips",
        .title = {"What would change the hegemon's answer", "何以改变霸权国的答案"},
        .note = {"Levels at which another strategy becomes best, the rest unchanged. Of issues and cells the level "
                 "is the mean, and all move together. Inputs that change nothing are left out.",
                 "其余不变时另一策略成为最优的水平。议题与格子之量取均值，一并变动。不起作用者从略。"},
        .columns = {{"input", {"Input", "输入"}},
                    {"now", {"now", "现值"}},
                    {"below", {"from here down", "降至"}},
                    {"below_best", {"best then", "此时最优"}},
                    {"above", {"from here up", "升至"}},
                    {"above_best", {"best then", "此时最优"}}},
        .rows = {}};
    auto const level = [](std::optional<HegemonFlip::Turn> const& turn) {
        return turn ? Entry{Number{turn->level, 3, std::nullopt}} : Entry{};
    };
    auto const best = [](std::optional<HegemonFlip::Turn> const& turn) {
        return turn ? Entry{strategy_name(turn->best)} : Entry{};
    };
    for (HegemonFlip const& flip : find_hegemon_flips(s.world, s.parameters))
        if (flip.below || flip.above)
            table.rows.push_back({flip.input, Number{flip.now, 3, std::nullopt}, level(flip.below), best(flip.below),
                                  level(flip.above), best(flip.above)});
    return table;
}

Table institution_table(Sampled const& s) {
    Table table{
        .id = "alienation/hegemon/institutions",
        .title = {"What the leader's institutions leave to allies", "霸权国制度留给盟国的收益"},
        .note = {"A member that follows receives [ν m + (1−ν)] G, one that deviates (1−ν) G, at the average "
                 "ally's membership m. Remoulded: with part of the erosion of ν repaired.",
                 "追随的成员得 [ν m + (1−ν)] G，背离者得 (1−ν) G，m 取盟国平均。重塑：ν 所受侵蚀部分修复之后。"},
        .columns = {{"issue", {"Issue", "议题"}},
                    {"gains", {"G", "G"}},
                    {"intact", {"ν intact", "侵蚀前 ν"}},
                    {"eroded", {"ν", "ν"}},
                    {"following", {"follows", "追随"}},
                    {"deviating", {"deviates", "背离"}},
                    {"repaired_following", {"remoulded: follows", "重塑后追随"}},
                    {"repaired_deviating", {"deviates", "背离"}}},
        .rows = {}};
    auto const all = institutions(s.world, s.parameters, s.centre);
    for (std::size_t k = 0; k < all.size(); ++k) {
        std::vector<Entry> row{s.world.issues()[k].name};
        for (double const x : {all[k].gains, all[k].intact, all[k].eroded, all[k].following, all[k].deviating,
                               all[k].repaired_following, all[k].repaired_deviating})
            row.emplace_back(Number{x, 3, std::nullopt});
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

std::vector<Table> hegemon_tables(Sampled const& s) {
    return {strategy_table(s), line_table(s), will_table(s), flip_table(s), institution_table(s)};
}

} // namespace casus::alienation
