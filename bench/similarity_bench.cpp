// Nine similarities of alliance portfolios for every dyad-year: S valued (absolute, squared, weighted by capability) and
// binary, κ and π valued and binary, τ_b. The system is made up (seed 1): as many states as the Correlates of War count
// from 1816 on, most ties inside blocs.
//
//   similarity/nine     `dyad_years`; `ns`: for each of them; `plain`: how many times longer a loop over partners takes
//                       for the same tables; `limit`: time against the bare counting of the bits that were counted
#include "casus/base/parallel.hpp"
#include "casus/base/random.hpp"
#include "casus/measure/similarity_columns.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <bit>
#include <chrono>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace {

using namespace casus;
using namespace casus::measure;

constexpr int first_year = 1816;
constexpr std::size_t similarities = 9;

double seconds_since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

struct SystemYear {
    std::vector<std::vector<std::uint8_t>> ties; ///< [state][partner]
    std::vector<double> capability;
    std::vector<PairRow> pairs;
};

/// Members of the state system, between counts of the Correlates of War.
std::size_t members(int year) {
    constexpr std::pair<int, std::size_t> counts[] = {{1816, 23},  {1859, 44},  {1900, 43},  {1920, 60}, {1945, 64},
                                                      {1962, 115}, {1980, 157}, {1994, 187}, {2018, 195}};
    for (std::size_t n = 1; n < std::size(counts); ++n) {
        auto const [from, low] = counts[n - 1];
        auto const [to, high] = counts[n];
        if (year > to) continue;
        double const way = static_cast<double>(year - from) / (to - from);
        return static_cast<std::size_t>(static_cast<double>(low) +
                                        way * (static_cast<double>(high) - static_cast<double>(low)));
    }
    return std::end(counts)[-1].second;
}

std::vector<SystemYear> system_of(int years) {
    std::vector<SystemYear> all(static_cast<std::size_t>(years));
    std::size_t row = 0;
    for (std::size_t y = 0; y < all.size(); ++y) {
        std::size_t const n = members(first_year + static_cast<int>(y));
        SystemYear& year = all[y];
        year.ties.assign(n, std::vector<std::uint8_t>(n, 0));
        for (std::uint32_t i = 0; i < n; ++i) {
            year.ties[i][i] = 3;
            year.capability.push_back(1.0 / (1.0 + i));
            for (std::uint32_t j = i + 1; j < n; ++j) {
                auto const u = uniforms({.seed = 1, .purpose = Purpose::Test, .i = 1000 * i + j}, 0);
                bool const allied = u[0] < (i % 5 == j % 5 ? 0.6 : 0.04);
                year.ties[i][j] = year.ties[j][i] = static_cast<std::uint8_t>(allied ? 1.0 + 3.0 * u[1] : 0.0);
                year.pairs.push_back({i, j, row++});
            }
        }
    }
    return all;
}

std::vector<SimilarityColumn> nine(std::vector<std::vector<double>>& values, std::size_t rows) {
    using enum SimilarityIndex;
    using enum Distance;
    values.resize(similarities);
    for (auto& column : values) column.resize(rows);
    return {{{S, valued_ties, Absolute}, false, values[0]},    {{S, valued_ties, Squared}, false, values[1]},
            {{S, binary_ties, Absolute}, false, values[2]},    {{S, valued_ties, Absolute}, true, values[3]},
            {{Kappa, valued_ties, Squared}, false, values[4]}, {{Kappa, binary_ties, Squared}, false, values[5]},
            {{Pi, valued_ties, Squared}, false, values[6]},    {{Pi, binary_ties, Squared}, false, values[7]},
            {{TauB, valued_ties, Absolute}, false, values[8]}};
}

/// Portfolios from ties, weights and all similarities, as a panel makes them.
void by_bits(std::vector<SystemYear> const& years, std::span<SimilarityColumn const> columns, std::size_t threads) {
    parallel_for(years.size(), 1, threads, [&](std::size_t first, std::size_t last, std::size_t) {
        for (std::size_t y = first; y < last; ++y) {
            SystemYear const& year = years[y];
            Portfolios portfolios(year.ties.size(), year.ties.size());
            for (std::size_t i = 0; i < year.ties.size(); ++i)
                for (std::size_t k = 0; k < year.ties.size(); ++k) portfolios.set(i, k, year.ties[i][k]);
            ItemWeights const weights(year.capability);
            write_similarities(portfolios, &weights, year.pairs, columns);
        }
    });
}

