// The room measure/configuration/: landscapes and signed networks made up with seed 1.
//
//   configuration/minima   all minima and basins of two blocs: processor time per partition (`ns`), and `ratio` to a bare Gray-code
//                          walk that keeps the n sums Σ_j w_ij s_ij up to date and does nothing else
//   configuration/moves    the same without basins
//   configuration/blocs    the best partition into at most k blocs: `nodes`, `proven`
//   configuration/balance  frustration of networks like the yearly ones (clubs of friends, few enemies) and of dense random
//                          ones, at most 20 million nodes: `index`, `bound`
#include "casus/base/parallel.hpp"
#include "casus/base/random.hpp"
#include "casus/measure/configuration/best_blocs.hpp"
#include "casus/measure/configuration/minima.hpp"
#include "casus/measure/configuration/random_landscape.hpp"
#include "casus/measure/configuration/signed_network.hpp"

#include <benchmark/benchmark.h>

#include <ctime>

#include <bit>
#include <vector>

namespace {

using namespace casus;
using namespace casus::configuration;

constexpr std::uint64_t landscape_seed = 1;

/// Of all threads together, so that the figures hold on a busy machine too.
double cpu_seconds() {
    timespec spent{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) + 1e-9 * static_cast<double>(spent.tv_nsec);
}

/// Nanoseconds a step of the bare walk, by one thread.
double bare_walk(WholeWeights const& weights) {
    constexpr std::uint64_t steps = std::uint64_t{1} << 22;
    std::size_t const n = weights.actors;
    std::vector<double> of(n * n);
    for (std::size_t k = 0; k < of.size(); ++k) of[k] = 2.0 * static_cast<double>(weights.weights[k]);
    std::vector<double> fields(n, 0.0);
    std::uint64_t partition = 0;
    double const begin = cpu_seconds();
    for (std::uint64_t step = 1; step < steps; ++step) {
        auto const actor = static_cast<std::size_t>(std::countr_zero(step)) % n;
        double const sign = (partition >> actor & 1) != 0 ? 1.0 : -1.0;
        partition ^= std::uint64_t{1} << actor;
        double const* const row = of.data() + actor * n;
        for (std::size_t i = 0; i < n; ++i) fields[i] += sign * row[i];
        benchmark::DoNotOptimize(fields.data());
    }
    return (cpu_seconds() - begin) * 1e9 / static_cast<double>(steps);
}

void minima_of(benchmark::State& state, bool basins) {
    auto const actors = static_cast<std::size_t>(state.range(0));
    WholeWeights const weights = whole_weights(random_landscape(actors, landscape_seed));
    std::size_t const threads = default_threads();
    double const bare = bare_walk(weights);
    double seconds = 0.0;
    std::size_t found = 0;
    for (auto _ : state) {
        double const begin = cpu_seconds();
        found = local_minima(weights, {.threads = threads, .basins = basins}).found.size();
        seconds += cpu_seconds() - begin;
    }
    double const partitions = static_cast<double>(std::uint64_t{1} << (actors - 1));
    double const each = seconds * 1e9 / static_cast<double>(state.iterations()) / partitions;
    state.counters["ns"] = each;
    state.counters["bare"] = bare;
    state.counters["ratio"] = each / bare;
    state.counters["minima"] = static_cast<double>(found);
}

void minima(benchmark::State& state) { minima_of(state, true); }
void moves(benchmark::State& state) { minima_of(state, false); }

void blocs(benchmark::State& state) {
    WholeWeights const weights =
        whole_weights(random_landscape(static_cast<std::size_t>(state.range(0)), landscape_seed));
    BestBlocs best;
    for (auto _ : state) best = best_blocs(weights, {.most_blocs = static_cast<std::size_t>(state.range(1))});
    state.counters["nodes"] = static_cast<double>(best.nodes);
    state.counters["proven"] = best.proven() ? 1.0 : 0.0;
}

/// Seven regions of allies, each pair of a region allied with probability 0.8 and others with 0.02; one rivalry an actor, mostly near.
SignedNetwork yearly(std::size_t actors) {
    SignedNetwork network;
    std::uint32_t drawn = 0;
    for (std::size_t i = 0; i < actors; ++i) {
        network.actors.push_back("N" + std::to_string(i));
        for (std::size_t j = 0; j < i; ++j) {
            auto const u = uniforms({.seed = landscape_seed, .purpose = Purpose::Configuration}, drawn++);
            bool const near = i % 7 == j % 7;
            if (u[0] < (near ? 0.25 : 0.015))
                network.ties.push_back({j, i, -1});
            else if (u[1] < (near ? 0.8 : 0.02))
                network.ties.push_back({j, i, 1});
        }
    }
    return network;
}

SignedNetwork dense(std::size_t actors) {
    SignedNetwork network;
    std::uint32_t drawn = 0;
    for (std::size_t i = 0; i < actors; ++i) {
        network.actors.push_back("N" + std::to_string(i));
        for (std::size_t j = 0; j < i; ++j) {
            auto const u = uniforms({.seed = landscape_seed, .purpose = Purpose::Configuration}, drawn++);
            network.ties.push_back({j, i, u[0] < 0.5 ? -1 : 1});
        }
    }
    return network;
}

void balance_of(benchmark::State& state, SignedNetwork const& network) {
    Frustration found;
    for (auto _ : state) found = frustration(network, 20'000'000);
    state.counters["ties"] = static_cast<double>(network.ties.size());
    state.counters["index"] = static_cast<double>(found.frustrated.size());
    state.counters["bound"] = static_cast<double>(found.bound);
    state.counters["nodes"] = static_cast<double>(found.nodes);
}

void balance_yearly(benchmark::State& state) { balance_of(state, yearly(static_cast<std::size_t>(state.range(0)))); }
void balance_dense(benchmark::State& state) { balance_of(state, dense(static_cast<std::size_t>(state.range(0)))); }

BENCHMARK(minima)->Name("configuration/minima")->Arg(17)->Arg(20)->Arg(24)->Arg(26)->Unit(benchmark::kMillisecond);
BENCHMARK(minima)->Name("configuration/minima")->Arg(30)->Iterations(1)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(moves)->Name("configuration/moves")->Arg(20)->Arg(26)->Unit(benchmark::kMillisecond);
BENCHMARK(blocs)
    ->Name("configuration/blocs")
    ->Args({17, 3})
    ->Args({20, 3})
    ->Args({20, 20})
    ->Args({30, 4})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(balance_yearly)->Name("configuration/balance/yearly")->Arg(50)->Arg(60)->Unit(benchmark::kMillisecond);
BENCHMARK(balance_dense)
    ->Name("configuration/balance/dense")
    ->Arg(40)
    ->Arg(60)
    ->Arg(80)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

} // namespace
