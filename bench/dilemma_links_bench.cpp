// The best links of an alliance system (src/casus/dilemma/links): random systems of 32 members, seed 1.
//
//   links/enumerate  every set on one thread, frontier kept: `ns_per_set`, `sets_per_second`, `ratio`: time against a bare
//                    Gray-code loop that exchanges as many records of the same size and values as many polynomials
//   links/threads    the same on all cores
//   links/bound      branch and bound on random systems of 40 members, all pairs, ten seconds: `gap` to the bound and
//                    `gap_of_gain`, that over what the best set gains
#include "casus/base/parallel.hpp"
#include "casus/dilemma/links/bounded_search.hpp"
#include "casus/dilemma/links/enumeration.hpp"
#include "casus/dilemma/links/member_table.hpp"
#include "casus/dilemma/links/test_problem.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <string>

namespace {

using namespace casus;
using namespace casus::dilemma;

double seconds_since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Two exchanges and one value a set, over records that stay in the nearest cache; nothing is kept but a maximum.
template <std::size_t R> double bare_loop(std::uint64_t sets) {
    constexpr std::size_t records = 16;
    std::vector<MemberRecord<R>> table(records);
    for (std::size_t n = 0; n < records; ++n) {
        double const x = 0.9 + 0.001 * static_cast<double>(n);
        table[n].reliability.fill(x);
        table[n].forces.fill(x);
        table[n].spared.fill(x);
        table[n].dragged.fill(1.0 / x);
        table[n].defence.fill(x);
        table[n].undefended.fill(1.0 / x);
    }
    std::vector<std::uint8_t> at(64, 0);
    LinkTotals<R> totals;
    totals.spared.fill(1.0);
    totals.defence.fill(1.0);
    for (MemberRecord<R> const& record : table) totals.add(record);
    double most = 0.0;
    auto const begin = std::chrono::steady_clock::now();
    for (std::uint64_t step = 1; step < sets; ++step) {
        auto const k = static_cast<std::size_t>(__builtin_ctzll(step));
        std::size_t const was = at[k];
        at[k] ^= 1;
        totals.exchange(table[was], table[at[k]]);
        totals.exchange(table[8 + was], table[8 + at[k]]);
        most = std::max({most, totals.system_reliability(), totals.weakest()});
    }
    double const seconds = seconds_since(begin);
    benchmark::DoNotOptimize(most);
    return seconds;
}

double bare_loop(std::size_t rivals, std::uint64_t sets) {
    return rivals == 2 ? bare_loop<2>(sets) : bare_loop<3>(sets);
}

void enumerate(benchmark::State& state) {
    auto const candidates = static_cast<std::size_t>(state.range(0));
    auto const rivals = static_cast<std::size_t>(state.range(1));
    auto const threads = static_cast<std::size_t>(state.range(2));
    LinkProblem const problem =
        random_link_problem({.seed = 1, .members = 32, .rivals = rivals, .branches = 4}, candidates, 0.5);
    double best = std::numeric_limits<double>::infinity();
    double bare = best;
    Enumeration found;
    for (auto _ : state) {
        auto const begin = std::chrono::steady_clock::now();
        found = enumerate_links(problem, {.best = 5, .frontier = true, .threads = threads});
        double const seconds = seconds_since(begin);
        state.SetIterationTime(seconds);
        best = std::min(best, seconds);
        bare = std::min(bare, bare_loop(rivals, found.sets));
    }
    auto const sets = static_cast<double>(found.sets);
    state.counters["ns_per_set"] = 1e9 * best / sets;
    state.counters["sets_per_second"] = sets / best;
    state.counters["frontier"] = static_cast<double>(found.frontier.size());
    if (threads == 1) state.counters["ratio"] = best / bare;
}

BENCHMARK(enumerate)
    ->Name("links/enumerate")
    ->ArgsProduct({{18, 21, 24}, {2, 3}, {1}})
    ->UseManualTime()
    ->Iterations(3)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(enumerate)
    ->Name("links/threads")
    ->Args({24, 3, static_cast<std::int64_t>(default_threads())})
    ->UseManualTime()
    ->Iterations(3)
    ->Unit(benchmark::kMillisecond);

void bound(benchmark::State& state) {
    auto const seed = static_cast<std::uint64_t>(state.range(0));
    auto const objective = state.range(1) == 0 ? LinkObjective::Reliability : LinkObjective::Strength;
    LinkProblem const problem = random_link_problem(
        {.seed = seed, .members = 40, .rivals = 1 + seed % 3, .branches = 4}, std::size_t{10'000}, 0.1);
    BoundedSearch found;
    for (auto _ : state) found = search_links(problem, objective, {.seconds = 10.0});
    state.counters["candidates"] = static_cast<double>(problem.candidates.size());
    state.counters["rivals"] = static_cast<double>(problem.inputs.rivals);
    state.counters["gain"] = found.value - found.without;
    state.counters["gap"] = found.gap();
    state.counters["gap_of_gain"] = found.gap() / (found.value - found.without);
    state.counters["nodes"] = static_cast<double>(found.nodes);
}

BENCHMARK(bound)->Name("links/bound")->ArgsProduct({{1, 2, 3}, {0, 1}})->Iterations(1)->Unit(benchmark::kSecond);

} // namespace
