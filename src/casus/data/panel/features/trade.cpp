// Trade of pairs, in millions of current US dollars: flow1 is what the first imports from the second, flow2 the other
// way. The files have each pair once; where it stands the other way round the flows change places.
#include "casus/data/panel/features/features.hpp"
#include "casus/data/panel/join.hpp"

#include <algorithm>

namespace casus::data::features {

namespace {

PairSeries flow_of(std::string name, Text label, Imported const& from) {
    PairSeries series;
    series.name = std::move(name);
    series.label = std::move(label);
    series.width = Width::Real;
    series.origin = from.origin;
    series.coverage = from.coverage;
    series.direction = PairSeries::Direction::Ordered;
    series.join = PairSeries::Join::Last;
    return series;
}

/// The two columns `stem`1 and `stem`2 of the file, seen from either side.
void add_flows(std::string const& stem, Text const& imports, Text const& exports, Table const& table,
               Imported const& from, std::span<std::optional<StateJoin::Pair> const> pairs, FeatureColumns& result) {
    PairSeries one = flow_of(stem + "1", imports, from);
    PairSeries other = flow_of(stem + "2", exports, from);
    auto const inward = real_in(table, stem + "1", from.origin.dataset),
               outward = real_in(table, stem + "2", from.origin.dataset);
    auto const years = whole_in(table, "year", from.origin.dataset);
    one.spells.reserve(2 * table.rows());
    other.spells.reserve(2 * table.rows());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (!pairs[row]) continue;
        auto const [first, second] = *pairs[row];
        auto const year = static_cast<std::int16_t>(years[row]);
        one.spells.push_back({first, second, year, year, inward[row]});
        one.spells.push_back({second, first, year, year, outward[row]});
        other.spells.push_back({first, second, year, year, outward[row]});
        other.spells.push_back({second, first, year, year, inward[row]});
    }
    result.pairs.push_back(std::move(one));
    result.pairs.push_back(std::move(other));
}

FeatureColumns trade_columns(FeatureRequest const& request) {
    std::string const dataset = request.dataset("cow-trade");
    Imported const from = imported(*request.store, dataset);
    std::vector<std::string> const there = request.store->column_names(dataset);
    bool const smooth = std::ranges::find(there, "smoothflow1") != there.end();
    std::vector<std::string> names{"ccode1", "ccode2", "year", "flow1", "flow2"};
    if (smooth) names.insert(names.end(), {"smoothflow1", "smoothflow2"});
    Table const table = request.store->read(dataset, names);
    auto const first = whole_in(table, "ccode1", dataset), second = whole_in(table, "ccode2", dataset),
               year = whole_in(table, "year", dataset);
    StateJoin join(request.frame->system(), StateCode::Cow, from.origin);
    std::vector<std::optional<StateJoin::Pair>> pairs(table.rows());
    for (std::size_t row = 0; row < table.rows(); ++row) pairs[row] = join.take(first[row], second[row], year[row]);

    FeatureColumns result;
    add_flows(
        "flow",
        {"imports of the first from the second, millions of current US dollars", "前者自后者的进口，百万美元现价"},
        {"imports of the second from the first, millions of current US dollars", "后者自前者的进口，百万美元现价"},
        table, from, pairs, result);
    result.pairs[0].per_state =
        PerState{PerState::How::Sum,
                 "imports",
                 {"imports from all partners, millions of current US dollars", "自所有伙伴的进口，百万美元现价"},
                 Width::Real};
    result.pairs[1].per_state =
        PerState{PerState::How::Sum,
                 "exports",
                 {"exports to all partners, millions of current US dollars", "对所有伙伴的出口，百万美元现价"},
                 Width::Real};
    if (smooth && request.frame->of_pairs())
        add_flows("smoothflow", {"flow1, smoothed and interpolated by the data set", "flow1，经数据集平滑与插值"},
                  {"flow2, smoothed and interpolated by the data set", "flow2，经数据集平滑与插值"}, table, from, pairs,
                  result);
    join.report(result.notes);
    return result;
}

} // namespace

Feature trade() {
    return {.name = "trade",
            .title = {"trade flows", "贸易流量"},
            .choices = {},
            .only_pairs = false,
            .columns = trade_columns};
}

} // namespace casus::data::features
