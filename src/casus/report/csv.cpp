#include "casus/report/csv.hpp"

#include "casus/base/csv.hpp"
#include "casus/base/error.hpp"
#include "casus/base/file.hpp"
#include "casus/report/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <system_error>

namespace casus::report {

namespace {

std::string csv_number(double value) { return std::isfinite(value) ? fmt::format("{}", value) : "NA"; }

std::string low_high(Interval const& interval) {
    return fmt::format(",{},{}", csv_number(interval.low), csv_number(interval.high));
}

std::optional<std::string> csv_of(Notes const&) { return std::nullopt; }
std::optional<std::string> csv_of(Ledger const&) { return std::nullopt; }

std::optional<std::string> csv_of(Matrix const& matrix) {
    std::string content = "row,column,value";
    if (!matrix.intervals.empty()) content += ",low,high";
    if (!matrix.marks.empty()) content += ",mark";
    content += '\n';
    std::size_t const width = matrix.columns.size();
    for (std::size_t at = 0; at < matrix.values.size(); ++at) {
        content += fmt::format("{},{},{}", csv_field(matrix.rows.at(at / width).key),
                               csv_field(matrix.columns.at(at % width).key), csv_number(matrix.values[at]));
        if (!matrix.intervals.empty()) content += low_high(matrix.intervals.at(at));
        if (!matrix.marks.empty()) content += fmt::format(",{}", csv_field(matrix.marks.at(at)));
        content += '\n';
    }
    return content;
}

std::optional<std::string> csv_of(Bars const& bars) {
    std::string content = bars.intervals.empty() ? "key,value\n" : "key,value,low,high\n";
    for (std::size_t i = 0; i < bars.values.size(); ++i) {
        content += csv_field(bars.labels.at(i).key) + "," + csv_number(bars.values[i]);
        if (!bars.intervals.empty()) content += low_high(bars.intervals.at(i));
        content += '\n';
    }
    return content;
}

bool holds_bands(Curves const& curves) {
    for (CurvePanel const& panel : curves.panels)
        for (Curve const& curve : panel.curves)
            if (!curve.bands.empty()) return true;
    return false;
}

std::optional<std::string> csv_of(Curves const& curves) {
    bool const bands = holds_bands(curves);
    std::string content = bands ? "panel,curve,x,value,low,high\n" : "panel,curve,x,value\n";
    for (CurvePanel const& panel : curves.panels)
        for (Curve const& curve : panel.curves)
            for (std::size_t i = 0; i < curve.x.size(); ++i) {
                content += fmt::format("{},{},{},{}", csv_field(panel.label.key), csv_field(curve.label.key),
                                       csv_number(curve.x[i]), csv_number(curve.y.at(i)));
                if (bands) content += curve.bands.empty() ? ",NA,NA" : low_high(curve.bands.at(i));
                content += '\n';
            }
    return content;
}

std::optional<std::string> csv_of(Network const& network) {
    std::string content = "from,to,kind,weight,panel,added\n";
    for (NetworkPanel const& panel : network.panels)
        for (NetworkEdge const& edge : panel.edges)
            content +=
                fmt::format("{},{},{},{},{},{}\n", csv_field(network.nodes.at(edge.from).label.key),
                            csv_field(network.nodes.at(edge.to).label.key), csv_field(network.kinds.at(edge.kind).key),
                            csv_number(edge.weight), csv_field(panel.label.key), edge.added ? 1 : 0);
    return content;
}

std::string low_high(std::optional<Interval> const& interval) { return interval ? low_high(*interval) : ",NA,NA"; }

std::optional<std::string> csv_of(Scatter const& scatter) {
    auto const& points = scatter.points;
    bool const across = std::any_of(points.begin(), points.end(), [](auto const& point) { return point.x_interval; });
    bool const up = std::any_of(points.begin(), points.end(), [](auto const& point) { return point.y_interval; });
    std::string content =
        fmt::format("key,x{},y{},frontier,reference\n", across ? ",x_low,x_high" : "", up ? ",y_low,y_high" : "");
    for (std::size_t i = 0; i < points.size(); ++i)
        content += fmt::format("{},{}{},{}{},{},{}\n", csv_field(points[i].label.key), csv_number(points[i].x),
                               across ? low_high(points[i].x_interval) : "", csv_number(points[i].y),
                               up ? low_high(points[i].y_interval) : "", points[i].frontier ? 1 : 0,
                               scatter.reference == i ? 1 : 0);
    return content;
}

bool holds_intervals(Table const& table, std::size_t column) {
    return std::any_of(table.rows.begin(), table.rows.end(), [column](std::vector<Entry> const& row) {
        auto const* given = std::get_if<Number>(&row.at(column));
        return given && given->interval;
    });
}

std::string entry_field(Entry const& entry, bool with_interval) {
    if (auto const* text = std::get_if<Text>(&entry))
        return csv_field(text->in(Language::English)) + (with_interval ? ",NA,NA" : "");
    auto const* given = std::get_if<Number>(&entry);
    std::string field = given ? csv_number(given->value) : "NA";
    if (with_interval) field += given && given->interval ? low_high(*given->interval) : ",NA,NA";
    return field;
}

std::optional<std::string> csv_of(Table const& table) {
    std::string content;
    std::vector<bool> intervals;
    for (std::size_t j = 0; j < table.columns.size(); ++j) {
        std::string const& key = table.columns[j].key;
        intervals.push_back(holds_intervals(table, j));
        if (j > 0) content += ',';
        content += csv_field(key);
        if (intervals[j]) content += fmt::format(",{},{}", csv_field(key + "_low"), csv_field(key + "_high"));
    }
    content += '\n';
    for (auto const& row : table.rows) {
        for (std::size_t j = 0; j < table.columns.size(); ++j) {
            if (j > 0) content += ',';
            content += entry_field(row.at(j), intervals[j]);
        }
        content += '\n';
    }
    return content;
}

std::string file_name(std::string id, char const* ending) {
    std::replace(id.begin(), id.end(), '/', '-');
    return id + ending;
}

void make_folder(std::filesystem::path const& folder) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (!failure) return;
    Text const why = reason_of(failure.value());
    throw Error(Problem{{folder.string(), 0, 0},
                        {"the folder cannot be made (" + why.en + ")", "无法建立文件夹（" + why.zh + "）"}});
}

} // namespace

