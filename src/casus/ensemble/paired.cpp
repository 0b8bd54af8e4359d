#include "casus/ensemble/paired.hpp"

#include "casus/base/parallel.hpp"

#include <algorithm>

namespace casus::ensemble {

namespace {

constexpr std::size_t draws_per_chunk = 16;

/// One setting as one thread draws it.
struct Drawn {
    World world;
    Parameters parameters;
    Evaluate evaluate;
};

void draw_all(std::span<Setting const> settings, Sampling const& sampling, std::size_t outputs,
              std::function<Evaluate(World const&)> const& make_evaluate, std::vector<std::vector<double>>& rows) {
    std::vector<std::vector<Drawn>> workers(std::max<std::size_t>(1, sampling.threads));
    Progress progress("draws", sampling.draws);
    parallel_for(
        sampling.draws, draws_per_chunk, workers.size(),
        [&](std::size_t first, std::size_t last, std::size_t worker) {
            std::vector<Drawn>& mine = workers[worker];
            if (mine.empty())
                for (Setting const& each : settings)
                    mine.push_back({each.world, each.parameters, make_evaluate(each.world)});
            for (std::size_t d = first; d < last; ++d)
                for (std::size_t s = 0; s < settings.size(); ++s) {
                    settings[s].world.draw(sampling.seed, static_cast<std::uint32_t>(d), mine[s].world);
                    settings[s].parameters.draw(sampling.seed, static_cast<std::uint32_t>(d), mine[s].parameters);
                    mine[s].evaluate(mine[s].world, mine[s].parameters,
                                     std::span(rows[s]).subspan(d * outputs, outputs));
                }
        },
        &progress);
}

} // namespace

Paired sample_paired(std::span<Setting const> settings, Sampling const& sampling, std::size_t outputs,
                     std::function<Evaluate(World const&)> const& make_evaluate) {
    std::vector<std::vector<double>> rows(settings.size(), std::vector<double>(sampling.draws * outputs));
    draw_all(settings, sampling, outputs, make_evaluate, rows);
    Paired paired;
    for (std::size_t s = 0; s < settings.size(); ++s) {
        paired.own.push_back(summarise(rows[s], outputs, sampling.threads));
        if (s == 0) continue;
        std::ranges::transform(rows[s], rows[0], rows[s].begin(), std::minus<>{});
        paired.difference.push_back(summarise(rows[s], outputs, sampling.threads));
    }
    return paired;
}

} // namespace casus::ensemble
