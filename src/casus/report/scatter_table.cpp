#include "casus/report/scatter_table.hpp"

#include "casus/report/figures.hpp"
#include "casus/report/words.hpp"

#include <algorithm>
#include <cmath>

namespace casus::report {

std::vector<std::size_t> drawn_points(Scatter const& scatter) {
    std::vector<std::size_t> drawn;
    for (std::size_t i = 0; i < scatter.points.size(); ++i)
        if (std::isfinite(scatter.points[i].x) && std::isfinite(scatter.points[i].y)) drawn.push_back(i);
    return drawn;
}

std::vector<FrontierCorner> frontier_line(Scatter const& scatter) {
    std::vector<FrontierCorner> chosen;
    for (std::size_t const i : drawn_points(scatter))
        if (scatter.points[i].frontier) chosen.push_back({scatter.points[i].x, scatter.points[i].y});
    std::stable_sort(chosen.begin(), chosen.end(),
                     [](FrontierCorner const& a, FrontierCorner const& b) { return a.x < b.x; });
    if (!scatter.steps) return chosen;
    std::vector<FrontierCorner> line;
    for (FrontierCorner const& east : chosen) {
        if (!line.empty()) {
            FrontierCorner const west = line.back();
            line.push_back(scatter.x.less_is_better ? FrontierCorner{east.x, west.y} : FrontierCorner{west.x, east.y});
        }
        line.push_back(east);
    }
    return line;
}

Text standing(Scatter const& scatter, std::size_t point) {
    bool const frontier = scatter.points.at(point).frontier;
    bool const reference = scatter.reference == point;
    if (frontier && reference)
        return {words::on_frontier.en + ", " + words::is_reference.en,
                words::on_frontier.zh + "，" + words::is_reference.zh};
    return frontier ? words::on_frontier : reference ? words::is_reference : Text{};
}

Table scatter_table(Scatter const& scatter) {
    Table table;
    table.title = scatter.title;
    table.columns = {
        {"key", words::point}, {"x", scatter.x.meaning}, {"y", scatter.y.meaning}, {"standing", words::standing}};
    bool const remarks = std::any_of(scatter.points.begin(), scatter.points.end(),
                                     [](ScatterPoint const& point) { return !point.hint.empty(); });
    if (remarks) table.columns.push_back({"remark", words::remark});
    for (std::size_t i = 0; i < scatter.points.size(); ++i) {
        ScatterPoint const& point = scatter.points[i];
        table.rows.push_back(
            {point.label.name, Number{point.x, decimals_for(scatter.x.low, scatter.x.high), point.x_interval},
             Number{point.y, decimals_for(scatter.y.low, scatter.y.high), point.y_interval}, standing(scatter, i)});
        if (remarks) table.rows.back().emplace_back(point.hint);
    }
    return table;
}

} // namespace casus::report
