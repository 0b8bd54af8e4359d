#include "casus/fit/measured_document.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace casus::fit {

namespace {

using nlohmann::ordered_json;

ordered_json number(double value) { return std::isfinite(value) ? ordered_json(value) : ordered_json(nullptr); }

ordered_json text_of(Text const& text) { return {{"en", text.en}, {"zh", text.zh}}; }

ordered_json label_of(Label const& label) { return {{"key", label.key}, {"name", text_of(label.name)}}; }

ordered_json labels_of(std::vector<Label> const& labels) {
    ordered_json list = ordered_json::array();
    for (Label const& label : labels) list.push_back(label_of(label));
    return list;
}

ordered_json trend_of(measure::Trend const& trend) {
    return {{"slope", number(trend.slope)}, {"low", number(trend.interval.low)}, {"high", number(trend.interval.high)}};
}

ordered_json cells_of(Measured const& measured) {
    ordered_json list = ordered_json::array();
    for (DeviationCell const& cell : measured.cells)
        list.push_back({{"ally", measured.allies[cell.ally].key},
                        {"issue", measured.issues[cell.issue].key},
                        {"year", cell.year},
                        {"votes", cell.votes},
                        {"deviation", cell.deviation},
                        {"low", cell.interval.low},
                        {"high", cell.interval.high},
                        {"adjusted", cell.adjusted}});
    return list;
}

ordered_json isolation_of(Measured const& measured) {
    ordered_json list = ordered_json::array();
    for (IsolationCell const& cell : measured.isolation)
        list.push_back({{"issue", measured.issues[cell.issue].key},
                        {"year", cell.year},
                        {"roll_calls", cell.roll_calls},
                        {"deviation", cell.deviation},
                        {"alone", cell.alone}});
    return list;
}

ordered_json positions_of(Measured const& measured) {
    ordered_json list = ordered_json::array();
    for (PositionCell const& cell : measured.positions)
        list.push_back({{"ally", measured.allies[cell.ally].key}, {"year", cell.year}, {"distance", cell.distance}});
    return list;
}

ordered_json summaries_of(Measured const& measured) {
    ordered_json list = ordered_json::array();
    for (AllySummary const& each : measured.summaries)
        list.push_back({{"ally", measured.allies[each.ally].key},
                        {"first_year", each.first_year},
                        {"last_year", each.last_year},
                        {"votes", each.votes},
                        {"deviation", each.deviation},
                        {"alienation", number(each.alienation)},
                        {"dispersion", number(each.dispersion)},
                        {"adjusted_dispersion", number(each.adjusted_dispersion)},
                        {"trend", trend_of(each.trend)},
                        {"own_trend", trend_of(each.own_trend)}});
    return list;
}

} // namespace

ordered_json document(Measured const& measured) {
    ordered_json json{{"leader", label_of(measured.leader)},  {"issues", labels_of(measured.issues)},
                      {"allies", labels_of(measured.allies)}, {"cells", cells_of(measured)},
                      {"isolation", isolation_of(measured)},  {"positions", positions_of(measured)},
                      {"summaries", summaries_of(measured)},  {"settled", measured.settled}};
    json["sources"] = ordered_json::array();
    for (data::Provenance const& source : measured.sources)
        json["sources"].push_back({{"dataset", source.dataset},
                                   {"version", source.version},
                                   {"file", source.file},
                                   {"sha256", source.sha256}});
    json["notes"] = ordered_json::array();
    for (Text const& note : measured.notes) json["notes"].push_back(text_of(note));
    return json;
}

} // namespace casus::fit
