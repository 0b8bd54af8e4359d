#include "casus/fit/dyad_influence.hpp"

#include "casus/estimate/logit.hpp"
#include "casus/estimate/sandwich.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace casus::fit {

namespace {

/// Columns of the design in the order of the fit's terms; those dropped as collinear are not among them.
std::vector<std::span<double const>> columns_of_terms(DyadFit const& fit) {
    std::vector<std::span<double const>> columns;
    for (estimate::Term const& term : fit.fit.terms)
        columns.push_back(fit.design.column(
            static_cast<std::size_t>(std::ranges::find(fit.design.names, term.name) - fit.design.names.begin())));
    return columns;
}

} // namespace

Influence influence_of(DyadFit const& fit, std::size_t threads) {
    std::size_t const k = fit.fit.terms.size();
    std::vector<double> const bread = estimate::logit(fit.design, fit.y, {.threads = threads}).covariance;
    std::vector<std::span<double const>> const columns = columns_of_terms(fit);
    std::vector<double> scores(estimate::clusters_in(fit.dyad) * k);
    for (std::size_t n = 0; n < fit.y.size(); ++n) {
        double eta = 0.0;
        for (std::size_t t = 0; t < k; ++t) eta += fit.fit.terms[t].estimate * columns[t][n];
        double const residual = fit.y[n] - 1.0 / (1.0 + std::exp(-eta));
        for (std::size_t t = 0; t < k; ++t) scores[fit.dyad[n] * k + t] += residual * columns[t][n];
    }
    Influence influence{.terms = k, .of_cluster = std::vector<double>(scores.size())};
    for (std::size_t g = 0; g < scores.size(); g += k)
        for (std::size_t i = 0; i < k; ++i)
            for (std::size_t j = 0; j < k; ++j) influence.of_cluster[g + i] += bread[i * k + j] * scores[g + j];
    return influence;
}

std::vector<double> covariance_between(Influence const& one, Influence const& other) {
    std::size_t const clusters = one.of_cluster.size() / one.terms;
    assert(clusters == other.of_cluster.size() / other.terms);
    double const factor = estimate::few_clusters(clusters);
    std::vector<double> covariance(one.terms * other.terms);
    for (std::size_t g = 0; g < clusters; ++g)
        for (std::size_t i = 0; i < one.terms; ++i)
            for (std::size_t j = 0; j < other.terms; ++j)
                covariance[i * other.terms + j] +=
                    factor * one.of_cluster[g * one.terms + i] * other.of_cluster[g * other.terms + j];
    return covariance;
}

} // namespace casus::fit
