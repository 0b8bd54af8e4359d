#include "casus/measure/configuration/configuration_chapter.hpp"

#include "casus/measure/configuration/configuration_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace casus::configuration {

namespace {

int energy_decimals(Configured const& answer) {
    int const shown = decimals_for(answer.best_energy());
    return answer.weights.exact ? std::min(shown, static_cast<int>(std::lround(std::log10(answer.weights.scale))))
                                : shown;
}

Number energy_number(Configured const& answer, double energy) {
    return {.value = energy, .decimals = energy_decimals(answer)};
}

/// Decimals that the sizes need, at most four.
int size_decimals(std::vector<double> const& sizes) {
    int decimals = 0;
    for (double const size : sizes)
        while (decimals < 4 &&
               std::fabs(size - std::round(size * std::pow(10.0, decimals)) / std::pow(10.0, decimals)) > 1e-9 * size)
            ++decimals;
    return decimals;
}

/// With the minus that tables have.
std::string signed_text(std::string number) {
    if (number.starts_with('-')) number.replace(0, 1, "−");
    return number;
}

std::string energy_text(Configured const& answer, double energy) {
    return signed_text(fmt::format("{:.{}f}", energy, energy_decimals(answer)));
}

Text best_item(Configured const& answer) {
    std::string const energy = energy_text(answer, answer.best_energy());
    Text const words = in_words(answer.landscape.actors, answer.best.blocs);
    if (answer.best.proven())
        return {fmt::format("Best configuration into at most {} blocs, proven: energy {}: {}.", answer.most_blocs,
                            energy, words.en),
                fmt::format("至多 {} 个阵营的最优格局（已证明）：能量 {}：{}。", answer.most_blocs, energy, words.zh)};
    std::string const bound = energy_text(answer, answer.weights.energy_of(answer.best.bound));
    return {fmt::format("Best configuration found into at most {} blocs: energy {}: {}. Not proven: none is below {} "
                        "(the search gave up after {} nodes; --nodes).",
                        answer.most_blocs, energy, words.en, bound, answer.best.nodes),
            fmt::format("所找到的至多 {} 个阵营的最优格局：能量 {}：{}。未证明：不会低于 {}（搜索在 {} "
                        "个节点后停止；--nodes）。",
                        answer.most_blocs, energy, words.zh, bound, answer.best.nodes)};
}

std::vector<Text> minima_items(Configured const& answer) {
    if (!answer.minima) return {};
    Minima const& minima = *answer.minima;
    auto const strict = static_cast<std::size_t>(std::ranges::count(minima.found, true, &Minimum::strict));
    std::vector<Text> items{
        {fmt::format("Of {} partitions into two blocs, {} {}.", minima.partitions, minima.found.size(),
                     minima.found.size() == 1 ? "is a local minimum: from everywhere else one actor gains by moving"
                                              : "are local minima: no single actor lowers the energy by moving"),
         fmt::format("在 {} 种两阵营划分中，有 {} 个局部极小：没有任何单个行为体的移动能降低能量。", minima.partitions,
                     minima.found.size())}};
    if (strict < minima.found.size())
        items.push_back(
            {fmt::format("{} of them are strict; at the others some move leaves the energy as it is.", strict),
             fmt::format("其中 {} 个是严格的；在其余处有的移动不改变能量。", strict)});
    if (minima.found.front().basin)
        items.push_back({fmt::format("The lowest draws {:.0f} % of all partitions by steepest descent.",
                                     100.0 * static_cast<double>(*minima.found.front().basin) /
                                         static_cast<double>(minima.partitions)),
                         fmt::format("按最速下降，最低者吸引全部划分的 {:.0f} %。",
                                     100.0 * static_cast<double>(*minima.found.front().basin) /
                                         static_cast<double>(minima.partitions))});
    return items;
}

std::vector<Text> pivot_items(Configured const& answer) {
    if (answer.pivots.empty() || !std::isfinite(answer.pivots.front().change) || !answer.pivots.front().proven)
        return {};
    Pivot const& pivot = answer.pivots.front();
    std::string const pair = answer.landscape.actors[pivot.first] + " – " + answer.landscape.actors[pivot.second];
    if (pivot.change == 0.0)
        return {{fmt::format("Another configuration is as good: {}.", in_words(answer.landscape.actors, pivot.then).en),
                 fmt::format("另有同样好的格局：{}。", in_words(answer.landscape.actors, pivot.then).zh)}};
    std::string const change = signed_text(fmt::format("{:+.3g}", pivot.change));
    std::string const now = signed_text(fmt::format("{:.3g}", answer.landscape.propensity(pivot.first, pivot.second)));
    return {{fmt::format("It hangs most on {}: a change of {} from {} would make another one best.", pair, change, now),
             fmt::format("最取决于 {}：倾向自 {} 变动 {} 即会改变最优格局。", pair, now, change)}};
}

Notes stands_out(Configured const& answer) {
    Notes notes{.id = "configuration-notes", .title = {"What stands out", "要点"}, .items = {best_item(answer)}};
    for (auto const& items : {minima_items(answer), pivot_items(answer), answer.notes})
        notes.items.insert(notes.items.end(), items.begin(), items.end());
    return notes;
}

Text shown_of(std::size_t shown, std::size_t all) {
    if (shown == all) return {};
    return {fmt::format("The first {} of {}; --show N shows more, JSON all.", shown, all),
            fmt::format("共 {1} 行，显示前 {0} 行；--show N 显示更多，JSON 含全部。", shown, all)};
}

Table minima_table(Configured const& answer, std::size_t most_rows) {
    Minima const& minima = *answer.minima;
    std::size_t const shown = std::min(most_rows, minima.found.size());
    Table table{.id = "minima",
                .title = {"Local minima", "局部极小"},
                .note = shown_of(shown, minima.found.size()),
                .columns = {{"rank", {"rank", "序"}},
                            {"energy", {"energy", "能量"}},
                            {"basin", {"basin", "吸引域"}},
                            {"share", {"share, %", "占比 %"}},
                            {"bloc_1", {"bloc 1", "阵营一"}},
                            {"bloc_2", {"bloc 2", "阵营二"}}},
                .rows = {}};
    for (std::size_t m = 0; m < shown; ++m) {
        Minimum const& minimum = minima.found[m];
        Entry basin;
        Entry share;
        if (minimum.basin) {
            auto const many = static_cast<double>(*minimum.basin);
            basin = Number{.value = many, .decimals = 0};
            share = Number{.value = 100.0 * many / static_cast<double>(minima.partitions), .decimals = 1};
        }
        table.rows.push_back({Number{.value = static_cast<double>(m + 1), .decimals = 0},
                              energy_number(answer, answer.weights.energy_of(minimum.apart)), basin, share,
                              members(answer.landscape.actors, minimum.blocs, 0),
                              members(answer.landscape.actors, minimum.blocs, 1)});
    }
    return table;
}

Table actors_table(Configured const& answer) {
    Table table{.id = "configuration-actors",
                .title = {"Actors in the best configuration", "最优格局中的行为体"},
                .note = {"Frustration is what the actor adds to the energy: its own row of the sum. Below zero it "
                         "stands apart from enemies, above from friends.",
                         "失意度是该行为体对能量的贡献，即求和中它的一行：负值为与敌分立，正值为与友分立。"},
                .columns = {{"actor", {"actor", "行为体"}},
                            {"size", {"size", "规模"}},
                            {"bloc", {"bloc", "阵营"}},
                            {"frustration", {"frustration", "失意度"}}},
                .rows = {}};
    int const decimals = size_decimals(answer.landscape.sizes);
    std::vector<std::size_t> order(answer.landscape.count());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return answer.best.blocs[i]; });
    for (std::size_t const i : order)
        table.rows.push_back({Text{answer.landscape.actors[i], answer.landscape.actors[i]},
                              Number{.value = answer.landscape.sizes[i], .decimals = decimals},
                              Number{.value = answer.best.blocs[i] + 1.0, .decimals = 0},
                              energy_number(answer, frustration_of(answer.weights, answer.best.blocs, i))});
    return table;
}

