// The item model of a year, which is most of the time of `casus alienation measure`: made-up years of 90 roll calls and
// 170 states, votes drawn from the model itself.
//
//   measured/agenda     ten years one after another; `leaps`: of three rounds of EM, a year; `years`: a second
#include "casus/base/random.hpp"
#include "casus/measure/agenda.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <vector>

namespace {

using namespace casus;

constexpr std::uint32_t voters = 170;
constexpr std::uint32_t calls = 90;

std::vector<std::uint8_t> votes_of(std::uint32_t year) {
    RandomKey const key{.seed = 1, .year = year, .purpose = Purpose::Test, .i = 0};
    std::vector<std::uint8_t> votes;
    for (std::uint32_t voter = 0; voter < voters; ++voter) {
        double const z = normals(key, voter)[0];
        for (std::uint32_t call = 0; call < calls; ++call) {
            auto const item = normals({.seed = 2, .year = year, .purpose = Purpose::Test, .i = 1}, call);
            auto const drawn = uniforms({.seed = 3, .year = year, .purpose = Purpose::Test, .i = voter}, call);
            double const abstention = std::exp(1.5 * item[0] * z + item[1] - 1);
            double const yes = std::exp(3.0 * item[0] * z + item[2] + 1);
            double const at = drawn[0] * (1 + abstention + yes);
            votes.push_back(drawn[1] < 0.1 ? measure::no_vote : at < 1 ? 0 : at < 1 + abstention ? 1 : 2);
        }
    }
    return votes;
}

void agenda(benchmark::State& state) {
    std::vector<std::vector<std::uint8_t>> years;
    for (std::uint32_t year = 0; year < 10; ++year) years.push_back(votes_of(year));
    double leaps = 0.0;
    for (auto _ : state) {
        leaps = 0.0;
        for (auto const& votes : years) {
            measure::Agenda const fitted(voters, calls, votes);
            benchmark::DoNotOptimize(fitted.log_posterior());
            leaps += fitted.leaps();
        }
    }
    state.counters["leaps"] = leaps / static_cast<double>(years.size());
    state.counters["years"] =
        benchmark::Counter(static_cast<double>(years.size()), benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(agenda)->Name("measured/agenda")->Unit(benchmark::kMillisecond);

} // namespace
