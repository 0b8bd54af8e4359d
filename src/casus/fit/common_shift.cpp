#include "casus/fit/common_shift.hpp"

#include "casus/data/column.hpp"

#include <algorithm>
#include <cassert>

namespace casus::fit {

namespace {} // namespace

double forecast_shift(std::span<double const> means, std::span<double const> administration, double ahead,
                      ShiftSettings const& settings) {
    assert(means.size() == administration.size());
    std::size_t const take = std::min(means.size(), static_cast<std::size_t>(settings.window));
    means = means.last(take);
    administration = administration.last(take);
    double n = 0.0;
    double mean = 0.0;
    double centre = 0.0;
    for (std::size_t y = 0; y < take; ++y)
        if (!std::isnan(means[y])) n += 1.0, mean += means[y], centre += administration[y];
    if (n == 0.0) return data::missing<double>;
    mean /= n;
    centre /= n;
    double across = 0.0;
    double spread = 0.0;
    for (std::size_t y = 0; y < take; ++y)
        if (!std::isnan(means[y])) {
            across += (administration[y] - centre) * (means[y] - mean);
            spread += (administration[y] - centre) * (administration[y] - centre);
        }
    double const effect = spread > 0.0 ? settings.kept * across / spread : 0.0;
    double weights = 0.0;
    double remains = 0.0;
    for (std::size_t y = 0; y < take; ++y)
        if (!std::isnan(means[y])) {
            double const weight = std::pow(settings.fading, static_cast<double>(take - 1 - y));
            weights += weight;
            remains += weight * (means[y] - mean - effect * (administration[y] - centre));
        }
    double const lasting = weights > 0.0 ? settings.persistence * remains / weights : 0.0;
    return mean + effect * (ahead - centre) + lasting;
}

std::vector<double> shift_of(DeviationYears const& d, std::size_t issue, int as_of, int first, int last) {
    std::vector<double> means;
    for (int year = first; year <= last; ++year) {
        double sum = 0.0;
        double n = 0.0;
        for (std::size_t state = 0; state < d.states; ++state)
            if (d.is_ally(state, as_of) && d.known(state, issue, year)) sum += d.at(state, issue, year), n += 1.0;
        means.push_back(n > 0.0 ? sum / n : data::missing<double>);
    }
    return means;
}

} // namespace casus::fit