/// The same with each table counted and weighed partner by partner.
void by_partners(std::vector<SystemYear> const& years, std::span<SimilarityColumn const> columns, std::size_t threads) {
    parallel_for(years.size(), 1, threads, [&](std::size_t first, std::size_t last, std::size_t) {
        for (std::size_t y = first; y < last; ++y)
            for (PairRow const& pair : years[y].pairs) {
                SystemYear const& year = years[y];
                Contingency counted, weighed;
                for (std::size_t k = 0; k < year.ties.size(); ++k) {
                    counted.at(year.ties[pair.first][k], year.ties[pair.second][k]) += 1.0;
                    weighed.at(year.ties[pair.first][k], year.ties[pair.second][k]) += year.capability[k];
                }
                for (SimilarityColumn const& column : columns)
                    column.values[pair.row] = column.similarity.of(column.weighted ? weighed : counted);
            }
    });
}

/// Seconds for the bare work: sixteen ANDs and counts for each sixty-four partners of each pair, all in the cache.
double by_counting(std::vector<SystemYear> const& years, std::size_t threads) {
    auto const begin = std::chrono::steady_clock::now();
    parallel_for(years.size(), 1, threads, [&](std::size_t first, std::size_t last, std::size_t) {
        std::array<std::uint64_t, 4> mine{1, 2, 3, 4};
        std::array<std::uint64_t, 4> yours{5, 6, 7, 8};
        std::array<std::uint64_t, 16> counts{};
        for (std::size_t y = first; y < last; ++y) {
            std::size_t const words = years[y].pairs.size() * ((years[y].ties.size() + 63) / 64);
            for (std::size_t w = 0; w < words; ++w) {
                benchmark::DoNotOptimize(mine);
                benchmark::DoNotOptimize(yours);
                for (std::size_t n = 0; n < 16; ++n)
                    counts[n] += static_cast<std::uint64_t>(std::popcount(mine[n / 4] & yours[n % 4]));
            }
        }
        benchmark::DoNotOptimize(counts);
    });
    return seconds_since(begin);
}

void nine_of(benchmark::State& state, int years, std::size_t threads) {
    std::vector<SystemYear> const system = system_of(years);
    std::size_t const rows = system.back().pairs.back().row + 1;
    std::vector<std::vector<double>> values, check;
    auto const columns = nine(values, rows);
    auto const plain_columns = nine(check, rows);
    double best = std::numeric_limits<double>::infinity();
    double plain = best;
    double counting = best;
    for (auto _ : state) {
        auto begin = std::chrono::steady_clock::now();
        by_bits(system, columns, threads);
        double const seconds = seconds_since(begin);
        state.SetIterationTime(seconds);
        best = std::min(best, seconds);
        begin = std::chrono::steady_clock::now();
        by_partners(system, plain_columns, threads);
        plain = std::min(plain, seconds_since(begin));
        counting = std::min(counting, by_counting(system, threads));
    }
    for (std::size_t n = 0; n < similarities; ++n)
        for (std::size_t row = 0; row < rows; ++row)
            if (!(std::abs(values[n][row] - check[n][row]) < 1e-12)) state.SkipWithError("the two ways differ");
    state.counters["dyad_years"] = static_cast<double>(rows);
    state.counters["ns"] = 1e9 * best / static_cast<double>(rows);
    state.counters["plain"] = plain / best;
    state.counters["limit"] = best / counting;
}

int const registered = [] {
    for (int const years : {50, 130, 203})
        for (std::size_t const threads : {std::size_t{1}, default_threads()}) {
            std::string const name =
                "similarity/nine/years:" + std::to_string(years) + "/threads:" + std::to_string(threads);
            benchmark::RegisterBenchmark(name.c_str(), nine_of, years, threads)
                ->UseManualTime()
                ->Iterations(5)
                ->Unit(benchmark::kMillisecond);
        }
    return 0;
}();

} // namespace
