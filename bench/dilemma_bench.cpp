// The dilemma: one evaluation and its draws, against the aim of 32 members × 3 rivals × 2,000 draws in 0.5 s on two cores,
// and one evaluation against a bare loop over as many calls of exp and log as its formulas make.
#include "casus/dilemma/sampled.hpp"
#include "casus/ensemble/spread.hpp"
#include "casus/world/random_world.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <memory>
#include <string>

namespace {

using namespace casus;

struct Subject {
    World world;
    Parameters parameters;
};

Subject synthetic(std::size_t members, std::size_t rivals) {
    return {
        random_world({.seed = 1, .actors = members + rivals + 1, .challengers = rivals, .partners = 0, .branches = 4}),
        random_parameters(1)};
}

/// Calls of exp, log and their kin in assess(), read off risks.cpp: a member 4, a member and rival 6 for conflicts, 2 powers
/// (an exp and a log each) for loads and cost, 1 for strength; a rival 8.
double transcendental_calls(dilemma::Inputs const& in) {
    auto const n = static_cast<double>(in.members);
    auto const r = static_cast<double>(in.rivals);
    return 4.0 * n + (6.0 + 4.0 + 1.0) * n * r + 8.0 * r;
}

/// The formulas alone, at the central values, one thread.
void assess(benchmark::State& state, Subject const& subject) {
    dilemma::Reading reading(subject.world);
    dilemma::read_inputs(subject.world, subject.parameters, reading);
    dilemma::Risks risks(reading.inputs);
    for (auto _ : state) {
        dilemma::assess(reading.inputs, risks);
        benchmark::DoNotOptimize(risks.reliability.data());
    }
    state.counters["exp+log/s"] =
        benchmark::Counter(transcendental_calls(reading.inputs), benchmark::Counter::kIsIterationInvariantRate);
}

/// As many calls of the C library's exp and log as assess() makes, half and half, and nothing else.
void bare(benchmark::State& state, Subject const& subject) {
    dilemma::Reading reading(subject.world);
    dilemma::read_inputs(subject.world, subject.parameters, reading);
    auto const calls = static_cast<std::size_t>(transcendental_calls(reading.inputs));
    std::vector<double> xs(calls);
    for (std::size_t n = 0; n < calls; ++n) xs[n] = 0.1 + 0.8 * static_cast<double>(n) / static_cast<double>(calls);
    for (auto _ : state) {
        double sum = 0.0;
        for (std::size_t n = 0; n < calls; ++n) sum += n % 2 == 0 ? std::exp(xs[n]) : std::log(xs[n]);
        benchmark::DoNotOptimize(sum);
    }
    state.counters["exp+log/s"] =
        benchmark::Counter(static_cast<double>(calls), benchmark::Counter::kIsIterationInvariantRate);
}

/// World and parameters to columns, threats included.
void read(benchmark::State& state, Subject const& subject) {
    dilemma::Reading reading(subject.world);
    for (auto _ : state) {
        dilemma::read_inputs(subject.world, subject.parameters, reading);
        benchmark::DoNotOptimize(reading.inputs.threat.data());
    }
}

/// The world and parameters of one draw.
void draw(benchmark::State& state, Subject const& subject) {
    World world = subject.world;
    Parameters parameters = subject.parameters;
    std::uint32_t run = 0;
    for (auto _ : state) {
        subject.world.draw(1, ++run, world);
        subject.parameters.draw(1, run, parameters);
        benchmark::DoNotOptimize(parameters);
    }
}

/// Draws, evaluations and intervals, as `casus dilemma` does them.
void sampled(benchmark::State& state, Subject const& subject, std::size_t draws) {
    dilemma::Evaluation const centre(subject.world, subject.parameters);
    for (auto _ : state) {
        auto spread =
            ensemble::sample(subject.world, subject.parameters, {.seed = 1, .draws = draws, .threads = 2},
                             centre.plan.count(), [&]() -> ensemble::Evaluate {
                                 auto reading = std::make_shared<dilemma::Reading>(subject.world);
                                 auto risks = std::make_shared<dilemma::Risks>(reading->inputs);
                                 return [reading, risks, &centre](World const& world, Parameters const& parameters,
                                                                  std::span<double> row) {
                                     dilemma::evaluate(world, parameters, {}, *reading, *risks);
                                     centre.plan.write(reading->inputs, *risks, row);
                                 };
                             });
        benchmark::DoNotOptimize(spread.mean.data());
    }
    state.counters["limit/time"] = benchmark::Counter(0.5, benchmark::Counter::kIsIterationInvariantRate);
}

struct Extent {
    std::size_t members, rivals;
};

int const registered = [] {
    for (Extent const size : {Extent{8, 2}, Extent{32, 3}, Extent{64, 4}}) {
        std::string const name = "/" + std::to_string(size.members) + "x" + std::to_string(size.rivals);
        auto const add = [&](std::string const& what, auto const& run) {
            benchmark::RegisterBenchmark(("dilemma/" + what + name).c_str(), [=](benchmark::State& state) {
                run(state, synthetic(size.members, size.rivals));
            })->Unit(benchmark::kMicrosecond);
        };
        add("assess", assess);
        add("bare", bare);
        add("read", read);
        add("draw", draw);
        benchmark::RegisterBenchmark(
            ("dilemma/sampled" + name + "/draws:2000/threads:2").c_str(),
            [=](benchmark::State& state) { sampled(state, synthetic(size.members, size.rivals), 2'000); })
            ->UseRealTime()
            ->Unit(benchmark::kMillisecond);
    }
    return 0;
}();

} // namespace
