// Regressions on made-up rows (seed 1), 12 covariates and an intercept, three sizes; bench/estimate.R is the same in R.
//
//   estimate/linear, estimate/logit     rows: 10,000, 100,000, 1,900,000
//   estimate/multinomial                six outcomes; rows: 1,000, 10,000, 100,000
//   estimate/mixed                      crossed intercepts of 100 and 60 groups; rows: 1,000, 10,000, 100,000
#include "casus/base/parallel.hpp"
#include "casus/base/random.hpp"
#include "casus/estimate/linear.hpp"
#include "casus/estimate/logit.hpp"
#include "casus/estimate/mixed.hpp"
#include "casus/estimate/multinomial.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <string>
#include <vector>

namespace {

using namespace casus;
using namespace casus::estimate;

constexpr std::size_t covariates = 12;

struct Made {
    Design design;
    std::vector<double> y;
    std::vector<std::uint8_t> one;
    std::vector<std::uint32_t> kind;
    std::vector<std::uint32_t> a, b;

    explicit Made(std::size_t rows) : design{.rows = rows, .names = {}, .values = {}} {
        design.add("(Intercept)", std::vector<double>(rows, 1.0));
        std::vector<double> sum(rows, -1.0);
        for (std::size_t c = 0; c < covariates; ++c) {
            std::vector<double> column(rows);
            for (std::size_t i = 0; i < rows; ++i) {
                auto const key = RandomKey{.seed = 1, .run = static_cast<std::uint32_t>(c), .purpose = Purpose::Test};
                if (i % 4 == 0) {
                    auto const four = normals(key, static_cast<std::uint32_t>(i / 4));
                    for (std::size_t n = 0; n < 4 && i + n < rows; ++n) column[i + n] = four[n];
                }
                sum[i] += 0.2 * column[i];
            }
            design.add("x" + std::to_string(c + 1), column);
        }
        for (std::size_t i = 0; i < rows; ++i) {
            auto const u = uniforms({.seed = 1, .run = 99, .purpose = Purpose::Test}, static_cast<std::uint32_t>(i));
            double const noise = std::log(u[0] / (1.0 - u[0]));
            y.push_back(sum[i] + noise);
            one.push_back(sum[i] + noise > 0.0);
            kind.push_back(
                static_cast<std::uint32_t>(std::min(5.0, std::floor(4.0 * u[1] + (y.back() > 0.0 ? 2.0 : 0.0)))));
            a.push_back(static_cast<std::uint32_t>(u[2] * 100.0));
            b.push_back(static_cast<std::uint32_t>(u[3] * 60.0));
        }
    }
};

std::vector<std::string> const six{"a", "b", "c", "d", "e", "f"};

void run_linear(benchmark::State& state) {
    Made const made(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(linear(made.design, made.y, {.threads = default_threads()}));
}

void run_logit(benchmark::State& state) {
    Made const made(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        Fit const fit = logit(made.design, made.one, {.threads = default_threads()});
        state.counters["iterations"] = fit.iterations;
    }
}

void run_multinomial(benchmark::State& state) {
    Made const made(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(multinomial(made.design, made.kind, six, {.threads = default_threads()}));
}

void run_mixed(benchmark::State& state) {
    Made const made(static_cast<std::size_t>(state.range(0)));
    std::vector<Grouping> const groupings{{.name = "a", .of_row = made.a}, {.name = "b", .of_row = made.b}};
    for (auto _ : state) benchmark::DoNotOptimize(mixed(made.design, made.y, groupings));
}

BENCHMARK(run_linear)
    ->Name("estimate/linear")
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'900'000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(run_logit)
    ->Name("estimate/logit")
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'900'000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(run_multinomial)
    ->Name("estimate/multinomial")
    ->Arg(1'000)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(run_mixed)
    ->Name("estimate/mixed")
    ->Arg(1'000)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

} // namespace
