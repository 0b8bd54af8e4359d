// The room game/: each solver beside the limit it works against. Generators and seeds are fixed (seed 1, game/random_game)
// and stand in the names and labels.
//
//   games/shapley     `ratio`: time against one plain read of the same array at the bandwidth measured beside it
//   games/nucleolus   `scans` of all coalitions, `ratio`: time against that many reads
//   games/structure   the same, `candidates` searched
//   games/beside-plain  `of_plain`: time against the plain dynamic program's 3^n/2 looks
//   games/shubik      exact counts; `ratio`: time against the additions of the counting table at the speed of cache
#include "casus/base/parallel.hpp"
#include "casus/game/coalition_counts.hpp"
#include "casus/game/lanes.hpp"
#include "casus/game/nucleolus.hpp"
#include "casus/game/random_game.hpp"
#include "casus/game/structure.hpp"
#include "casus/game/voting_power.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <map>
#include <string>

namespace {

using namespace casus;
using namespace casus::game;

constexpr std::uint64_t seed = 1;

double seconds_since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// The last game made; the largest takes a gibibyte, so only one is kept.
DenseGame const& game_of(Distribution distribution, std::size_t players) {
    static std::pair<Distribution, std::size_t> which{distribution, 0};
    static DenseGame game(1, {0.0, 0.0});
    if (which != std::pair(distribution, players)) {
        game = DenseGame(1, {0.0, 0.0});
        game = random_game(distribution, players, seed, default_threads());
        which = {distribution, players};
    }
    return game;
}

/// Seconds of the fastest of a few reads of the whole array by `threads` threads.
double one_read(std::span<double const> values, std::size_t threads) {
    double best = std::numeric_limits<double>::infinity();
    for (int repeat = 0; repeat < 7; ++repeat) {
        auto const begin = std::chrono::steady_clock::now();
        parallel_for(values.size(), std::max<std::size_t>(values.size() / 64, 4096), threads,
                     [&](std::size_t first, std::size_t last, std::size_t) {
                         Lanes sums[4] = {};
                         for (std::size_t at = first; at + 4 * lane_count <= last; at += 4 * lane_count)
                             for (std::size_t k = 0; k < 4; ++k) {
                                 Lanes v;
                                 load(v, values.data() + at + k * lane_count);
                                 sums[k] += v;
                             }
                         benchmark::DoNotOptimize(sums);
                     });
        best = std::min(best, seconds_since(begin));
    }
    return best;
}

/// Runs `solve` once per iteration, reports the fastest and how many reads of the array it equals.
template <class Solve>
void time_beside_reads(benchmark::State& state, DenseGame const& game, std::size_t threads, Solve&& solve) {
    double best = std::numeric_limits<double>::infinity();
    double reads = 1.0;
    for (auto _ : state) {
        auto const begin = std::chrono::steady_clock::now();
        reads = solve();
        double const seconds = seconds_since(begin);
        state.SetIterationTime(seconds);
        best = std::min(best, seconds);
    }
    double const read = one_read(game.values(), threads);
    state.counters["best_s"] = best;
    state.counters["read_s"] = read;
    state.counters["GB/s"] = static_cast<double>(game.values().size_bytes()) / read / 1e9;
    state.counters["ratio"] = best / (read * reads);
}

void shapley_pass(benchmark::State& state, std::size_t players, std::size_t threads) {
    DenseGame const& game = game_of(Distribution::Uniform, players);
    time_beside_reads(state, game, threads, [&] {
        benchmark::DoNotOptimize(shapley(game, threads));
        return 1.0;
    });
}

void nucleolus_of(benchmark::State& state, Distribution distribution, std::size_t players, std::size_t threads) {
    DenseGame const& game = game_of(distribution, players);
    Nucleolus found;
    time_beside_reads(state, game, threads, [&] {
        found = prenucleolus(game, threads);
        return static_cast<double>(found.scans);
    });
    state.counters["scans"] = static_cast<double>(found.scans);
    state.counters["stages"] = static_cast<double>(found.stages.size());
}

void structure_of(benchmark::State& state, Distribution distribution, std::size_t players, std::size_t threads) {
    DenseGame const& game = game_of(distribution, players);
    StructureAnswer found;
    time_beside_reads(state, game, threads, [&] {
        found = *optimal_structure(game, 1, {}, threads);
        return static_cast<double>(found.scans);
    });
    state.counters["scans"] = static_cast<double>(found.scans);
    state.counters["candidates"] = static_cast<double>(found.candidates);
    state.counters["dynamic"] = found.by_dynamic_program ? 1.0 : 0.0;
}

/// The plain dynamic program over all 3^n/2 splits, the peer for games on which bounds do not help: best[S] is the
/// greatest of v(S) and best[T] + best[S∖T] over T ⊂ S that hold the lowest player of S.
double plain_dynamic_program(DenseGame const& game) {
    std::vector<double> best(game.values().begin(), game.values().end());
    for (std::size_t s = 1; s < best.size(); ++s) {
        std::size_t const rest = s & (s - 1);
        for (std::size_t t = rest; t != 0; t = (t - 1) & rest) best[s] = std::max(best[s], best[t] + best[s ^ t]);
    }
    return best.back();
}

void structure_beside_plain(benchmark::State& state, Distribution distribution, std::size_t players) {
    DenseGame const& game = game_of(distribution, players);
    double best = std::numeric_limits<double>::infinity();
    double plain = std::numeric_limits<double>::infinity();
    for (auto _ : state) {
        auto begin = std::chrono::steady_clock::now();
        StructureAnswer const found = *optimal_structure(game, 1, {}, 1);
        best = std::min(best, seconds_since(begin));
        state.SetIterationTime(seconds_since(begin));
        begin = std::chrono::steady_clock::now();
        double const value = plain_dynamic_program(game);
        plain = std::min(plain, seconds_since(begin));
        if (std::abs(value - found.best.front().value) > 1e-9 * std::max(1.0, std::abs(value)))
            state.SkipWithError("the two disagree");
    }
    state.counters["best_s"] = best;
    state.counters["plain_s"] = plain;
    state.counters["of_plain"] = best / plain;
}

/// Weights 1 … 100 from a linear congruence, quota half and one.
VotingRule council(std::size_t voters) {
    VotingRule rule;
    std::uint64_t x = 12345;
    for (std::size_t i = 0; i < voters; ++i) {
        x = x * 6364136223846793005ULL + 1442695040888963407ULL;
        rule.weights.push_back(1 + (x >> 33) % 100);
    }
    rule.quota = rule.total() / 2 + 1;
    return rule;
}

/// Additions of 64-bit numbers per second, from cache: what counting consists of.
double additions_per_second() {
    std::vector<std::uint64_t> to(1024, 1);
    std::vector<std::uint64_t> const from(1024, 3);
    double best = std::numeric_limits<double>::infinity();
    for (int repeat = 0; repeat < 50; ++repeat) {
        auto const begin = std::chrono::steady_clock::now();
        for (int round = 0; round < 100; ++round) {
            for (std::size_t c = 0; c < to.size(); ++c) to[c] += from[c];
            benchmark::DoNotOptimize(to.data());
            benchmark::ClobberMemory();
        }
        best = std::min(best, seconds_since(begin));
    }
    return 100.0 * static_cast<double>(to.size()) / best;
}

void shapley_shubik(benchmark::State& state) {
    VotingRule const rule = council(static_cast<std::size_t>(state.range(0)));
    double best = std::numeric_limits<double>::infinity();
    for (auto _ : state) {
        auto const begin = std::chrono::steady_clock::now();
        benchmark::DoNotOptimize(voting_power(std::span(&rule, 1)));
        best = std::min(best, seconds_since(begin));
    }
    // Every voter is added to every cell of the table, of which half are in reach on the average.
    double const numbers =
        CoalitionCounts::bytes(rule.weights.size(), {rule.total() - rule.quota}, rule.weights.size()) / 8.0;
    double const additions = 0.5 * static_cast<double>(rule.weights.size()) * numbers;
    state.counters["best_s"] = best;
    state.counters["additions_s"] = additions / additions_per_second();
    state.counters["ratio"] = best / (additions / additions_per_second());
    auto const voters = static_cast<double>(rule.weights.size());
    double const cells = voters * voters / 2.0 * static_cast<double>(rule.total() - rule.quota + 1);
    state.counters["cells"] = benchmark::Counter(cells, benchmark::Counter::kIsIterationInvariantRate);
}

benchmark::internal::Benchmark* add(std::string const& name, std::function<void(benchmark::State&)> const& run,
                                    int iterations) {
    return benchmark::RegisterBenchmark(name.c_str(), [run](benchmark::State& state) { run(state); })
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond)
        ->Iterations(iterations);
}

