// Defence cooperation agreements in force, from the year of signature to the estimated last year.
#include "casus/data/panel/features/features.hpp"
#include "casus/data/panel/join.hpp"

#include <algorithm>

namespace casus::data::features {

namespace {

FeatureColumns dca_columns(FeatureRequest const& request) {
    std::string const dataset = request.dataset("dcad");
    auto const [origin, coverage] = imported(*request.store, dataset);
    Table const table = request.store->read(dataset, {"ccode1", "ccode2", "signyear", "endyearestimate"});
    PairSeries series;
    series.name = "dcas";
    series.label = {"defence cooperation agreements in force, signed since 1980",
                    "1980 年以来签署、仍有效的防务合作协定数"};
    series.origin = origin;
    series.coverage = coverage;
    series.otherwise = 0.0;
    series.join = PairSeries::Join::Sum;
    series.per_state = PerState{PerState::How::Count,
                                "dca_partners",
                                {"partners of defence cooperation agreements in force", "有有效防务合作协定的伙伴数"},
                                Width::Small};
    StateJoin join(request.frame->system(), StateCode::Cow, origin);
    auto const first = whole_in(table, "ccode1", dataset), second = whole_in(table, "ccode2", dataset),
               from = whole_in(table, "signyear", dataset), to = whole_in(table, "endyearestimate", dataset);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        int const last = to[row] == missing<std::int32_t> ? coverage.last_year : std::max(to[row], from[row]);
        join.add_spell(series.spells, first[row], second[row], from[row], last, 1.0);
    }
    FeatureColumns result;
    result.pairs.push_back(std::move(series));
    join.report(result.notes);
    return result;
}

} // namespace

Feature dca() {
    return {.name = "dca",
            .title = {"defence cooperation agreements", "防务合作协定"},
            .choices = {},
            .only_pairs = false,
            .columns = dca_columns};
}

} // namespace casus::data::features
