#include "casus/replicate/judged_case.hpp"

#include "casus/alienation/evaluate.hpp"
#include "casus/alienation/explain.hpp"

#include <memory>
#include <numeric>

namespace casus::replicate {

namespace {

double mean_of(std::span<double const> values) {
    return std::reduce(values.begin(), values.end()) / static_cast<double>(values.size());
}

JudgedCell judge_cell(World const& world, Parameters const& parameters, alienation::Buffers const& buffers,
                      std::size_t cell) {
    Actor const& actor = world.actor(world.assessed()[cell / world.size().issues]);
    Issue const& issue = world.issues()[cell % world.size().issues];
    Contest contest = contest_of(world, parameters, buffers, cell);
    Text const rival = alienation::option_name(world, contest.rival);
    bool const to_challenger = contest.rival + 1 < world.size().sides && contest.gap < 0.0;
    return {.actor = actor.code,
            .issue = issue.code,
            .name = {actor.name.en + ", " + issue.name.en, actor.name.zh + "，" + issue.name.zh},
            .follow = buffers.follow()[cell],
            .rival = rival,
            .contest = std::move(contest),
            .challenger_leads = to_challenger};
}

} // namespace

Judged judge(World const& world, Parameters const& parameters) {
    alienation::Buffers buffers(world);
    alienation::evaluate(world, parameters, buffers);
    Judged judged;
    judged.follow = mean_of(buffers.follow());
    judged.verdict = decide(judged.follow);
    for (std::size_t cell = 0; cell < world.size().cells(); ++cell)
        judged.cells.push_back(judge_cell(world, parameters, buffers, cell));
    return judged;
}

Drawn draw_verdicts(World const& world, Parameters const& parameters, ensemble::Sampling const& sampling) {
    ensemble::Spread const spread =
        ensemble::sample(world, parameters, sampling, 1 + verdicts.size(), [&]() -> ensemble::Evaluate {
            auto buffers = std::make_shared<alienation::Buffers>(world);
            return [buffers](World const& drawn, Parameters const& drawn_parameters, std::span<double> row) {
                alienation::evaluate(drawn, drawn_parameters, *buffers);
                double const follow = mean_of(buffers->follow());
                row[0] = follow;
                for (Verdict const verdict : verdicts)
                    row[1 + static_cast<std::size_t>(verdict)] = decide(follow) == verdict ? 1.0 : 0.0;
            };
        });
    Drawn drawn{.probability = {}, .mean = spread.mean[0], .interval = spread.interval[0]};
    for (std::size_t n = 0; n < verdicts.size(); ++n) drawn.probability[n] = spread.mean[1 + n];
    return drawn;
}

} // namespace casus::replicate
