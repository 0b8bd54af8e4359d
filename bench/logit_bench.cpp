// Logit on 1,900,000 made-up directed dyad-years, 12 covariates and an intercept, some one row in a thousand a beginning,
// errors clustered by 19,000 dyads; and what the machine could do at best. bench/logit.R runs R's glm on the same matrix.
//
//   logit/dyads   seconds; passes: evaluations of the likelihood with its derivatives; limit_s: passes × rows × operations
//                 over what the threads add and multiply at best, or × bytes over what they read at best, whichever is more;
//                 times_limit: seconds over that
//
// CASUS_LOGIT_MATRIX=FILE writes the matrix there, column by column: y, x1 … x12, dyad, as doubles.
#include "casus/base/parallel.hpp"
#include "casus/base/random.hpp"
#include "casus/estimate/logit.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace {

using namespace casus;
using namespace casus::estimate;

constexpr std::size_t dyad_rows = 1'900'000;
constexpr std::size_t dyad_covariates = 12;
constexpr std::size_t rows_a_dyad = 100;

struct DyadMatrix {
    Design design{.rows = dyad_rows, .names = {}, .values = {}};
    std::vector<std::uint8_t> y;
    std::vector<std::uint32_t> dyad;

    DyadMatrix() {
        design.values.reserve(dyad_rows * (dyad_covariates + 1));
        design.add("(Intercept)", std::vector<double>(dyad_rows, 1.0));
        std::vector<double> eta(dyad_rows, -7.5);
        std::vector<double> column(dyad_rows);
        for (std::size_t c = 0; c < dyad_covariates; ++c) {
            RandomKey const key{.seed = 1, .run = static_cast<std::uint32_t>(c), .purpose = Purpose::Test};
            for (std::size_t i = 0; i < dyad_rows; i += 4) {
                auto const four = normals(key, static_cast<std::uint32_t>(i / 4));
                for (std::size_t n = 0; n < 4; ++n) {
                    column[i + n] = four[n];
                    eta[i + n] += 0.3 * four[n];
                }
            }
            design.add("x" + std::to_string(c + 1), column);
        }
        for (std::size_t i = 0; i < dyad_rows; ++i) {
            auto const u = uniforms({.seed = 1, .run = 99, .purpose = Purpose::Test}, static_cast<std::uint32_t>(i));
            y.push_back(u[0] < 1.0 / (1.0 + std::exp(-eta[i])));
            dyad.push_back(static_cast<std::uint32_t>(i / rows_a_dyad));
        }
        if (char const* const path = std::getenv("CASUS_LOGIT_MATRIX")) write(path);
    }

    void write(char const* path) const {
        std::ofstream file(path, std::ios::binary);
        auto const put = [&](std::vector<double> const& all, std::size_t first, std::size_t count) {
            file.write(reinterpret_cast<char const*>(all.data() + first),
                       static_cast<std::streamsize>(count * sizeof(double)));
        };
        put({y.begin(), y.end()}, 0, dyad_rows);
        put(design.values, dyad_rows, dyad_rows * dyad_covariates);
        put({dyad.begin(), dyad.end()}, 0, dyad_rows);
    }
};

DyadMatrix const& dyad_matrix() {
    static DyadMatrix const made;
    return made;
}

double seconds_of(auto const& work) {
    auto const start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Additions and multiplications a second, in registers, without fused ones (which the house does not use).
double best_operations() {
    using Eight [[gnu::vector_size(64)]] = double;
    constexpr std::size_t turns = 20'000'000;
    constexpr std::size_t chains = 12;
    std::size_t const threads = default_threads();
    double best = 1e300;
    for (int again = 0; again < 3; ++again)
        best = std::min(best, seconds_of([&] {
                            parallel_for(threads, 1, threads, [&](std::size_t, std::size_t, std::size_t) {
                                Eight sums[chains] = {};
                                Eight factor = {1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0};
                                factor *= 1.0000001;
                                for (std::size_t t = 0; t < turns; ++t)
                                    for (Eight& sum : sums) sum = sum * factor + factor;
                                for (Eight& sum : sums) benchmark::DoNotOptimize(sum);
                            });
                        }));
    return 2.0 * 8.0 * chains * static_cast<double>(turns * threads) / best;
}

/// Bytes a second, reading the matrix in order.
double best_reading() {
    std::vector<double> const& values = dyad_matrix().design.values;
    using Eight [[gnu::vector_size(64)]] = double;
    using Loose [[gnu::vector_size(64), gnu::aligned(8)]] = double;
    double best = 1e300;
    for (int again = 0; again < 3; ++again)
        best = std::min(best, seconds_of([&] {
                            parallel_for(values.size() / 8, 1 << 15, default_threads(),
                                         [&](std::size_t first, std::size_t last, std::size_t) {
                                             Eight sums[4] = {};
                                             auto const* at = reinterpret_cast<Loose const*>(values.data());
                                             for (std::size_t i = first; i + 4 <= last; i += 4)
                                                 for (std::size_t n = 0; n < 4; ++n) sums[n] += at[i + n];
                                             for (Eight& sum : sums) benchmark::DoNotOptimize(sum);
                                         });
                        }));
    return static_cast<double>(values.size() * sizeof(double)) / best;
}

/// A row in one evaluation: predictor, score, weights, half of the cross products; exponential and logarithm some 30.
constexpr double operations_a_row() {
    constexpr double k = dyad_covariates + 1;
    return 2.0 * k + 2.0 * k + k + k * (k + 1.0) + 30.0;
}

void run_dyads(benchmark::State& state) {
    DyadMatrix const& made = dyad_matrix();
    static double const operations = best_operations();
    static double const reading = best_reading();
    Options const options{.clusters = made.dyad, .threads = default_threads()};
    double seconds = 0.0;
    int iterations = 0;
    for (auto _ : state) seconds += seconds_of([&] { iterations = logit(made.design, made.y, options).iterations; });
    double const passes = iterations + 1.0;
    double const rows = static_cast<double>(dyad_rows);
    double const limit =
        passes * rows *
        std::max(operations_a_row() / operations, sizeof(double) * static_cast<double>(dyad_covariates + 1) / reading);
    state.counters["passes"] = passes;
    state.counters["best_Gflop/s"] = operations / 1e9;
    state.counters["best_GB/s"] = reading / 1e9;
    state.counters["limit_s"] = limit;
    state.counters["times_limit"] = seconds / static_cast<double>(state.iterations()) / limit;
}

BENCHMARK(run_dyads)->Name("logit/dyads")->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
