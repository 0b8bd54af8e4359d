// Major powers.
#include "casus/data/panel/features/features.hpp"
#include "casus/data/panel/features/major_powers.hpp"
#include "casus/data/panel/join.hpp"

#include <algorithm>

namespace casus::data::features {

MajorPowers major_powers(FeatureRequest const& request, std::string const& dataset) {
    auto const [origin, coverage] = imported(*request.store, dataset);
    Table const table = request.store->read(dataset, {"ccode", "styear", "endyear"});
    StateSystem const& system = request.frame->system();
    StateJoin join(system, StateCode::Cow, origin);
    StateSeries series{.name = "major",
                       .label = {"1: a major power on a day of the year", "1：该年中有一天是大国"},
                       .width = Width::Flag,
                       .origin = origin,
                       .coverage = coverage,
                       .otherwise = 0.0,
                       .values = {}};
    series.values.assign(system.size() * series.years(), missing<double>);
    auto const number = whole_in(table, "ccode", dataset), start = whole_in(table, "styear", dataset),
               end = whole_in(table, "endyear", dataset);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        join.count_spell(number[row], start[row], end[row]);
        for (int year = std::max(start[row], coverage.first_year); year <= std::min(end[row], coverage.last_year);
             ++year)
            if (auto const state = join.find(number[row], year))
                series.values[*state * series.years() + static_cast<std::size_t>(year - coverage.first_year)] = 1.0;
    }
    MajorPowers result{std::move(series), {}};
    join.report(result.notes);
    return result;
}

namespace {

FeatureColumns majors_columns(FeatureRequest const& request) {
    MajorPowers found = major_powers(request, request.dataset("cow-majors"));
    FeatureColumns result;
    result.states.push_back(std::move(found.series));
    result.notes = std::move(found.notes);
    return result;
}

} // namespace

Feature majors() {
    return {.name = "majors",
            .title = {"major powers", "大国"},
            .choices = {},
            .only_pairs = false,
            .columns = majors_columns};
}

} // namespace casus::data::features
