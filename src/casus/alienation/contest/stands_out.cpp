#include "casus/alienation/contest/chapter.hpp"

#include "casus/alienation/contest/prices.hpp"
#include "casus/alienation/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace casus::contest {

namespace {

/// "A, B and C" / "甲、乙、丙".
Text list(std::vector<Text> const& items) {
    Text joined;
    for (std::size_t n = 0; n < items.size(); ++n) {
        joined.en += (n == 0 ? "" : n + 1 == items.size() ? " and " : ", ") + items[n].en;
        joined.zh += (n == 0 ? "" : "、") + items[n].zh;
    }
    return joined;
}

double received(Sampled const& s, std::size_t side, std::size_t assessed) {
    double sum = 0.0;
    for (std::size_t c = assessed * s.world.size().issues; c < (assessed + 1) * s.world.size().issues; ++c)
        sum += s.centre.at.spending(s.centre.ground.contest, side, c);
    return sum;
}

/// The three actors of which there is most, those of which there is none left out.
std::vector<std::size_t> three_greatest(Sampled const& s, std::function<double(std::size_t)> const& of) {
    std::vector<std::size_t> order(s.world.size().assessed);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t n) { return of(n) <= 0.0; });
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return of(a) > of(b); });
    order.resize(std::min<std::size_t>(3, order.size()));
    return order;
}

void say_where_it_goes(Sampled const& s, Notes& notes) {
    for (std::size_t side = 0; side < s.centre.ground.contest.sides; ++side) {
        double const all = s.centre.at.spent(s.centre.ground.contest, side);
        Text const& name = side_of(s.world, side).name;
        if (all <= 0.0) {
            notes.items.push_back({fmt::format("{} spends nothing.", name.en), fmt::format("{}没有投入。", name.zh)});
            continue;
        }
        std::vector<std::size_t> const order = three_greatest(s, [&](std::size_t n) { return received(s, side, n); });
        std::vector<Text> most;
        for (std::size_t const n : order) {
            Text const& actor = s.world.actor(s.world.assessed()[n]).name;
            double const part = 100.0 * received(s, side, n) / all;
            most.push_back(
                {fmt::format("{} ({:.0f} %)", actor.en, part), fmt::format("{}（{:.0f}%）", actor.zh, part)});
        }
        Text const l = list(most);
        notes.items.push_back({fmt::format("{} spends {:.2f}, most on {}.", name.en, all, l.en),
                               fmt::format("{}投入 {:.2f}，最多的是{}。", name.zh, all, l.zh)});
    }
}

void say_what_changes(Sampled const& s, Notes& notes) {
    Equilibrium const nobody(s.centre.ground.contest);
    Position const before = position_of(s.world, s.centre.ground, nobody);
    Position const after = position_of(s.world, s.centre.ground, s.centre.at);
    if (!std::isnan(before.allies_follow))
        notes.items.push_back(
            {fmt::format("Allies' mean following goes from {:.2f} to {:.2f} and their deviating from {:.2f} to {:.2f}.",
                         before.allies_follow, after.allies_follow, before.allies_deviate, after.allies_deviate),
             fmt::format("盟国的平均追随度由 {:.2f} 变为 {:.2f}，背离由 {:.2f} 变为 {:.2f}。", before.allies_follow,
                         after.allies_follow, before.allies_deviate, after.allies_deviate)});
    if (!std::isnan(before.partners_follow))
        notes.items.push_back(
            {fmt::format("The third group, partners: following from {:.2f} to {:.2f}, deviating from {:.2f} to {:.2f}; "
                         "{:.0f} % of the leader's spending goes to them.",
                         before.partners_follow, after.partners_follow, before.partners_deviate, after.partners_deviate,
                         100.0 * after.on_partners[0]),
             fmt::format(
                 "第三类国家（伙伴）：追随由 {:.2f} 变为 {:.2f}，背离由 {:.2f} 变为 {:.2f}；霸权国投入的 {:.0f}% "
                 "用于它们。",
                 before.partners_follow, after.partners_follow, before.partners_deviate, after.partners_deviate,
                 100.0 * after.on_partners[0])});
}

/// What the leader pays for one stance, in a sentence to append; empty where it pays for none.
Text price_of_one(std::vector<double> paid) {
    std::sort(paid.begin(), paid.end());
    if (paid.empty()) return {};
    if (paid.size() == 1)
        return {fmt::format(" The leader pays {:.2f} for it.", paid[0]),
                fmt::format("霸权国为此付出 {:.2f}。", paid[0])};
    double const median = paid[(paid.size() - 1) / 2];
    return {fmt::format(" The leader pays from {:.2f} to {:.2f} for one, half the time at most {:.2f}.", paid.front(),
                        paid.back(), median),
            fmt::format("霸权国每个付出 {:.2f} 至 {:.2f}，半数不超过 {:.2f}。", paid.front(), paid.back(), median)};
}

