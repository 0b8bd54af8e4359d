#include "casus/estimate/cox_bootstrap.hpp"

#include "casus/base/parallel.hpp"
#include "casus/estimate/cluster_bootstrap.hpp"

#include <algorithm>
#include <cmath>

namespace casus::estimate {
namespace {

/// What a thread needs for its replicates.
struct Bench {
    CoxSums sums;
    std::vector<double> drawn; ///< how often each cluster
    std::vector<double> copies;
    std::vector<double> weights;
    std::vector<double> beta;
};

Bench bench(CoxFit const& fit) {
    std::size_t const n = fit.model.rows();
    std::size_t const clusters = fit.model.clusters().empty() ? n : fit.model.cluster_count();
    return {fit.model.sums(), std::vector<double>(clusters), std::vector<double>(n), std::vector<double>(n), fit.beta};
}

/// Whether there is a maximum; it stands in bench.beta.
bool fit_draw(CoxFit const& fit, std::uint64_t seed, std::uint32_t replicate, Bench& at) {
    CoxModel const& model = fit.model;
    draw_clusters(seed, replicate, at.drawn);
    bool some = false;
    for (std::size_t i = 0; i < model.rows(); ++i) {
        at.copies[i] = at.drawn[model.clusters().empty() ? model.sets().row[i] : model.clusters()[i]];
        at.weights[i] = at.copies[i] * model.weights()[i];
        some = some || (model.event(i) && at.weights[i] > 0.0);
    }
    if (!some) return false;
    at.beta = fit.beta;
    model.evaluate(at.beta, at.weights, at.copies, at.sums);
    return maximise(model, at.weights, at.copies, at.sums, at.beta).converged;
}

/// R's quantile of type 7.
double quantile_of(std::vector<double> const& sorted, double share) {
    double const place = share * static_cast<double>(sorted.size() - 1);
    auto const below = static_cast<std::size_t>(place);
    std::size_t const above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

void sum_up(CoxBootstrap& out, std::size_t p, double level) {
    std::size_t const kept = out.replicates - out.failed;
    out.se.assign(p, none);
    out.percentile.assign(p, {none, none});
    if (kept < 2) return;
    std::vector<double> column(kept);
    for (std::size_t c = 0; c < p; ++c) {
        double mean = 0.0;
        for (std::size_t r = 0; r < kept; ++r)
            mean += (column[r] = out.estimates[r * p + c]) / static_cast<double>(kept);
        double squares = 0.0;
        for (double const value : column) squares += (value - mean) * (value - mean);
        out.se[c] = std::sqrt(squares / static_cast<double>(kept - 1));
        std::sort(column.begin(), column.end());
        out.percentile[c] = {quantile_of(column, 0.5 * (1.0 - level)), quantile_of(column, 0.5 * (1.0 + level))};
    }
}

} // namespace

CoxBootstrap bootstrap(CoxFit const& fit, std::size_t replicates, std::uint64_t seed, std::size_t threads,
                       double level) {
    std::size_t const p = fit.beta.size();
    CoxBootstrap out;
    out.replicates = replicates;
    std::vector<double> all(replicates * p);
    std::vector<std::uint8_t> found(replicates);
    std::vector<Bench> benches(std::max<std::size_t>(threads, 1), bench(fit));
    parallel_for(replicates, 8, threads, [&](std::size_t first, std::size_t last, std::size_t worker) {
        Bench& at = benches[worker];
        for (std::size_t r = first; r < last; ++r) {
            found[r] = fit_draw(fit, seed, static_cast<std::uint32_t>(r), at);
            for (std::size_t c = 0; c < p; ++c) all[r * p + c] = at.beta[c] / fit.model.scale(c);
        }
    });
    for (std::size_t r = 0; r < replicates; ++r) {
        if (found[r] == 0)
            ++out.failed;
        else
            out.estimates.insert(out.estimates.end(), all.begin() + static_cast<std::ptrdiff_t>(r * p),
                                 all.begin() + static_cast<std::ptrdiff_t>((r + 1) * p));
    }
    sum_up(out, p, level);
    return out;
}

} // namespace casus::estimate