std::optional<std::string> csv(Shape const& shape) {
    return std::visit([](auto const& one) { return csv_of(one); }, shape);
}

std::string nodes_csv(Network const& network) {
    std::string content = "node,name,group,x,y,size";
    for (NetworkPanel const& panel : network.panels)
        if (!panel.values.empty()) content += "," + csv_field("value_" + panel.label.key);
    content += '\n';
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        NetworkNode const& node = network.nodes[i];
        content += fmt::format("{},{},{},{},{},{}", csv_field(node.label.key), csv_field(node.label.name.en),
                               csv_field(network.groups.at(node.group).key), csv_number(node.x), csv_number(node.y),
                               csv_number(node.size));
        for (NetworkPanel const& panel : network.panels)
            if (!panel.values.empty()) content += "," + csv_number(panel.values.at(i));
        content += '\n';
    }
    return content;
}

void write_csv(Report const& report, std::filesystem::path const& folder) {
    make_folder(folder);
    for (Chapter const& chapter : report.chapters)
        for (Shape const& shape : chapter.shapes)
            if (auto const content = csv(shape)) {
                std::string const& id = std::visit([](auto const& one) -> std::string const& { return one.id; }, shape);
                write_file(folder / file_name(id, ".csv"), *content);
                if (auto const* network = std::get_if<Network>(&shape))
                    write_file(folder / file_name(id, "-nodes.csv"), nodes_csv(*network));
            }
    write_file(folder / "manifest.json", dump(manifest_json(report.manifest, report.manifest.run.empty())));
}

} // namespace casus::report
