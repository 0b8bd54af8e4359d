#include "casus/report/json.hpp"

#include <cmath>

namespace casus::report {

using nlohmann::ordered_json;

namespace {

ordered_json json_number(double value) { return std::isfinite(value) ? ordered_json(value) : ordered_json(nullptr); }

ordered_json hashed_json(HashedFile const& file) { return {{"name", file.name}, {"sha256", file.sha256}}; }

ordered_json begin(char const* shape, std::string const& id, Text const& title) {
    return {{"shape", shape}, {"id", id}, {"title", text_json(title)}};
}

ordered_json labels_json(std::vector<Label> const& labels) {
    ordered_json list = ordered_json::array();
    for (Label const& label : labels) list.push_back({{"key", label.key}, {"name", text_json(label.name)}});
    return list;
}

ordered_json groups_json(std::vector<RowGroup> const& groups) {
    ordered_json list = ordered_json::array();
    for (RowGroup const& group : groups) list.push_back({{"first", group.first}, {"head", text_json(group.head)}});
    return list;
}

ordered_json scale_json(double low, double high, Text const& low_meaning, Text const& high_meaning) {
    return {{"low", json_number(low)},
            {"high", json_number(high)},
            {"low_meaning", text_json(low_meaning)},
            {"high_meaning", text_json(high_meaning)}};
}

void put_interval(ordered_json& json, Interval const& interval) {
    json["low"] = json_number(interval.low);
    json["high"] = json_number(interval.high);
}

ordered_json json_of(Notes const& notes) {
    ordered_json json = begin("notes", notes.id, notes.title);
    json["items"] = ordered_json::array();
    for (Text const& item : notes.items) json["items"].push_back(text_json(item));
    return json;
}

ordered_json cell_json(Matrix const& matrix, std::size_t at) {
    ordered_json cell{{"row", matrix.rows.at(at / matrix.columns.size()).key},
                      {"column", matrix.columns.at(at % matrix.columns.size()).key},
                      {"value", json_number(matrix.values[at])}};
    if (!matrix.intervals.empty()) put_interval(cell, matrix.intervals.at(at));
    if (!matrix.marks.empty()) cell["mark"] = matrix.marks.at(at);
    if (!matrix.links.empty()) cell["ledger"] = matrix.links.at(at);
    return cell;
}

ordered_json json_of(Matrix const& matrix) {
    ordered_json json = begin("matrix", matrix.id, matrix.title);
    json["note"] = text_json(matrix.note);
    json["scale"] = scale_json(matrix.low, matrix.high, matrix.low_meaning, matrix.high_meaning);
    json["legend"] = ordered_json::array();
    for (auto const& [mark, meaning] : matrix.legend)
        json["legend"].push_back({{"mark", mark}, {"meaning", text_json(meaning)}});
    json["rows"] = labels_json(matrix.rows);
    json["columns"] = labels_json(matrix.columns);
    json["groups"] = groups_json(matrix.groups);
    json["cells"] = ordered_json::array();
    for (std::size_t at = 0; at < matrix.values.size(); ++at) json["cells"].push_back(cell_json(matrix, at));
    return json;
}

ordered_json json_of(Bars const& bars) {
    ordered_json json = begin("bars", bars.id, bars.title);
    json["note"] = text_json(bars.note);
    json["scale"] = {{"low", json_number(bars.low)}, {"high", json_number(bars.high)}};
    json["groups"] = groups_json(bars.groups);
    json["bars"] = ordered_json::array();
    for (std::size_t i = 0; i < bars.values.size(); ++i) {
        ordered_json bar{{"key", bars.labels.at(i).key},
                         {"name", text_json(bars.labels[i].name)},
                         {"value", json_number(bars.values[i])}};
        if (!bars.intervals.empty()) put_interval(bar, bars.intervals.at(i));
        json["bars"].push_back(std::move(bar));
    }
    return json;
}

ordered_json curve_json(Curve const& curve) {
    ordered_json json{{"key", curve.label.key}, {"name", text_json(curve.label.name)}, {"steps", curve.steps}};
    json["points"] = ordered_json::array();
    for (std::size_t i = 0; i < curve.x.size(); ++i) {
        ordered_json point{{"x", json_number(curve.x[i])}, {"y", json_number(curve.y.at(i))}};
        if (!curve.bands.empty()) put_interval(point, curve.bands.at(i));
        json["points"].push_back(std::move(point));
    }
    return json;
}

ordered_json json_of(Curves const& curves) {
    ordered_json json = begin("curves", curves.id, curves.title);
    json["note"] = text_json(curves.note);
    json["x"] = {{"low", json_number(curves.x_low)},
                 {"high", json_number(curves.x_high)},
                 {"meaning", text_json(curves.x_meaning)}};
    json["y"] = {
        {"low", json_number(curves.low)}, {"high", json_number(curves.high)}, {"meaning", text_json(curves.y_meaning)}};
    json["panels"] = ordered_json::array();
    for (CurvePanel const& panel : curves.panels) {
        ordered_json one{{"key", panel.label.key}, {"name", text_json(panel.label.name)}};
        one["curves"] = ordered_json::array();
        for (Curve const& curve : panel.curves) one["curves"].push_back(curve_json(curve));
        json["panels"].push_back(std::move(one));
    }
    return json;
}

ordered_json node_json(Network const& network, NetworkNode const& node) {
    return {
        {"key", node.label.key},    {"name", text_json(node.label.name)}, {"group", network.groups.at(node.group).key},
        {"x", json_number(node.x)}, {"y", json_number(node.y)},           {"size", json_number(node.size)}};
}

ordered_json network_panel_json(Network const& network, NetworkPanel const& panel) {
    ordered_json json{{"key", panel.label.key}, {"name", text_json(panel.label.name)}};
    json["edges"] = ordered_json::array();
    for (NetworkEdge const& edge : panel.edges)
        json["edges"].push_back({{"from", network.nodes.at(edge.from).label.key},
                                 {"to", network.nodes.at(edge.to).label.key},
                                 {"kind", network.kinds.at(edge.kind).key},
                                 {"weight", json_number(edge.weight)},
                                 {"added", edge.added}});
    if (panel.values.empty()) return json;
    json["values"] = ordered_json::object();
    for (std::size_t i = 0; i < network.nodes.size(); ++i)
        json["values"][network.nodes[i].label.key] = json_number(panel.values.at(i));
    return json;
}

ordered_json json_of(Network const& network) {
    ordered_json json = begin("network", network.id, network.title);
    json["note"] = text_json(network.note);
    json["groups"] = labels_json(network.groups);
    json["kinds"] = labels_json(network.kinds);
    json["size_meaning"] = text_json(network.size_meaning);
    json["weight_meaning"] = text_json(network.weight_meaning);
    json["value_meaning"] = text_json(network.value_meaning);
    json["scale"] = scale_json(network.low, network.high, network.low_meaning, network.high_meaning);
    json["nodes"] = ordered_json::array();
    for (NetworkNode const& node : network.nodes) json["nodes"].push_back(node_json(network, node));
    json["panels"] = ordered_json::array();
    for (NetworkPanel const& panel : network.panels) json["panels"].push_back(network_panel_json(network, panel));
    return json;
}

ordered_json axis_json(ScatterAxis const& axis) {
    return {{"low", json_number(axis.low)},
            {"high", json_number(axis.high)},
            {"meaning", text_json(axis.meaning)},
            {"less_is_better", axis.less_is_better}};
}

void put_interval(ordered_json& json, std::string const& axis, std::optional<Interval> const& interval) {
    if (!interval) return;
    json[axis + "_low"] = json_number(interval->low);
    json[axis + "_high"] = json_number(interval->high);
}

ordered_json json_of(Scatter const& scatter) {
    ordered_json json = begin("scatter", scatter.id, scatter.title);
    json["note"] = text_json(scatter.note);
    json["x"] = axis_json(scatter.x);
    json["y"] = axis_json(scatter.y);
    json["reference"] = scatter.reference ? ordered_json(scatter.points.at(*scatter.reference).label.key) : nullptr;
    json["points"] = ordered_json::array();
    for (ScatterPoint const& point : scatter.points) {
        ordered_json one{{"key", point.label.key}, {"name", text_json(point.label.name)}, {"x", json_number(point.x)}};
        put_interval(one, "x", point.x_interval);
        one["y"] = json_number(point.y);
        put_interval(one, "y", point.y_interval);
        one["frontier"] = point.frontier;
        one["hint"] = text_json(point.hint);
        json["points"].push_back(std::move(one));
    }
    return json;
}

ordered_json entry_json(Entry const& entry) {
    if (auto const* text = std::get_if<Text>(&entry)) return text_json(*text);
    auto const* given = std::get_if<Number>(&entry);
    if (!given) return nullptr;
    if (!given->interval) return json_number(given->value);
    ordered_json json{{"value", json_number(given->value)}};
    put_interval(json, *given->interval);
    return json;
}

ordered_json json_of(Table const& table) {
    ordered_json json = begin("table", table.id, table.title);
    json["note"] = text_json(table.note);
    json["columns"] = ordered_json::array();
    for (Column const& column : table.columns)
        json["columns"].push_back({{"key", column.key}, {"head", text_json(column.head)}});
    json["rows"] = ordered_json::array();
    for (auto const& row : table.rows) {
        ordered_json one = ordered_json::object();
        for (std::size_t j = 0; j < table.columns.size(); ++j) one[table.columns[j].key] = entry_json(row.at(j));
        json["rows"].push_back(std::move(one));
    }
    return json;
}

ordered_json json_of(Ledger const& ledger) {
    ordered_json json = begin("ledger", ledger.id, ledger.title);
    json["summary"] = text_json(ledger.summary);
    json["lines"] = ordered_json::array();
    for (LedgerLine const& line : ledger.lines)
        json["lines"].push_back({{"level", line.level},
                                 {"key", line.key},
                                 {"term", text_json(line.term)},
                                 {"value", line.value ? json_number(*line.value) : ordered_json(nullptr)},
                                 {"how", text_json(line.how)},
                                 {"source", text_json(line.source)}});
    return json;
}

} // namespace

ordered_json manifest_json(Manifest const& manifest, bool reproducible) {
    ordered_json json{{"program",
                       {{"name", "casus"},
                        {"version", manifest.program_version},
                        {"commit", manifest.git_commit},
                        {"compiler", manifest.compiler}}},
                      {"verb", manifest.verb}};
    json["case"] = ordered_json::array();
    for (HashedFile const& file : manifest.case_files) json["case"].push_back(hashed_json(file));
    json["parameters"] = {
        {"set", manifest.parameter_set}, {"name", manifest.parameters.name}, {"sha256", manifest.parameters.sha256}};
    if (manifest.draws > 0) {
        json["seed"] = manifest.seed;
        json["draws"] = manifest.draws;
    }
    if (reproducible) return json;
    json["run"] = ordered_json::object();
    for (auto const& [key, value] : manifest.run) json["run"][key] = value;
    return json;
}

ordered_json text_json(Text const& text) { return {{"en", text.en}, {"zh", text.zh}}; }

ordered_json shape_json(Shape const& shape) {
    return std::visit([](auto const& one) { return json_of(one); }, shape);
}

std::string dump(ordered_json const& json) {
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

} // namespace casus::report
