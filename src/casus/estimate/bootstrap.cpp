#include "casus/estimate/bootstrap.hpp"

#include "casus/estimate/cluster_bootstrap.hpp"
#include "casus/estimate/sandwich.hpp"

#include "casus/base/error.hpp"
#include "casus/base/parallel.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::estimate {

namespace {

bool same_terms(Fit const& a, Fit const& b) {
    return std::ranges::equal(a.terms, b.terms, {}, &Term::name, &Term::name);
}

/// Covariance of the rows of estimates.
std::vector<double> covariance_of(std::vector<std::vector<double>> const& estimates, std::size_t terms) {
    std::vector<double> mean(terms);
    auto const n = static_cast<double>(estimates.size());
    for (auto const& each : estimates)
        for (std::size_t t = 0; t < terms; ++t) mean[t] += each[t] / n;
    std::vector<double> covariance(terms * terms);
    for (auto const& each : estimates)
        for (std::size_t t = 0; t < terms; ++t)
            for (std::size_t u = 0; u < terms; ++u)
                covariance[t * terms + u] += (each[t] - mean[t]) * (each[u] - mean[u]) / (n - 1.0);
    return covariance;
}

} // namespace

void bootstrap(Fit& fit, std::size_t rows, Options const& options, Resampling const& resampling,
               std::function<Fit(std::span<double const> weights)> const& refit) {
    std::size_t const clusters = clusters_in(options.clusters);
    std::vector<std::vector<double>> drawn(resampling.replicates);
    parallel_for(resampling.replicates, 1, resampling.threads, [&](std::size_t replicate, std::size_t, std::size_t) {
        std::vector<double> times(clusters ? clusters : rows);
        draw_clusters(resampling.seed, static_cast<std::uint32_t>(replicate), times);
        std::vector<double> weights(rows);
        for (std::size_t i = 0; i < rows; ++i)
            weights[i] =
                times[clusters ? options.clusters[i] : i] * (options.weights.empty() ? 1.0 : options.weights[i]);
        try {
            Fit const again = refit(weights);
            if (!same_terms(fit, again) || !again.converged) return;
            for (Term const& term : again.terms) drawn[replicate].push_back(term.estimate);
        } catch (Error const&) { drawn[replicate].clear(); }
    });
    std::erase_if(drawn, [](std::vector<double> const& estimates) { return estimates.empty(); });
    note_resamples(fit, drawn.size(), clusters, resampling);
    std::size_t const k = fit.terms.size();
    std::vector<double> model(k * k);
    std::vector<double> estimates;
    std::vector<std::string> names;
    for (std::size_t t = 0; t < k; ++t) {
        model[t * k + t] = fit.terms[t].se * fit.terms[t].se;
        estimates.push_back(fit.terms[t].estimate);
        names.push_back(fit.terms[t].name);
    }
    double const freedom = fit.model == "linear" ? static_cast<double>(fit.rows - k) : 0.0;
    fill_terms(fit, std::move(names), estimates, std::move(model), covariance_of(drawn, k), freedom);
    fit.clusters = clusters;
}

void note_resamples(Fit& fit, std::size_t kept, std::size_t clusters, Resampling const& resampling) {
    if (kept < 2)
        throw Error(Problem{.place = {},
                            .what = {"the model cannot be estimated on resamples", "无法在重抽样上估计该模型"},
                            .found = fmt::format("{} of {}", kept, resampling.replicates)});
    fit.notes.push_back(
        clusters ? Text{fmt::format("robust errors from {} resamples of {} clusters, seed {}", kept, clusters,
                                    resampling.seed),
                        fmt::format("稳健误差来自 {} 次对 {} 个聚类的重抽样，种子 {}", kept, clusters, resampling.seed)}
                 : Text{fmt::format("robust errors from {} resamples of rows, seed {}", kept, resampling.seed),
                        fmt::format("稳健误差来自 {} 次对行的重抽样，种子 {}", kept, resampling.seed)});
    if (std::size_t const failed = resampling.replicates - kept; failed > 0)
        fit.notes.push_back({fmt::format("{} resamples left out: the model could not be estimated on them", failed),
                             fmt::format("{} 次重抽样无法估计，已剔除", failed)});
}

} // namespace casus::estimate