std::string label(char const* solver, Distribution distribution, std::size_t players, std::size_t threads) {
    return std::string("games/") + solver + "/" + std::string(name_of(distribution)) + "/n:" + std::to_string(players) +
           "/seed:" + std::to_string(seed) + "/threads:" + std::to_string(threads);
}

bool register_all() {
    using D = Distribution;
    for (std::size_t const n : {20U, 22U, 24U, 25U, 26U, 27U})
        for (std::size_t const threads : {1U, 2U})
            add(
                label("shapley", D::Uniform, n, threads), [=](auto& s) { shapley_pass(s, n, threads); },
                n < 24 ? 40 : 10);
    for (D const d : {D::Uniform, D::AgentBased, D::Bankruptcy, D::Voting, D::Production})
        for (std::size_t const n : {20U, 22U, 24U})
            for (std::size_t const threads : {1U, 2U})
                add(
                    label("nucleolus", d, n, threads), [=](auto& s) { nucleolus_of(s, d, n, threads); }, 3);
    for (D const d : {D::Uniform, D::Normal, D::AgentBased, D::Ndcs})
        for (std::size_t const n : {20U, 24U, 27U})
            for (std::size_t const threads : {1U, 2U})
                add(
                    label("structure", d, n, threads), [=](auto& s) { structure_of(s, d, n, threads); },
                    n == 27 ? 1 : 3);
    for (D const d : {D::Uniform, D::Normal, D::AgentBased, D::Ndcs, D::Bankruptcy, D::Voting, D::Production})
        for (std::size_t const n : {14U, 16U, 18U})
            add(
                "games/beside-plain/" + std::string(name_of(d)) + "/n:" + std::to_string(n) + "/seed:1/threads:1",
                [=](auto& s) { structure_beside_plain(s, d, n); }, 2);
    for (std::size_t const n : {16U, 20U}) // where the relaxation's gap is large: dynamic programming takes over
        add(
            label("structure", D::Voting, n, 2), [=](auto& s) { structure_of(s, D::Voting, n, 2); }, 2);
    return true;
}

[[maybe_unused]] bool const registered = register_all();

BENCHMARK(shapley_shubik)->Name("games/shubik")->Arg(50)->Arg(200)->Arg(500)->Unit(benchmark::kMillisecond);

} // namespace