Text way_of(Pivot const& pivot) {
    if (pivot.together) return {"together, apart below that", "同阵营，低于此则分立"};
    return {"apart, together above that", "分立，高于此则同阵营"};
}

/// Who changes sides on the way from one partition into two blocs to another: the fewer of those that differ and those
/// that do not.
Blocs movers(Blocs const& from, Blocs const& to) {
    Blocs moved(from.size(), 0);
    std::size_t many = 0;
    for (std::size_t i = 0; i < from.size(); ++i)
        if (from[i] != to[i]) {
            moved[i] = 1;
            ++many;
        }
    if (2 * many > from.size())
        for (std::uint8_t& each : moved) each ^= 1;
    return moved;
}

Text then_best(Configured const& answer, Pivot const& pivot) {
    auto const& actors = answer.landscape.actors;
    if (pivot.then.empty()) return {"–", "–"};
    Text then = in_words(actors, pivot.then);
    if (answer.most_blocs == 2) {
        Blocs const moved = movers(answer.best.blocs, pivot.then);
        bool const alone = std::ranges::count(moved, 1) == 1;
        Text const who = members(actors, moved, 1);
        then = {who.en + (alone ? " changes sides" : " change sides"), who.zh + " 换边"};
    }
    if (!pivot.proven) then = {"(at least) " + then.en, "（至少）" + then.zh};
    return then;
}

