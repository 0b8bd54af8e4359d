#include "casus/fit/positions.hpp"

#include <cassert>

namespace casus::fit {

namespace {

struct Weighed {
    double weight = 0.0;
    double sum = 0.0;
};

Weighed past_of(DeviationYears const& d, std::size_t state, std::size_t issue, std::vector<double> const& shift,
                int first, int last, double memory) {
    Weighed past;
    double fade = 1.0;
    for (int year = last; year >= first; --year, fade *= memory) {
        double const common = shift[static_cast<std::size_t>(year - first)];
        if (!d.known(state, issue, year) || std::isnan(common)) continue;
        double const weight = d.votes[d.cell(state, issue, year)] * fade;
        past.weight += weight;
        past.sum += weight * (d.at(state, issue, year) - common);
    }
    return past;
}

} // namespace

std::vector<double> forecast_positions(DeviationYears const& d, std::span<std::vector<double> const> shifts, int first,
                                       int last, PositionSettings const& settings) {
    assert(shifts.size() == d.issues);
    std::vector<double> positions(d.states * d.issues, 0.0);
    std::vector<Weighed> past(d.issues);
    for (std::size_t state = 0; state < d.states; ++state) {
        Weighed all;
        for (std::size_t issue = 0; issue < d.issues; ++issue) {
            past[issue] = past_of(d, state, issue, shifts[issue], first, last, settings.memory);
            all.weight += past[issue].weight;
            all.sum += past[issue].sum;
        }
        if (!(all.weight > 0.0)) continue;
        double const usual = all.sum / all.weight;
        for (std::size_t issue = 0; issue < d.issues; ++issue)
            positions[state * d.issues + issue] =
                (past[issue].sum + settings.pooling * usual) / (past[issue].weight + settings.pooling);
    }
    return positions;
}

} // namespace casus::fit