void say_who_is_bought(Sampled const& s, Notes& notes) {
    auto const all = bought(s.centre.ground, s.centre.at, alienation::option_count(s.world));
    auto const by_leader = std::count_if(all.begin(), all.end(), [](Bought const& b) { return b.after == 0; });
    std::vector<double> unit;
    std::size_t pressed = 0;
    for (Bought const& b : all)
        if (b.after == 0) {
            unit.push_back(b.paid);
            pressed += s.centre.ground.by_pressure[b.cell];
        }
    Text const price = price_of_one(unit);
    notes.items.push_back({fmt::format("{} of {} stances are bought (another option leads than when nobody spends): {} "
                                       "by the leader ({} of them by "
                                       "pressure), {} by challengers.{}",
                                       all.size(), s.world.size().cells(), by_leader, pressed,
                                       all.size() - static_cast<std::size_t>(by_leader), price.en),
                           fmt::format("{1} 个立场中有 {0} 个被收买（居首选项与无人投入时不同）：霸权国 {2} 个（其中 "
                                       "{3} 个以压力），崛起国 {4} 个。{5}",
                                       all.size(), s.world.size().cells(), by_leader, pressed,
                                       all.size() - static_cast<std::size_t>(by_leader), price.zh)});
}

void say_who_is_not(Sampled const& s, Notes& notes) {
    if (s.centre.at.spent(s.centre.ground.contest, 0) <= 0.0) return;
    std::size_t unpaid = 0;
    double worth = 0.0;
    for (std::size_t n = 0; n < s.world.size().allies; ++n) {
        if (received(s, 0, n) > 0.0) continue;
        ++unpaid;
        for (std::size_t c = n * s.world.size().issues; c < (n + 1) * s.world.size().issues; ++c)
            worth += s.centre.ground.weight[c];
    }
    if (unpaid == 0) return;
    notes.items.push_back(
        {fmt::format(
             "{} of {} allies are not worth buying: together they are {:.1f} % of what is contested, and a first "
             "unit spent on any of them would bring the leader less than the last one does elsewhere.",
             unpaid, s.world.size().allies, 100.0 * worth),
         fmt::format("{1} 个盟国中有 {0} 个不值得收买：它们合计占争夺总价值的 "
                     "{2:.1f}%，对其中任一国的首单位投入所带来的收益都低于他处的"
                     "末单位。",
                     unpaid, s.world.size().allies, 100.0 * worth)});
}

void say_who_gains(Sampled const& s, Notes& notes) {
    auto const gain = [&](std::size_t n) {
        return gained_by(s.centre.ground, s.centre.at, s.centre.evaluated, s.parameters[Parameter::Temperature], n,
                         s.world.size().issues);
    };
    std::vector<std::size_t> const order = three_greatest(s, gain);
    std::vector<Text> most;
    for (std::size_t const n : order) {
        Text const& actor = s.world.actor(s.world.assessed()[n]).name;
        most.push_back({fmt::format("{} ({:.3f})", actor.en, gain(n)), fmt::format("{}（{:.3f}）", actor.zh, gain(n))});
    }
    if (most.empty()) return;
    Text const l = list(most);
    notes.items.push_back(
        {fmt::format("Being courted is worth most to {}.", l.en), fmt::format("从被争取中得益最多的是{}。", l.zh)});
}

/// What the last unit of budget brings, and which way the branches point.
void say_statics(Sampled const& s, Notes& notes) {
    for (Branch const& branch : s.branches) {
        if (branch.key != "concession" && branch.key != "need") continue;
        Step const& from = branch.steps.front();
        Step const& to = branch.steps.back();
        notes.items.push_back(
            {fmt::format("If {} ({} from {:.2f} to {:.2f}), the leader's payoff goes from {:.3f} to {:.3f}.",
                         branch.name.en, branch.level.en, from.level, to.level, from.position.payoff[0],
                         to.position.payoff[0]),
             fmt::format("若{}（{} 由 {:.2f} 升至 {:.2f}），霸权国收益由 {:.3f} 变为 {:.3f}。", branch.name.zh,
                         branch.level.zh, from.level, to.level, from.position.payoff[0], to.position.payoff[0])});
    }
}

void say_equilibria(Sampled const& s, Notes& notes) {
    std::size_t starts = s.found.unsolved;
    for (std::size_t const n : s.found.reached) starts += n;
    std::size_t const solved = starts - s.found.unsolved;
    if (solved == 0) {
        notes.items.push_back({"No start reached the tolerance: the figures are no equilibrium.",
                               "没有起点达到容差：所列数字并非均衡。"});
        return;
    }
    notes.items.push_back(
        {fmt::format("{} of {} starts were solved and led to {} {}; residual {:.1e} (largest gain any side could still "
                     "make, over its payoff).",
                     solved, starts, s.found.equilibria.size(),
                     s.found.equilibria.size() == 1 ? "equilibrium" : "equilibria", s.centre.at.residual),
         fmt::format(
             "{1} 个起点中有 {0} 个解出，得到 {2} 个均衡；残差 {3:.1e}（任一方仍能得到的最大增益与其收益之比）。",
             solved, starts, s.found.equilibria.size(), s.centre.at.residual)});
}

} // namespace

Notes what_stands_out(Sampled const& s) {
    Notes notes{.id = "contest/stands-out", .title = {"What stands out", "要点"}, .items = {}};
    say_where_it_goes(s, notes);
    say_what_changes(s, notes);
    say_who_is_bought(s, notes);
    say_who_is_not(s, notes);
    say_who_gains(s, notes);
    say_statics(s, notes);
    say_equilibria(s, notes);
    return notes;
}

} // namespace casus::contest
