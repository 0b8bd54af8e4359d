// Cox models with 12 covariates (Efron's ties) on alliances, one row each, and on alliance-years, a row a year from start to
// stop with covariates that change. The rows are made by formula; bench/survival.R makes the same and asks R.
//
//   survival/cox_alliances/N      `fit`: seconds of the fit; `all`: with martingale residuals and concordance, which coxph
//                                 gives too; `loglik`: to compare
//   survival/cox_years/N          the same; `ns_row`: nanoseconds of `fit` per row
//   survival/bootstrap/N          1,000 replicates by cluster, on the threads of the machine
#include "casus/base/parallel.hpp"
#include "casus/estimate/concordance.hpp"
#include "casus/estimate/cox.hpp"
#include "casus/estimate/cox_bootstrap.hpp"
#include "casus/estimate/cox_residuals.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace {

using namespace casus::estimate;

constexpr std::size_t covariates = 12;

double seconds_since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// √prime less its whole part: what row numbers are multiplied with.
double irrational(std::size_t k) {
    constexpr double primes[] = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47};
    return std::fmod(std::sqrt(primes[k]), 1.0);
}

double u(std::size_t row, std::size_t k) { return std::fmod(static_cast<double>(row) * irrational(k), 1.0); }

/// Years until alliance a ends or is seen no further.
struct Life {
    double years = 0.0;
    bool ended = false;
};

Life life(std::size_t a) {
    double eta = 0.0;
    for (std::size_t k = 0; k < covariates; k += 2) eta += (k % 4 == 0 ? 0.6 : -0.4) * u(a, k);
    double const exact = 20.0 * std::exp(-eta) * std::pow(-std::log(1.0 - 0.999 * u(a, 12)), 1.0 / 1.2);
    double const seen = 1.0 + 60.0 * u(a, 13);
    return {std::ceil(std::min(exact, seen)), exact <= seen};
}

struct Rows {
    Design design;
    std::vector<double> start;
    std::vector<double> stop;
    std::vector<std::uint8_t> event;
    std::vector<std::uint32_t> cluster;

    void name(std::size_t rows) {
        design.rows = rows;
        for (std::size_t k = 0; k < covariates; ++k) design.names.push_back("x" + std::to_string(k + 1));
        design.values.resize(rows * covariates);
    }
    [[nodiscard]] Spells spells() const { return {.start = start, .stop = stop, .event = event}; }
};

Rows alliances(std::size_t count) {
    Rows rows;
    rows.name(count);
    for (std::size_t a = 1; a <= count; ++a) {
        Life const lived = life(a);
        rows.stop.push_back(lived.years);
        rows.event.push_back(lived.ended);
        rows.cluster.push_back(static_cast<std::uint32_t>((a - 1) % (count / 4)));
        for (std::size_t k = 0; k < covariates; ++k) rows.design.values[k * count + a - 1] = u(a, k);
    }
    return rows;
}

/// Odd covariates change from year to year.
Rows alliance_years(std::size_t count) {
    Rows rows;
    rows.name(count);
    for (std::size_t a = 1; rows.stop.size() < count; ++a) {
        Life const lived = life(a);
        for (double year = 1.0; year <= lived.years && rows.stop.size() < count; ++year) {
            std::size_t const row = rows.stop.size();
            rows.start.push_back(year - 1.0);
            rows.stop.push_back(year);
            rows.event.push_back(lived.ended && year == lived.years);
            rows.cluster.push_back(static_cast<std::uint32_t>(a - 1));
            for (std::size_t k = 0; k < covariates; ++k)
                rows.design.values[k * count + row] = u(k % 2 == 0 ? a : row + 1, k);
        }
    }
    return rows;
}

void time_fit(benchmark::State& state, Rows const& rows) {
    std::vector<double> fits;
    std::vector<double> alls;
    double log_likelihood = 0.0;
    for (auto _ : state) {
        auto const begin = std::chrono::steady_clock::now();
        CoxFit const fit = cox(rows.spells(), rows.design);
        fits.push_back(seconds_since(begin));
        std::vector<double> eta(fit.model.rows());
        for (std::size_t i = 0; i < eta.size(); ++i) eta[fit.model.sets().row[i]] = fit.sums.eta[i];
        benchmark::DoNotOptimize(martingale_residuals(fit));
        benchmark::DoNotOptimize(concordance(rows.spells(), eta));
        alls.push_back(seconds_since(begin));
        log_likelihood = fit.fit.log_likelihood;
    }
    std::sort(fits.begin(), fits.end());
    std::sort(alls.begin(), alls.end());
    state.counters["fit"] = fits[fits.size() / 2];
    state.counters["all"] = alls[alls.size() / 2];
    state.counters["ns_row"] = 1e9 * fits[fits.size() / 2] / static_cast<double>(rows.stop.size());
    state.counters["loglik"] = log_likelihood;
}

void cox_alliances(benchmark::State& state) { time_fit(state, alliances(static_cast<std::size_t>(state.range(0)))); }
void cox_years(benchmark::State& state) { time_fit(state, alliance_years(static_cast<std::size_t>(state.range(0)))); }

void bootstrapped(benchmark::State& state) {
    Rows const rows = alliances(static_cast<std::size_t>(state.range(0)));
    CoxFit const fit = cox(rows.spells(), rows.design, Ties::Efron, {.clusters = rows.cluster});
    for (auto _ : state) benchmark::DoNotOptimize(bootstrap(fit, 1000, 1, casus::default_threads()));
}

BENCHMARK(cox_alliances)->Name("survival/cox_alliances")->Arg(800)->Unit(benchmark::kMillisecond);
BENCHMARK(cox_years)
    ->Name("survival/cox_years")
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(bootstrapped)->Name("survival/bootstrap")->Arg(800)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
