// The three-way contest: one equilibrium to a relative residual of 1e-6, cold and from last year's, against the aims of
// 5 ms and 0.5 ms for 32 allies × 10 issues × 2 challengers, and 10,000 sampled contests against 10 s on two cores.
#include "casus/alienation/contest/sampled.hpp"
#include "casus/ensemble/spread.hpp"
#include "casus/world/case_file/case_file.hpp"
#include "casus/world/case_file/parameter_file.hpp"
#include "casus/world/random_world.hpp"

#include <benchmark/benchmark.h>

#include <memory>
#include <string>

namespace {

using namespace casus;

constexpr contest::Rule aim{.tolerance = 1e-6};

struct Subject {
    World world;
    Parameters parameters;
};

Subject const& shipped() {
    static Subject const subject{case_file::read_case(CASUS_SOURCE_DIR "/cases/us-alliance-system-2021.toml").world,
                                 case_file::read_parameters(CASUS_SOURCE_DIR "/params/judgement.toml").parameters};
    return subject;
}

/// Allies only, so that the size is allies × issues.
Subject synthetic(std::size_t allies, std::size_t issues, std::size_t challengers, std::uint64_t seed) {
    return {random_world({.seed = seed,
                          .actors = allies + challengers + 1,
                          .challengers = challengers,
                          .partners = 0,
                          .issues = issues,
                          .direct_matches = true}),
            random_parameters(seed)};
}

void report(benchmark::State& state, contest::Equilibrium const& at, double limit) {
    state.counters["residual"] = at.residual;
    state.counters["rounds"] = static_cast<double>(at.sweeps);
    // Limit over time taken: above 1 the aim is reached.
    state.counters["limit/time"] = benchmark::Counter(limit, benchmark::Counter::kIsIterationInvariantRate);
    if (!at.converged) state.SkipWithError("not converged");
}

/// From nobody spending.
void cold(benchmark::State& state, Subject const& subject) {
    contest::Play game(subject.world);
    contest::Equilibrium const nobody(game.ground.contest);
    contest::play(subject.world, subject.parameters, {}, nobody, game, aim);
    for (auto _ : state) {
        game.at.pull = nobody.pull;
        game.solver.solve(game.ground.contest, game.at, aim);
        benchmark::DoNotOptimize(game.at.pull.data());
    }
    report(state, game.at, 5e-3);
}

/// Every figure and parameter has moved by its spread since the equilibrium that is started from.
void warm(benchmark::State& state, Subject const& subject) {
    contest::Play before(subject.world);
    contest::play(subject.world, subject.parameters, {}, contest::Equilibrium(before.ground.contest), before, aim);
    World now = subject.world;
    Parameters parameters = subject.parameters;
    subject.world.draw(7, 1, now);
    subject.parameters.draw(7, 1, parameters);
    contest::Play game(subject.world);
    contest::play(now, parameters, {}, before.at, game, aim);
    for (auto _ : state) {
        game.at.pull = before.at.pull;
        game.solver.solve(game.ground.contest, game.at, aim);
        benchmark::DoNotOptimize(game.at.pull.data());
    }
    report(state, game.at, 5e-4);
}

/// Draws, the lens, the contest and intervals, as `casus contest` does them.
void sampled(benchmark::State& state, Subject const& subject, std::size_t draws) {
    contest::OutputPlan const plan(subject.world);
    contest::Play centre(subject.world);
    contest::play(subject.world, subject.parameters, {}, contest::Equilibrium(centre.ground.contest), centre);
    contest::Terms terms;
    terms.today = contest::spent_today(subject.world);
    double solved = 0.0;
    for (auto _ : state) {
        auto const spread =
            ensemble::sample(subject.world, subject.parameters, {.seed = 1, .draws = draws, .threads = 2}, plan.count(),
                             [&]() -> ensemble::Evaluate {
                                 auto mine = std::make_shared<contest::Play>(subject.world);
                                 return [mine, &terms, &centre, &plan](World const& world, Parameters const& parameters,
                                                                       std::span<double> row) {
                                     contest::play(world, parameters, terms, centre.at, *mine);
                                     plan.write(world, parameters, *mine, row);
                                 };
                             });
        solved = spread.mean[plan.solved()];
    }
    state.counters["solved"] = solved;
    state.counters["limit/time"] =
        benchmark::Counter(static_cast<double>(draws) * 1e-3, benchmark::Counter::kIsIterationInvariantRate);
}

struct Size {
    std::size_t allies, issues, challengers;
};

void register_size(Size const& size) {
    std::string const name =
        "/" + std::to_string(size.allies) + "x" + std::to_string(size.issues) + "x" + std::to_string(size.challengers);
    auto const subject = [size](std::uint64_t seed) {
        return synthetic(size.allies, size.issues, size.challengers, seed);
    };
    for (std::uint64_t const seed : {1U, 2U, 3U}) {
        std::string const world = name + "/world:" + std::to_string(seed);
        benchmark::RegisterBenchmark((std::string("contest/cold").append(world)).c_str(), [=](benchmark::State& state) {
            cold(state, subject(seed));
        })->Unit(benchmark::kMicrosecond);
        benchmark::RegisterBenchmark((std::string("contest/warm").append(world)).c_str(), [=](benchmark::State& state) {
            warm(state, subject(seed));
        })->Unit(benchmark::kMicrosecond);
    }
    benchmark::RegisterBenchmark(("contest/sampled" + name + "/draws:10000/threads:2").c_str(),
                                 [=](benchmark::State& state) { sampled(state, subject(1), 10'000); })
        ->UseRealTime()
        ->Unit(benchmark::kMillisecond);
}

int const registered = [] {
    for (Size const size : {Size{16, 5, 2}, Size{32, 10, 2}, Size{64, 20, 3}}) register_size(size);
    benchmark::RegisterBenchmark("contest/cold/shipped", [](benchmark::State& state) {
        cold(state, shipped());
    })->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark("contest/warm/shipped", [](benchmark::State& state) {
        warm(state, shipped());
    })->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark("contest/sampled/shipped/draws:10000/threads:2",
                                 [](benchmark::State& state) { sampled(state, shipped(), 10'000); })
        ->UseRealTime()
        ->Unit(benchmark::kMillisecond);
    return 0;
}();

} // namespace
