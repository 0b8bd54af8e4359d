#include "casus/measure/configuration/configure.hpp"

#include "casus/measure/configuration/descent.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::configuration {

namespace {

void note_rounding(Configured& answer) {
    if (answer.weights.exact) return;
    double const unit = 2.0 / answer.weights.scale;
    answer.notes.push_back(
        {fmt::format("Sizes and propensities are no short decimals: energies are rounded to {:.1e}; ties below that "
                     "are not told apart.",
                     unit),
         fmt::format("规模与倾向不是短小数：能量舍入至 {:.1e}，更小的差别无法分辨。", unit)});
}

void note_minima(Configured& answer, ConfigurationPlan const& plan) {
    std::size_t const n = answer.landscape.count();
    if (!answer.minima) {
        if (answer.most_blocs == 2)
            answer.notes.push_back(
                {fmt::format("Local minima are listed for up to 30 actors; here are {}. The best partition does not "
                             "need them.",
                             n),
                 fmt::format("局部极小至多列至 30 个行为体，此处为 {} 个；最优划分不依赖于此。", n)});
        return;
    }
    if (plan.basins && answer.minima->memory > plan.memory)
        answer.notes.push_back({fmt::format("Basins were left out: they take {} MiB, and --memory allows {}.",
                                            answer.minima->memory >> 20, plan.memory >> 20),
                                fmt::format("未计算吸引域：需要 {} MiB，而 --memory 允许 {}。",
                                            answer.minima->memory >> 20, plan.memory >> 20)});
}

/// Enumeration proves what a search that gave up could not.
void take_from_minima(Configured& answer) {
    if (answer.best.proven() || !answer.minima) return;
    Minimum const& lowest = answer.minima->found.front();
    answer.best.blocs = lowest.blocs;
    answer.best.apart = answer.best.bound = lowest.apart;
}

} // namespace

Configured configure(Landscape landscape, ConfigurationPlan const& plan, std::vector<Text> notes, Progress* progress) {
    Configured answer{.landscape = std::move(landscape),
                      .weights = {},
                      .most_blocs = plan.blocs.most_blocs,
                      .minima = {},
                      .best = {},
                      .pivots = {},
                      .notes = std::move(notes)};
    answer.weights = whole_weights(answer.landscape);
    if (answer.most_blocs == 2 && answer.landscape.count() <= most_two_bloc_actors)
        answer.minima =
            local_minima(answer.weights,
                         {.threads = plan.threads, .basins = plan.basins, .memory = plan.memory, .progress = progress});
    answer.best = best_blocs(answer.weights, plan.blocs);
    bool const searched = answer.best.proven();
    take_from_minima(answer);
    if (searched)
        answer.pivots =
            pivots(answer.landscape, answer.weights, answer.best,
                   {.most_blocs = answer.most_blocs, .most_nodes = plan.blocs.most_nodes / 100}, plan.threads);
    else
        answer.notes.push_back({"What would change the best configuration was left out: the search gave up (--nodes).",
                                "未列出什么会改变最优格局：搜索已停止（--nodes）。"});
    note_rounding(answer);
    note_minima(answer, plan);
    return answer;
}

WayDown way_down(WholeWeights const& weights, Minima const& minima, Blocs from) {
    number_in_order(from);
    WayDown way{.steps = {from}, .minimum = 0};
    for (;;) {
        std::int64_t least = 0;
        std::size_t mover = weights.actors;
        for (std::size_t i = 0; i < weights.actors; ++i) {
            std::int64_t change = 0; // of Σ over pairs: those with whom it stood come apart
            for (std::size_t j = 0; j < weights.actors; ++j)
                if (i != j) change += from[i] == from[j] ? weights.at(i, j) : -weights.at(i, j);
            if (change < least) {
                least = change;
                mover = i;
            }
        }
        if (mover == weights.actors) break;
        from[mover] ^= 1;
        number_in_order(from);
        way.steps.push_back(from);
    }
    auto const at = std::ranges::find(minima.found, from, &Minimum::blocs);
    way.minimum = static_cast<std::size_t>(at - minima.found.begin());
    return way;
}

} // namespace casus::configuration
