// Strategic rivalries: Thompson and Dreyer's, or Thompson, Sakuwa and Suhas's.
#include "casus/data/panel/features/features.hpp"
#include "casus/data/panel/join.hpp"

namespace casus::data::features {

namespace {

FeatureColumns rivalry_columns(FeatureRequest const& request) {
    bool const tss = request.word() == "tss";
    std::string const dataset =
        newest_with(*request.store, request.dataset(tss ? "rivalry-tss" : "rivalry-td"), "ccode1");
    auto const [origin, coverage] = imported(*request.store, dataset);
    std::string const start = tss ? "start" : "styear";
    std::string const end = tss ? "end" : "endyear";
    Table const table = request.store->read(dataset, {"ccode1", "ccode2", start, end});
    PairSeries series;
    series.name = tss ? "rivalry_tss" : "rivalry_td";
    series.label = {"1: strategic rivals in the year", "1：该年为战略竞争对手"};
    series.origin = origin;
    series.coverage = coverage;
    series.otherwise = 0.0;
    series.per_state =
        PerState{PerState::How::Count, series.name, {"strategic rivals", "战略竞争对手数"}, Width::Small};
    StateJoin join(request.frame->system(), StateCode::Cow, origin);
    auto const first = whole_in(table, "ccode1", dataset), second = whole_in(table, "ccode2", dataset),
               from = whole_in(table, start, dataset), to = whole_in(table, end, dataset);
    for (std::size_t row = 0; row < table.rows(); ++row)
        join.add_spell(series.spells, first[row], second[row], from[row], to[row], 1.0);
    FeatureColumns result;
    result.pairs.push_back(std::move(series));
    join.report(result.notes);
    return result;
}

} // namespace

Feature rivalry() {
    return {.name = "rivalry",
            .title = {"strategic rivalries", "战略竞争关系"},
            .choices = {"td", "tss"},
            .only_pairs = false,
            .columns = rivalry_columns};
}

} // namespace casus::data::features
