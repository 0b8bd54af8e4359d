// Ideal points in the UN General Assembly, and in panels of pairs how far apart the two are.
#include "casus/data/panel/features/features.hpp"
#include "casus/data/panel/join.hpp"
#include "casus/data/panel/spread.hpp"

#include "casus/base/parallel.hpp"

#include <algorithm>
#include <cmath>

namespace casus::data::features {

namespace {

constexpr std::size_t rows_at_a_time = 65536;

/// The newest of the estimates that the file has.
std::string column_in(Store const& store, std::string const& dataset) {
    std::vector<std::string> const names = store.column_names(dataset);
    for (char const* const name : {"idealpointall", "idealpointfp"})
        if (std::ranges::find(names, name) != names.end()) return name;
    return "idealpointlegacy";
}

RowSeries distances(StateSeries const& points, FeatureRequest const& request) {
    std::vector<Spread> const laid = spread(*request.frame, std::span(&points, 1), {}, request.threads);
    auto const one = laid[0].column.as<double>();
    auto const other = laid[1].column.as<double>();
    Values<double> apart(one.size());
    parallel_for(one.size(), rows_at_a_time, request.threads, [&](std::size_t first, std::size_t last, std::size_t) {
        for (std::size_t row = first; row < last; ++row) apart[row] = std::abs(one[row] - other[row]);
    });
    return {{"distance between the ideal points", "理想点之间的距离"},
            points.origin,
            points.coverage,
            {"idealpoint_distance", std::move(apart)}};
}

FeatureColumns idealpoints_columns(FeatureRequest const& request) {
    std::string const dataset = request.dataset("un-ideal-points");
    std::string const name = column_in(*request.store, dataset);
    StateColumn const point{
        name, "idealpoint", {"ideal point in the UN General Assembly", "联合国大会理想点"}, Width::Real};
    FeatureColumns result = state_years(request, dataset, StateCode::Cow, "ccode", std::span(&point, 1));
    if (request.frame->of_pairs()) result.rows.push_back(distances(result.states.front(), request));
    return result;
}

} // namespace

Feature idealpoints() {
    return {.name = "idealpoints",
            .title = {"ideal points in the UN General Assembly", "联合国大会理想点"},
            .choices = {},
            .only_pairs = false,
            .columns = idealpoints_columns};
}

} // namespace casus::data::features
