#include "casus/alienation/chapter.hpp"
#include "casus/alienation/explain.hpp"
#include "casus/alienation/flip.hpp"
#include "casus/alienation/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace casus::alienation {

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

Text actor_with(Sampled const& s, std::size_t assessed, double value) {
    Text const& name = s.world.actor(s.world.assessed()[assessed]).name;
    return {fmt::format("{} ({:.2f})", name.en, value), fmt::format("{}（{:.2f}）", name.zh, value)};
}

std::vector<std::size_t> allies_by(Sampled const& s, std::vector<double> const& measure) {
    std::vector<std::size_t> order(s.world.size().allies);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return measure[a] > measure[b]; });
    return order;
}

void say_extremes(Sampled const& s, Notes& notes) {
    auto const order = allies_by(s, s.centre.index);
    if (order.empty()) return;
    std::size_t const few = std::min<std::size_t>(3, order.size());
    std::vector<Text> most;
    std::vector<Text> least;
    for (std::size_t n = 0; n < few; ++n) {
        most.push_back(actor_with(s, order[n], s.centre.index[order[n]]));
        least.push_back(actor_with(s, order[order.size() - 1 - n], s.centre.index[order[order.size() - 1 - n]]));
    }
    Text const m = list(most);
    Text const l = list(least);
    notes.items.push_back({fmt::format("Most alienated allies: {}; least: {}.", m.en, l.en),
                           fmt::format("异化程度最高的盟国：{}；最低的：{}。", m.zh, l.zh)});
}

void say_issues(Sampled const& s, Notes& notes) {
    std::size_t const issues = s.world.size().issues;
    std::size_t const allies = s.world.size().allies;
    if (issues < 2 || allies == 0) return;
    std::vector<double> mean(issues, 0.0);
    for (std::size_t n = 0; n < allies; ++n)
        for (std::size_t k = 0; k < issues; ++k)
            mean[k] += s.centre.share[n * issues + k] / static_cast<double>(allies);
    auto const most = static_cast<std::size_t>(std::max_element(mean.begin(), mean.end()) - mean.begin());
    auto const least = static_cast<std::size_t>(std::min_element(mean.begin(), mean.end()) - mean.begin());
    Text const& high = s.world.issues()[most].name;
    Text const& low = s.world.issues()[least].name;
    notes.items.push_back({fmt::format("Allies follow most on {} (mean share {:.2f}) and least on {} ({:.2f}).",
                                       high.en, mean[most], low.en, mean[least]),
                           fmt::format("盟国在{}上追随最多（平均 {:.2f}），在{}上最少（{:.2f}）。", high.zh, mean[most],
                                       low.zh, mean[least])});
}

/// How often each option leads; a low share of following may mean any of the others.
void say_options(Sampled const& s, Notes& notes) {
    std::size_t const of_allies = s.world.size().allies * s.world.size().issues;
    std::vector<std::size_t> leads(option_count(s.world), 0);
    for (std::size_t c = 0; c < of_allies; ++c) ++leads[find_flip(s.world, s.centre, c).leading];
    std::vector<std::size_t> order(leads.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return leads[a] > leads[b]; });
    std::vector<Text> parts;
    for (std::size_t const o : order) {
        Text const name = option_name(s.world, o);
        parts.push_back({fmt::format("{} in {}", name.en, leads[o]), fmt::format("{} {} 次", name.zh, leads[o])});
    }
    Text const l = list(parts);
    notes.items.push_back({fmt::format("Over {} stances of allies, the option that leads is: {}.", of_allies, l.en),
                           fmt::format("盟国的 {} 个立场中，居首的选项为：{}。", of_allies, l.zh)});
}

void say_regimes(Sampled const& s, Notes& notes) {
    std::array<std::size_t, 3> count{};
    for (Regime const regime : s.centre.regime) ++count[static_cast<std::size_t>(regime)];
    notes.items.push_back({fmt::format("Of {} allies, {} comply, {} are alienated, {} would dissolve the alliance.",
                                       s.world.size().allies, count[0], count[1], count[2]),
                           fmt::format("{} 个盟国中，{} 个遵守联盟，{} 个异化，{} 个趋于瓦解。", s.world.size().allies,
                                       count[0], count[1], count[2])});
}

