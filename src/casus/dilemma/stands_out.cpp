#include "casus/dilemma/chapter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace casus::dilemma {

namespace {

/// "A, B and C" / "甲、乙、丙".
Text enumerate(std::vector<Text> const& items) {
    Text joined;
    for (std::size_t n = 0; n < items.size(); ++n) {
        joined.en += (n == 0 ? "" : n + 1 == items.size() ? " and " : ", ") + items[n].en;
        joined.zh += (n == 0 ? "" : "、") + items[n].zh;
    }
    return joined;
}

/// The members of the holder's ties in which that risk is greatest, three at most, with its level and its rival.
Text most_at_risk(Sampled const& s, std::vector<Tie> ties, Number Tie::*risk, std::size_t Tie::*from) {
    std::ranges::stable_sort(ties, [&](Tie const& a, Tie const& b) { return (a.*risk).value > (b.*risk).value; });
    std::vector<Text> items;
    for (std::size_t n = 0; n < std::min<std::size_t>(3, ties.size()); ++n) {
        Text const& name = s.centre.member(ties[n].member).name;
        Text const& rival = s.centre.rival(ties[n].*from).name;
        double const level = (ties[n].*risk).value;
        items.push_back({fmt::format("{} ({:.2f}, over {})", name.en, level, rival.en),
                         fmt::format("{}（{:.2f}，因{}）", name.zh, level, rival.zh)});
    }
    return enumerate(items);
}

void say_counts(Sampled const& s, std::vector<Tie> const& own, bool of_leader, Notes& notes) {
    std::array<std::size_t, 4> count{};
    for (Tie const& tie : own) ++count[static_cast<std::size_t>(tie.dominant)];
    Text const& leader = s.centre.leader().name;
    notes.items.push_back(
        of_leader
            ? Text{fmt::format(
                       "Of the leader's {} ties, abandonment by the member dominates in {}, entrapment in {}; both "
                       "count in {}, neither in {}.",
                       own.size(), count[0], count[1], count[2], count[3]),
                   fmt::format(
                       "{}的 {} 对关系中，{} 对以被成员抛弃为主，{} 对以被牵连为主；{} 对两者皆有，{} 对均不突出。",
                       leader.zh, own.size(), count[0], count[1], count[2], count[3])}
            : Text{
                  fmt::format("Of {} members, {} fear abandonment first, {} entrapment; {} fear both, {} neither much.",
                              own.size(), count[0], count[1], count[2], count[3]),
                  fmt::format("{} 个成员中，{} 个首先担心被抛弃，{} 个首先担心被牵连；{} 个两者皆有，{} 个均不突出。",
                              own.size(), count[0], count[1], count[2], count[3])});
    Text const abandoned = most_at_risk(s, own, &Tie::abandonment, &Tie::abandonment_from);
    Text const entrapped = most_at_risk(s, own, &Tie::entrapment, &Tie::entrapment_from);
    notes.items.push_back(
        of_leader ? Text{fmt::format("The leader ({}) is most exposed to abandonment by {}; to entrapment by {}.",
                                     leader.en, abandoned.en, entrapped.en),
                         fmt::format("最可能抛弃主导国（{}）的成员：{}；最可能牵连它的成员：{}。", leader.zh,
                                     abandoned.zh, entrapped.zh)}
                  : Text{fmt::format("Most exposed to abandonment: {}; to entrapment: {}.", abandoned.en, entrapped.en),
                         fmt::format("最可能被抛弃：{}；最可能被牵连：{}。", abandoned.zh, entrapped.zh)});
}

void say_budget(Sampled const& s, Notes& notes) {
    Evaluation const& e = s.centre;
    double const load = e.central[e.plan.at(OfSystem::Load)];
    double const kept = e.risks.spread_thin;
    notes.items.push_back(
        kept < 1.0
            ? Text{fmt::format(
                       "Promises are spread thin: loads of {:.2f} meet a budget of {:.2f}, so that {:.0f} % of each "
                       "promise stands.",
                       load, e.in().budget, 100.0 * kept),
                   fmt::format("承诺被摊薄：负荷 {:.2f} 对预算 {:.2f}，每一承诺只剩 {:.0f}%。", load, e.in().budget,
                               100.0 * kept)}
            : Text{fmt::format("The budget covers all promises: loads of {:.2f} meet {:.2f}.", load, e.in().budget),
                   fmt::format("预算足以兑现全部承诺：负荷 {:.2f} 对预算 {:.2f}。", load, e.in().budget)});
}

void say_dragged(Sampled const& s, Notes& notes) {
    Evaluation const& e = s.centre;
    std::vector<double> extra;
    for (std::size_t m = 0; m < e.in().rivals; ++m)
        extra.push_back(e.risks.leader_conflict[m] - e.risks.own_conflict[m]);
    auto const m = static_cast<std::size_t>(std::ranges::max_element(extra) - extra.begin());
    Text const& rival = e.rival(m).name;
    notes.items.push_back(
        {fmt::format(
             "Members raise the leader's chance of conflict most with {}: from {:.2f} to {:.2f} over {:.0f} years.",
             rival.en, e.risks.own_conflict[m], e.risks.leader_conflict[m], e.in().c.horizon),
         fmt::format("成员使主导国与{}冲突的概率上升最多：{:.0f} 年内由 {:.2f} 升至 {:.2f}。", rival.zh,
                     e.in().c.horizon, e.risks.own_conflict[m], e.risks.leader_conflict[m])});
}

void say_how_sure(std::vector<Tie> const& ties, Notes& notes) {
    auto const apart = std::ranges::count_if(ties, [](Tie const& tie) {
        return tie.dominant == Dominant::Abandonment || tie.dominant == Dominant::Entrapment;
    });
    notes.items.push_back(
        {fmt::format(
             "In {} of {} rows the two intervals lie apart; in the others which risk is greater is not settled.", apart,
             ties.size()),
         fmt::format("{1} 行中有 {0} 行两个区间互不重叠；其余各行何者更大并未确定。", apart, ties.size())});
}

} // namespace

