#include "casus/data/panel/panel.hpp"

#include "casus/data/panel/per_state.hpp"
#include "casus/data/panel/spread.hpp"

#include <algorithm>
#include <cassert>

namespace casus::data {

namespace {

Origin origin_of(StateSystem const& system) {
    if (!system.provenance()) return {};
    return {system.provenance()->dataset, system.provenance()->version};
}

void add_keys(Panel& panel, Frame const& frame, std::size_t threads) {
    Origin const origin = origin_of(frame.system());
    bool const cow = panel.system == System::Cow;
    for (Column& key : frame.keys(threads)) {
        Text const code = cow ? Text{"COW number of the state", "国家的 COW 编号"}
                              : Text{"Gleditsch–Ward number of the state", "国家的 Gleditsch–Ward 编号"};
        Text const label = key.name == "year"        ? Text{"year", "年份"}
                           : key.name.ends_with('1') ? Text{code.en + ", first", "前者：" + code.zh}
                           : key.name.ends_with('2') ? Text{code.en + ", second", "后者：" + code.zh}
                                                     : code;
        panel.columns.push_back({key.name, label, origin, {frame.first_year(), frame.last_year()}, 0});
        panel.table.columns.push_back(std::move(key));
    }
}

/// In panels of single states, what pairs come to for each.
void turn_to_states(FeatureColumns& columns, Frame const& frame, std::size_t threads) {
    for (PairSeries const& series : columns.pairs)
        if (series.per_state) columns.states.push_back(per_state(series, frame, threads));
    columns.pairs.clear();
}

void add_spread(Panel& panel, Spread&& laid, Text label, Origin const& origin, Coverage coverage) {
    panel.columns.push_back({laid.column.name, std::move(label), origin, coverage, laid.missing});
    panel.table.columns.push_back(std::move(laid.column));
}

void add_columns(Panel& panel, FeatureColumns&& given, Frame const& frame, std::size_t threads) {
    if (!frame.of_pairs()) turn_to_states(given, frame, threads);
    std::vector<Spread> laid = spread(frame, given.states, given.pairs, threads);
    std::size_t next = 0;
    for (StateSeries const& series : given.states)
        for (int side = frame.of_pairs() ? 1 : 0; side <= (frame.of_pairs() ? 2 : 0); ++side) {
            Text label = series.label;
            if (side == 1) label = {label.en + " (first)", label.zh + "（前者）"};
            if (side == 2) label = {label.en + " (second)", label.zh + "（后者）"};
            add_spread(panel, std::move(laid[next++]), std::move(label), series.origin, series.coverage);
        }
    for (PairSeries const& series : given.pairs)
        add_spread(panel, std::move(laid[next++]), series.label, series.origin, series.coverage);
    for (RowSeries& series : given.rows) {
        std::size_t const count = count_missing(series.column);
        assert(series.column.rows() == frame.rows());
        add_spread(panel, {std::move(series.column), count}, series.label, series.origin, series.coverage);
    }
    keep_notes(panel, std::move(given));
}

} // namespace

void keep_notes(Panel& panel, FeatureColumns&& given) {
    std::ranges::move(given.notes, std::back_inserter(panel.notes));
    std::ranges::move(given.also, std::back_inserter(panel.also));
}

Panel build_panel(Store const& store, PanelRequest const& request, Progress* progress) {
    assert(request.unit != Unit::AllianceYear);
    std::vector<AskedFeature> const asked = asked_features(request);
    StateSystem const system(store, request.system);
    Panel panel{.unit = request.unit,
                .system = request.system,
                .first_year = 0,
                .last_year = 0,
                .table = {},
                .columns = {},
                .notes = {},
                .also = {},
                .sources = {}};
    Coverage const years =
        years_asked(request, {system.first_year(), system.last_year()}, origin_of(system), panel.notes);
    panel.first_year = years.first_year;
    panel.last_year = years.last_year;
    Frame const frame(system, request.unit, years.first_year, years.last_year);
    add_keys(panel, frame, request.threads);
    for (AskedFeature const& each : asked) {
        FeatureColumns columns = each.feature->columns(
            {.store = &store, .frame = &frame, .choice = each.choice, .threads = request.threads});
        add_columns(panel, std::move(columns), frame, request.threads);
        if (progress) progress->advance(1);
    }
    panel.sources = sources_of(panel, store);
    return panel;
}

} // namespace casus::data
