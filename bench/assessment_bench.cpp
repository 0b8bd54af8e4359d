// One assessment and its draws: how many (ally, issue, draw) cells a second, against the aim of ten million on two cores.
#include "casus/alienation/evaluate.hpp"
#include "casus/alienation/outputs.hpp"
#include "casus/ensemble/spread.hpp"
#include "casus/world/case_file/case_file.hpp"
#include "casus/world/case_file/parameter_file.hpp"
#include "casus/world/random_world.hpp"

#include <benchmark/benchmark.h>

#include <memory>

namespace {

using namespace casus;

struct Subject {
    World world;
    Parameters parameters;
};

Subject const& shipped() {
    static Subject const subject{case_file::read_case(CASUS_SOURCE_DIR "/cases/us-alliance-system-2021.toml").world,
                                 case_file::read_parameters(CASUS_SOURCE_DIR "/params/judgement.toml").parameters};
    return subject;
}

Subject synthetic(std::size_t actors, bool direct, std::size_t goods = 3, std::size_t recipes = 2) {
    return {random_world({.seed = 1,
                          .actors = actors,
                          .challengers = 2,
                          .partners = 5,
                          .issues = 10,
                          .direct_matches = direct,
                          .goods = goods,
                          .recipes = recipes}),
            random_parameters(1)};
}

/// Evaluation alone, at the central values, one thread.
void evaluate(benchmark::State& state, Subject const& subject) {
    alienation::Buffers buffers(subject.world);
    for (auto _ : state) {
        alienation::evaluate(subject.world, subject.parameters, buffers);
        benchmark::DoNotOptimize(buffers.share.data());
    }
    state.counters["cells/s"] = benchmark::Counter(static_cast<double>(subject.world.size().cells()),
                                                   benchmark::Counter::kIsIterationInvariantRate);
}

/// Draws, evaluations and intervals, as `casus assess` does them.
void assess(benchmark::State& state, Subject const& subject, std::size_t draws, std::size_t threads) {
    alienation::OutputPlan const plan(subject.world);
    for (auto _ : state) {
        auto spread = ensemble::sample(
            subject.world, subject.parameters, {.seed = 1, .draws = draws, .threads = threads}, plan.count(),
            [&]() -> ensemble::Evaluate {
                auto buffers = std::make_shared<alienation::Buffers>(subject.world);
                return [buffers, &plan](World const& world, Parameters const& parameters, std::span<double> row) {
                    alienation::evaluate(world, parameters, *buffers);
                    plan.write(*buffers, row);
                };
            });
        benchmark::DoNotOptimize(spread.mean.data());
    }
    double const cells = static_cast<double>(subject.world.size().cells() * draws);
    state.counters["cells/s"] = benchmark::Counter(cells, benchmark::Counter::kIsIterationInvariantRate);
    state.counters["of_aim"] = benchmark::Counter(cells / 10e6, benchmark::Counter::kIsIterationInvariantRate);
}

} // namespace

int main(int argc, char** argv) {
    auto const evaluation = [](char const* name, Subject const& subject) {
        benchmark::RegisterBenchmark(name, [subject](benchmark::State& state) {
            evaluate(state, subject);
        })->Unit(benchmark::kMicrosecond);
    };
    auto const assessment = [](std::string const& name, Subject const& subject, std::size_t draws,
                               std::size_t threads) {
        benchmark::RegisterBenchmark(name.c_str(),
                                     [=](benchmark::State& state) { assess(state, subject, draws, threads); })
            ->UseRealTime()
            ->Unit(benchmark::kMillisecond);
    };
    evaluation("evaluate/shipped", shipped());
    for (std::size_t const threads : {1U, 2U}) {
        std::string const suffix = "/threads:" + std::to_string(threads);
        assessment("assess/shipped/draws:2000" + suffix, shipped(), 2'000, threads);
        assessment("assess/shipped/draws:10000" + suffix, shipped(), 10'000, threads);
        for (std::size_t const actors : {50U, 100U, 200U})
            assessment("assess/direct/actors:" + std::to_string(actors) + "/draws:1000" + suffix,
                       synthetic(actors, true), 1'000, threads);
        for (std::size_t const actors : {50U, 100U, 200U})
            assessment("assess/rules/actors:" + std::to_string(actors) + "/draws:1000" + suffix,
                       synthetic(actors, false), 1'000, threads);
        assessment("assess/program/vertices/draws:200" + suffix, synthetic(50, false, 5, 6), 200, threads);
        assessment("assess/program/simplex/draws:20" + suffix, synthetic(50, false, 9, 16), 20, threads);
    }
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