Notes what_stands_out(Sampled const& s, std::vector<Tie> const& ties) {
    Notes notes{.id = "dilemma/stands-out", .title = {"What stands out", "要点"}, .items = {}};
    for (bool const of_leader : {false, true}) {
        std::vector<Tie> own;
        std::ranges::copy_if(ties, std::back_inserter(own), [&](Tie const& t) { return t.of_leader == of_leader; });
        say_counts(s, own, of_leader, notes);
    }
    say_budget(s, notes);
    say_dragged(s, notes);
    say_how_sure(ties, notes);
    return notes;
}

Notes offence_notes(Sampled const& s, std::vector<OffenceRow> const& offence) {
    Notes notes{
        .id = "dilemma/offence-notes", .title = {"What the balance points to", "攻防平衡指向什么"}, .items = {}};
    double const now = offence.front().advantage;
    OffenceRow const& defence = offence[1];
    OffenceRow const& attack = offence[3];
    if (now > 0.0)
        notes.items.push_back(
            {fmt::format("The case gives the offence an advantage of {:.1f}: it points to chain-ganging.", now),
             fmt::format("案例中进攻占优（{:.1f}）：指向锁链困境。", now)});
    else if (now < 0.0)
        notes.items.push_back(
            {fmt::format("The case gives the defence an advantage of {:.1f}: it points to buck-passing.", -now),
             fmt::format("案例中防御占优（{:.1f}）：指向推卸责任。", -now)});
    else
        notes.items.push_back({"The case gives neither offence nor defence an advantage: it points to neither.",
                               "案例中攻防均不占优：两者都不指向。"});
    notes.items.push_back(
        {fmt::format(
             "From the defence's full advantage to the offence's, a member's chance of conflict goes from {:.3f} to "
             "{:.3f} and the leader's from {:.3f} to {:.3f}: the chains by which each drags the others.",
             defence.conflict, attack.conflict, defence.dragged, attack.dragged),
         fmt::format(
             "由防御完全占优到进攻完全占优，成员冲突的平均概率由 {:.3f} 变为 {:.3f}，主导国的由 {:.3f} 变为 {:.3f}："
             "彼此拖入冲突的链条。",
             defence.conflict, attack.conflict, defence.dragged, attack.dragged)});
    notes.items.push_back(
        s.centre.assessed_allegiance
            ? Text{"Allegiance is alienation's and does not move with the balance, so that buck-passing is not seen "
                   "here.",
                   "对主导国的承诺取自联盟异化分析，不随攻防平衡变动，故此处看不到推卸责任。"}
        : defence.allegiance == attack.allegiance
            ? Text{"Allegiance does not move with the balance here (figures of the case, or a lone member), so that "
                   "buck-passing is not seen.",
                   "此处对主导国的承诺不随攻防平衡变动（案例所给，或仅一个成员），故看不到推卸责任。"}
            : Text{fmt::format(
                       "Over the same way members' mean allegiance goes from {:.3f} to {:.3f}: where defence has the "
                       "advantage, more is left to others.",
                       defence.allegiance, attack.allegiance),
                   fmt::format("同时成员对主导国的平均承诺由 {:.3f} 变为 {:.3f}：防御占优时更多地留给他人承担。",
                               defence.allegiance, attack.allegiance)});
    return notes;
}

} // namespace casus::dilemma
