#include "casus/data/panel/per_state.hpp"

#include "casus/data/panel/spread.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace casus::data {

namespace {

/// NaN: nothing known so far.
double with(PerState::How how, double so_far, double value) {
    if (std::isnan(value)) return so_far;
    double const before = std::isnan(so_far) ? (how == PerState::How::Max ? value : 0.0) : so_far;
    switch (how) {
    case PerState::How::Count:
        return before + (value > 0.0 ? 1.0 : 0.0);
    case PerState::How::Sum:
        return before + value;
    case PerState::How::Max:
        break;
    }
    return std::max(before, value);
}

} // namespace

StateSeries per_state(PairSeries const& series, Frame const& frame, std::size_t threads) {
    assert(series.per_state);
    PerState const& wanted = *series.per_state;
    StateSeries result{.name = wanted.name,
                       .label = wanted.label,
                       .width = wanted.width,
                       .origin = series.origin,
                       .coverage = {std::max(frame.first_year(), series.coverage.first_year),
                                    std::min(frame.last_year(), series.coverage.last_year)},
                       .otherwise = wanted.how == PerState::How::Count ? 0.0 : series.otherwise,
                       .values = {}};
    if (result.coverage.first_year > result.coverage.last_year) {
        result.coverage = series.coverage; // the frame has no year of it: everything is missing
        result.otherwise = missing<double>;
    }
    result.values.assign(frame.system().size() * result.years(), missing<double>);
    Frame const pairs(frame.system(), Unit::DirectedDyadYear, frame.first_year(), frame.last_year());
    Spread const laid = std::move(spread(pairs, {}, std::span(&series, 1), threads).front());
    for (Run const& run : pairs.runs())
        for (int year = std::max(run.first_year, result.coverage.first_year);
             year <= std::min(run.last_year, result.coverage.last_year); ++year) {
            double& cell =
                result.values[run.first * result.years() + static_cast<std::size_t>(year - result.coverage.first_year)];
            cell =
                with(wanted.how, cell, laid.column.number(run.row + static_cast<std::size_t>(year - run.first_year)));
        }
    return result;
}

} // namespace casus::data
