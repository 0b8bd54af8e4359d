#include "casus/dilemma/links/drawn.hpp"

#include "casus/base/parallel.hpp"

#include <algorithm>
#include <memory>

namespace casus::dilemma {

namespace {

constexpr std::uint64_t most_drawn_sets = std::uint64_t{1} << 30;

struct LinkDrawWorker {
    World world;
    Parameters parameters;
    Reading reading;
};

/// What a draw decided.
struct DrawnChoice {
    LinkLevels chosen;
    std::size_t first = static_cast<std::size_t>(-1); ///< the member that scores highest as a lynchpin
};

DrawnChoice choose(LinkProblem const& problem, LinkObjective objective) {
    Enumeration const all = enumerate_links(problem, {.best = 1, .frontier = false, .threads = 1});
    LinkPoint const& best = objective == LinkObjective::Reliability ? all.most_reliable.front() : all.strongest.front();
    DrawnChoice choice{levels_of(problem, best.code)};
    auto const lynchpins = lynchpins_of(problem, assessed_set(problem, choice.chosen), objective);
    if (!lynchpins.empty() && lynchpins.front().score() > 0.0) choice.first = lynchpins.front().member;
    return choice;
}

} // namespace

void draw_links(World const& world, Parameters const& parameters, double budget, LinkDraws const& drawing,
                LinkAnalysis& analysis) {
    std::uint64_t const most = std::max<std::uint64_t>(1, most_drawn_sets / number_of_sets(analysis.problem));
    analysis.draws = std::min<std::size_t>(drawing.draws, most);
    std::vector<DrawnChoice> choices(analysis.draws);
    std::vector<std::unique_ptr<LinkDrawWorker>> workers(std::max<std::size_t>(1, drawing.threads));
    parallel_for(analysis.draws, 1, workers.size(), [&](std::size_t first, std::size_t last, std::size_t worker) {
        auto& mine = workers[worker];
        if (!mine) mine = std::make_unique<LinkDrawWorker>(LinkDrawWorker{world, parameters, Reading(world)});
        for (std::size_t d = first; d < last; ++d) {
            world.draw(drawing.seed, static_cast<std::uint32_t>(d), mine->world);
            parameters.draw(drawing.seed, static_cast<std::uint32_t>(d), mine->parameters);
            read_inputs(mine->world, mine->parameters, mine->reading);
            choices[d] =
                choose(redrawn(analysis.problem, mine->reading.inputs, mine->parameters[Parameter::LinkLevel], budget),
                       analysis.objective);
        }
    });
    double const one = 1.0 / static_cast<double>(analysis.draws);
    for (DrawnChoice const& choice : choices) {
        for (std::size_t k = 0; k < analysis.worth.size(); ++k)
            if (choice.chosen[k] > 0) analysis.worth[k].share_of_draws += one;
        for (Lynchpin& lynchpin : analysis.lynchpins)
            if (lynchpin.member == choice.first) lynchpin.first_in_draws += one;
    }
}

} // namespace casus::dilemma
