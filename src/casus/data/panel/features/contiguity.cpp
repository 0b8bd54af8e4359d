// Direct contiguity, by land or across water: 1 to 5, 0 where the two are not contiguous. In a year in which one kind
// became another the closer one counts.
#include "casus/data/panel/features/features.hpp"
#include "casus/data/panel/join.hpp"

namespace casus::data::features {

namespace {

FeatureColumns contiguity_columns(FeatureRequest const& request) {
    std::string const dataset = request.dataset("contiguity");
    auto const [origin, coverage] = imported(*request.store, dataset);
    Table const table = request.store->read(dataset, {"statelno", "statehno", "conttype", "begin", "end"});
    PairSeries series{
        .name = "conttype",
        .label = {"contiguity: 1 by land or river, 2 to 5 across up to 12, 24, 150, 400 miles of water, 0 none",
                  "相邻关系：1 为陆地或河流相邻，2 至 5 为隔水不超过 12、24、150、400 英里，0 为不相邻"},
        .width = Width::Flag,
        .origin = origin,
        .coverage = coverage,
        .otherwise = 0.0,
        .direction = PairSeries::Direction::None,
        .join = PairSeries::Join::Min};
    series.per_state = PerState{.how = PerState::How::Count,
                                .name = "contiguous",
                                .label = {"states contiguous by land or water", "陆地或隔水相邻的国家数"},
                                .width = Width::Small};
    StateJoin join(request.frame->system(), StateCode::Cow, origin);
    auto const low = whole_in(table, "statelno", dataset), high = whole_in(table, "statehno", dataset),
               begin = whole_in(table, "begin", dataset), end = whole_in(table, "end", dataset);
    auto const kind = real_in(table, "conttype", dataset);
    for (std::size_t row = 0; row < table.rows(); ++row) // 192001 is January 1920
        join.add_spell(series.spells, low[row], high[row], begin[row] / 100, end[row] / 100, kind[row]);
    FeatureColumns result;
    result.pairs.push_back(std::move(series));
    join.report(result.notes);
    return result;
}

} // namespace

Feature contiguity() {
    return {.name = "contiguity",
            .title = {"direct contiguity by land or water", "陆地或隔水相邻"},
            .choices = {},
            .only_pairs = false,
            .columns = contiguity_columns};
}

} // namespace casus::data::features
