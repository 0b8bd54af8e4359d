#include "casus/ensemble/spread.hpp"

#include "casus/base/parallel.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

namespace casus::ensemble {

namespace {

constexpr std::size_t draws_per_chunk = 16;
constexpr std::size_t outputs_per_chunk = 8; // one cache line of a row

/// Quantile p of `values`, which is partly sorted on the way.
double quantile(std::span<double> values, double p) {
    double const at = p * static_cast<double>(values.size() - 1);
    auto const below = static_cast<std::size_t>(at);
    auto const first = values.begin();
    std::nth_element(first, first + static_cast<std::ptrdiff_t>(below), values.end());
    double const low = values[below];
    if (below + 1 == values.size()) return low;
    double const high = *std::min_element(first + static_cast<std::ptrdiff_t>(below) + 1, values.end());
    return low + (at - static_cast<double>(below)) * (high - low);
}

struct Worker {
    World world;
    Parameters parameters;
    Evaluate evaluate;
};

} // namespace

Spread summarise(std::span<double const> rows, std::size_t outputs, std::size_t threads) {
    std::size_t const draws = rows.size() / outputs;
    Spread spread;
    spread.mean.resize(outputs);
    spread.interval.resize(outputs);
    parallel_for(outputs, outputs_per_chunk, std::max<std::size_t>(1, threads),
                 [&](std::size_t first, std::size_t last, std::size_t) {
                     std::size_t const width = last - first;
                     std::vector<double> columns(width * draws);
                     for (std::size_t d = 0; d < draws; ++d)
                         for (std::size_t o = 0; o < width; ++o) columns[o * draws + d] = rows[d * outputs + first + o];
                     for (std::size_t o = 0; o < width; ++o) {
                         std::span<double> const values(columns.data() + o * draws, draws);
                         double sum = 0.0;
                         for (double const x : values) sum += x;
                         spread.mean[first + o] = sum / static_cast<double>(draws);
                         spread.interval[first + o] = {quantile(values, 0.05), quantile(values, 0.95)};
                     }
                 });
    return spread;
}

Spread sample(World const& world, Parameters const& parameters, Sampling const& sampling, std::size_t outputs,
              std::function<Evaluate()> const& make_evaluate) {
    std::size_t const draws = sampling.draws;
    std::vector<double> rows(draws * outputs);
    std::vector<std::unique_ptr<Worker>> workers(std::max<std::size_t>(1, sampling.threads));
    Progress progress("draws", draws);
    parallel_for(
        draws, draws_per_chunk, workers.size(),
        [&](std::size_t first, std::size_t last, std::size_t worker) {
            auto& mine = workers[worker];
            if (!mine) mine = std::make_unique<Worker>(Worker{world, parameters, make_evaluate()});
            for (std::size_t d = first; d < last; ++d) {
                world.draw(sampling.seed, static_cast<std::uint32_t>(d), mine->world);
                parameters.draw(sampling.seed, static_cast<std::uint32_t>(d), mine->parameters);
                mine->evaluate(mine->world, mine->parameters, std::span(rows).subspan(d * outputs, outputs));
            }
        },
        &progress);
    return summarise(rows, outputs, sampling.threads);
}

} // namespace casus::ensemble