Table pivots_table(Configured const& answer, std::size_t most_rows) {
    std::size_t const shown = std::min(most_rows, answer.pivots.size());
    Text const cut = shown_of(shown, answer.pivots.size());
    Table table{.id = "pivots",
                .title = {"What would change the best configuration", "什么会改变最优格局"},
                .note = {"One propensity at a time, all else equal, the smallest change first. " + cut.en,
                         "每次只变一个倾向，其余不变，变动最小者居前。" + cut.zh},
                .columns = {{"pair", {"pair", "一对"}},
                            {"propensity", {"propensity", "倾向"}},
                            {"change", {"change needed", "所需变动"}},
                            {"now", {"now", "现状"}},
                            {"then", {"then best", "届时最优"}}},
                .rows = {}};
    for (std::size_t p = 0; p < shown; ++p) {
        Pivot const& pivot = answer.pivots[p];
        std::string const pair = answer.landscape.actors[pivot.first] + " – " + answer.landscape.actors[pivot.second];
        Entry change;
        if (std::isfinite(pivot.change)) change = Number{.value = pivot.change, .decimals = 3};
        table.rows.push_back({Text{pair, pair},
                              Number{.value = answer.landscape.propensity(pivot.first, pivot.second), .decimals = 2},
                              change, way_of(pivot), then_best(answer, pivot)});
    }
    return table;
}

} // namespace

Chapter configuration_chapter(Configured const& answer, std::size_t most_rows) {
    Chapter chapter{.id = "configuration",
                    .title = {"Configuration", "格局"},
                    .lead = {"Landscape theory: a configuration's energy is lower the fewer friends are apart and "
                             "the more enemies are; actors move one at a time to where it falls.",
                             "格局理论：分立的友人越少、敌人越多，能量越低；行为体逐个移向能量下降之处。"},
                    .shapes = {stands_out(answer)}};
    if (answer.minima) chapter.shapes.emplace_back(minima_table(answer, most_rows));
    chapter.shapes.emplace_back(actors_table(answer));
    if (!answer.pivots.empty()) chapter.shapes.emplace_back(pivots_table(answer, most_rows));
    return chapter;
}

Chapter change_chapter(Configured const& before, ChangedPropensity const& change) {
    auto const& actors = before.landscape.actors;
    std::string const pair = actors[change.first] + " – " + actors[change.second];
    Table table{.id = "configuration-change",
                .title = {"Before and after", "变动前后"},
                .note = {},
                .columns = {{"state", {"", ""}},
                            {"propensity", {"propensity", "倾向"}},
                            {"energy", {"best energy", "最低能量"}},
                            {"minima", {"minima", "极小个数"}},
                            {"blocs", {"best configuration", "最优格局"}}},
                .rows = {}};
    auto const row = [&](Text const& state, double propensity, Configured const& answer) {
        Entry minima;
        if (answer.minima) minima = Number{.value = static_cast<double>(answer.minima->found.size()), .decimals = 0};
        table.rows.push_back({state, Number{.value = propensity, .decimals = 2},
                              energy_number(before, answer.best_energy()), minima,
                              in_words(actors, answer.best.blocs)});
    };
    row({"before", "之前"}, change.before, before);
    row({"after", "之后"}, change.after, change.answer);
    bool const same = before.best.blocs == change.answer.best.blocs;
    return {.id = "change",
            .title = {fmt::format("{}: {} instead of {}", pair, change.after, change.before),
                      fmt::format("{}：由 {} 变为 {}", pair, change.before, change.after)},
            .lead = same ? Text{"The best configuration stays.", "最优格局不变。"}
                         : Text{"Another configuration is best.", "最优格局改变。"},
            .shapes = {std::move(table)}};
}

Chapter asked_chapter(Configured const& answer, AskedBlocs const& asked) {
    double const energy = answer.weights.energy_of(apart(answer.weights, asked.blocs));
    Text const words = in_words(answer.landscape.actors, asked.blocs);
    Notes notes{.id = "configuration-asked",
                .title = words,
                .items = {{fmt::format("Its energy is {}, {} above the best.", energy_text(answer, energy),
                                       energy_text(answer, energy - answer.best_energy())),
                           fmt::format("能量为 {}，高出最优 {}。", energy_text(answer, energy),
                                       energy_text(answer, energy - answer.best_energy()))}}};
    if (asked.way && asked.way->steps.size() == 1)
        notes.items.push_back({fmt::format("It is local minimum {}.", asked.way->minimum + 1),
                               fmt::format("它是第 {} 个局部极小。", asked.way->minimum + 1)});
    else if (asked.way) {
        std::size_t const moves = asked.way->steps.size() - 1;
        notes.items.push_back({fmt::format("By {} {} of steepest descent it falls to local minimum {}.", moves,
                                           moves == 1 ? "move" : "moves", asked.way->minimum + 1),
                               fmt::format("经 {} 步最速下降落入第 {} 个局部极小。", moves, asked.way->minimum + 1)});
    }
    return {.id = "asked",
            .title = {"The configuration asked about", "所问格局"},
            .lead = {},
            .shapes = {std::move(notes)}};
}

} // namespace casus::configuration