void say_selective(Sampled const& s, Notes& notes) {
    double const threshold = s.parameters[Parameter::SelectiveThreshold];
    std::vector<double> const& dispersion = s.centre.dispersion;
    auto const order = allies_by(s, dispersion);
    auto const selective =
        std::count_if(order.begin(), order.end(), [&](std::size_t n) { return dispersion[n] >= threshold; });
    std::vector<Text> names;
    for (std::size_t n = 0; n < order.size() && n < 3; ++n)
        names.push_back(actor_with(s, order[n], dispersion[order[n]]));
    if (names.empty()) return;
    Text const l = list(names);
    notes.items.push_back(
        {fmt::format("{} of {} allies are selective across issues (dispersion at least {:.2f}); most of all {}.",
                     selective, order.size(), threshold, l.en),
         fmt::format("{1} 个盟国中有 {0} 个在议题间有选择地追随或背离（离散度不低于 {2:.2f}）；最突出的：{3}。",
                     selective, order.size(), threshold, l.zh)});
}

void say_swings(Sampled const& s, Notes& notes) {
    double const threshold = s.parameters[Parameter::SwingThreshold];
    std::size_t const issues = s.world.size().issues;
    std::size_t const cells = s.world.size().cells();
    std::vector<std::size_t> order(cells);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return s.centre.swing[a] > s.centre.swing[b]; });
    auto const swinging =
        std::count_if(order.begin(), order.end(), [&](std::size_t c) { return s.centre.swing[c] >= threshold; });
    if (swinging == 0) return;
    std::vector<Text> names;
    for (std::size_t n = 0; n < 4 && n < static_cast<std::size_t>(swinging); ++n) {
        Text const& actor = s.world.actor(s.world.assessed()[order[n] / issues]).name;
        Text const& issue = s.world.issues()[order[n] % issues].name;
        names.push_back({fmt::format("{} on {}", actor.en, issue.en), fmt::format("{}（{}）", actor.zh, issue.zh)});
    }
    Text const l = list(names);
    notes.items.push_back(
        {fmt::format("{} of {} stances swing: the second option is nearly as good as the first. Closest: {}.", swinging,
                     cells, l.en),
         fmt::format("{1} 个立场中有 {0} 个处于摇摆：第二选择几乎与第一选择相当。最接近的：{2}。", swinging, cells,
                     l.zh)});
}

void say_uncertainty(Sampled const& s, Notes& notes) {
    std::size_t const cells = s.world.size().cells();
    std::size_t sure = 0;
    for (std::size_t c = 0; c < cells; ++c)
        if (stance_of(s.interval[s.plan.follow(c)].low) == stance_of(s.interval[s.plan.follow(c)].high)) ++sure;
    notes.items.push_back(
        {fmt::format("{} of {} stances keep their class (follow, hedge, deviate) over the whole 90 % interval: "
                     "read single cells with care.",
                     sure, cells),
         fmt::format("{1} 个立场中有 {0} 个在整个 90% 区间内类别不变（追随、对冲、背离）：对单个格子请谨慎解读。", sure,
                     cells)});
}

void say_hegemon(Sampled const& s, Notes& notes) {
    HegemonLedger const& h = s.centre.hegemon;
    Text const& name = s.world.actor(s.world.leader()).name;
    std::size_t const best = best_strategy(h);
    Text const strategy = strategy_name(best);
    notes.items.push_back(
        {fmt::format("Best for the hegemon ({}): {} (in {:.0f} % of draws). It would give rewards of {:.2f} and can "
                     "give {:.2f}.",
                     name.en, strategy.en, 100.0 * s.mean[s.plan.best(best)], h.will, h.capacity),
         fmt::format("霸权国（{}）的最优选择：{}（占抽样的 {:.0f}%）。愿意给予的奖励为 {:.2f}，能够给予 {:.2f}。",
                     name.zh, strategy.zh, 100.0 * s.mean[s.plan.best(best)], h.will, h.capacity)});
}

} // namespace

Notes what_stands_out(Sampled const& s) {
    Notes notes{.id = "alienation/stands-out", .title = {"What stands out", "要点"}, .items = {}};
    say_extremes(s, notes);
    say_issues(s, notes);
    if (s.world.size().allies > 0) {
        say_options(s, notes);
        say_regimes(s, notes);
    }
    say_selective(s, notes);
    say_swings(s, notes);
    say_hegemon(s, notes);
    say_uncertainty(s, notes);
    return notes;
}

} // namespace casus::alienation
