#include "casus/measure/configuration/pivots.hpp"

#include "casus/base/parallel.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace casus::configuration {

namespace {

std::int64_t all_of_it(WholeWeights const& weights) {
    std::int64_t sum = 1;
    for (std::int64_t const weight : weights.weights) sum += std::abs(weight);
    return sum;
}

/// The best partition that has the pair the other way: a weight that outweighs all others forces it.
BestBlocs best_otherwise(WholeWeights weights, Pivot const& pivot, BlocPlan const& plan) {
    std::int64_t const force = pivot.together ? -all_of_it(weights) : all_of_it(weights);
    weights.weights[pivot.first * weights.actors + pivot.second] += force;
    weights.weights[pivot.second * weights.actors + pivot.first] += force;
    BestBlocs best = best_blocs(weights, plan);
    if (pivot.together) {
        best.apart -= force;
        best.bound -= force;
    }
    return best;
}

} // namespace

std::vector<Pivot> pivots(Landscape const& landscape, WholeWeights const& weights, BestBlocs const& best,
                          BlocPlan const& plan, std::size_t threads) {
    assert(best.proven());
    std::size_t const n = landscape.count();
    std::vector<Pivot> found;
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = i + 1; j < n; ++j)
            found.push_back({.first = i,
                             .second = j,
                             .together = best.blocs[i] == best.blocs[j],
                             .change = std::numeric_limits<double>::infinity(),
                             .then = {}});
    parallel_for(found.size(), 1, std::max<std::size_t>(1, threads),
                 [&](std::size_t first, std::size_t last, std::size_t) {
                     for (std::size_t p = first; p < last; ++p) {
                         Pivot& pivot = found[p];
                         double const product = landscape.sizes[pivot.first] * landscape.sizes[pivot.second];
                         if (!(product > 0.0) || (pivot.together && plan.most_blocs < 2)) continue;
                         BestBlocs const other = best_otherwise(weights, pivot, plan);
                         std::int64_t const least = std::max(other.bound, best.apart); // no other is below the best
                         double const gap = static_cast<double>(least - best.apart) / weights.scale / product;
                         pivot.change = pivot.together ? -gap : gap;
                         pivot.then = other.blocs;
                         pivot.proven = other.proven();
                     }
                 });
    std::ranges::stable_sort(found,
                             [](Pivot const& a, Pivot const& b) { return std::fabs(a.change) < std::fabs(b.change); });
    return found;
}

} // namespace casus::configuration
