#include "casus/endurance/assessed.hpp"

#include "casus/base/parallel.hpp"

#include <algorithm>
#include <numeric>

namespace casus::endurance {

Assessed assess(Model const& model, int year, std::vector<Alliance> alliances, std::vector<WhatIf> const& what_ifs,
                Drawing const& drawing) {
    for (WhatIf const& each : what_ifs) check(each, model, alliances);
    CoefficientDraws const draws(model, drawing);
    std::vector<Outlook> const outlooks = outlooks_of(model, alliances, draws);
    std::vector<std::size_t> order(alliances.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t n) { return outlooks[n].log_hazard.value; });
    Assessed assessed{.model = model, .year = year, .alliances = {}, .outlooks = {}, .draws = drawing.draws};
    for (std::size_t const n : order) {
        assessed.alliances.push_back(std::move(alliances[n]));
        assessed.outlooks.push_back(outlooks[n]);
    }
    for (WhatIf const& each : what_ifs) {
        Compared compared{each, std::vector<MovedOutlook>(order.size())};
        parallel_for(order.size(), 1, drawing.threads, [&](std::size_t first, std::size_t last, std::size_t) {
            for (std::size_t n = first; n < last; ++n)
                compared.alliances[n] = moved_outlook(model, assessed.alliances[n], assessed.outlooks[n], each, draws);
        });
        assessed.what_ifs.push_back(std::move(compared));
    }
    return assessed;
}

} // namespace casus::endurance
