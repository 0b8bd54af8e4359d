// Labelled points over two axes in SVG, with whiskers and the frontier. Names that find no room are told by pointing.
#include "casus/report/axis.hpp"
#include "casus/report/figures.hpp"
#include "casus/report/glyphs.hpp"
#include "casus/report/label_places.hpp"
#include "casus/report/page.hpp"
#include "casus/report/scatter_table.hpp"
#include "casus/report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace casus::report {

namespace {

constexpr int scatter_left = 44;
constexpr int scatter_top = 30;
constexpr int scatter_width = 440; ///< of the plot
constexpr int scatter_height = 300;
constexpr int scatter_rim = 16;
constexpr int scatter_ticks = 5;
constexpr double mark_radius = 4.5;
constexpr double scatter_type = 12.0;

struct ScatterDrawing {
    Axis across;
    Axis up;

    [[nodiscard]] double x(double value) const { return scatter_left + across.position(value) * scatter_width; }
    [[nodiscard]] double y(double value) const { return scatter_top + (1 - up.position(value)) * scatter_height; }
};

/// "Cost (less is better) →" would not say which way: the arrow points to the better end.
std::string axis_words(Page const& page, ScatterAxis const& axis, bool judged, char const* more, char const* less) {
    std::string text = page.say(axis.meaning);
    if (!judged) return text + " " + more;
    return text + " (" + (axis.less_is_better ? less : more) + " " + page.say(words::better) + ")";
}

void set_axes(Page& page, Scatter const& scatter, ScatterDrawing const& drawing) {
    int const bottom = scatter_top + scatter_height;
    for (double const tick : drawing.up.ticks(scatter_ticks))
        page.out += fmt::format("<line class=\"grid\" x1=\"{0}\" x2=\"{1}\" y1=\"{2:.1f}\" y2=\"{2:.1f}\"/>"
                                "<text class=\"tick across\" x=\"{3}\" y=\"{4:.1f}\">{5}</text>",
                                scatter_left, scatter_left + scatter_width, drawing.y(tick), scatter_left - 6,
                                drawing.y(tick) + 4, figure(tick, drawing.up.tick_decimals(scatter_ticks)));
    for (double const tick : drawing.across.ticks(scatter_ticks))
        page.out += fmt::format("<line class=\"grid\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1}\" y2=\"{2}\"/>"
                                "<text class=\"tick\" x=\"{0:.1f}\" y=\"{3}\">{4}</text>",
                                drawing.x(tick), scatter_top, bottom + 4, bottom + 18,
                                figure(tick, drawing.across.tick_decimals(scatter_ticks)));
    bool const judged = !frontier_line(scatter).empty();
    page.out += fmt::format("<text class=\"axis\" x=\"4\" y=\"16\">{}</text>"
                            "<text class=\"axis across\" x=\"{}\" y=\"{}\">{}</text>\n",
                            axis_words(page, scatter.y, judged, "↑", "↓"), scatter_left + scatter_width, bottom + 38,
                            axis_words(page, scatter.x, judged, "→", "←"));
}

void set_frontier(Page& page, Scatter const& scatter, ScatterDrawing const& drawing) {
    std::string path;
    for (FrontierCorner const& corner : frontier_line(scatter))
        path += fmt::format("{}{:.1f} {:.1f}", path.empty() ? "M" : "L", drawing.x(corner.x), drawing.y(corner.y));
    if (!path.empty()) page.out += "<path class=\"frontier\" d=\"" + path + "\"/>\n";
}

/// Lines through the point that the others are compared with.
void set_reference(Page& page, Scatter const& scatter, ScatterDrawing const& drawing) {
    if (!scatter.reference) return;
    ScatterPoint const& point = scatter.points.at(*scatter.reference);
    if (!std::isfinite(point.x) || !std::isfinite(point.y)) return;
    page.out +=
        fmt::format("<path class=\"reference\" d=\"M{:.1f} {}V{}M{} {:.1f}H{}\"/>\n", drawing.x(point.x), scatter_top,
                    scatter_top + scatter_height, scatter_left, drawing.y(point.y), scatter_left + scatter_width);
}

std::string spoken_axis(Page const& page, ScatterAxis const& axis, double value,
                        std::optional<Interval> const& interval) {
    int const decimals = decimals_for(axis.low, axis.high);
    std::string text = "\n" + page.say(axis.meaning) + " " + figure(value, decimals);
    return interval ? text + " " + figure(*interval, decimals) : text;
}

std::string spoken_point(Page const& page, Scatter const& scatter, std::size_t at) {
    ScatterPoint const& point = scatter.points[at];
    std::string text = page.say(point.label.name) + spoken_axis(page, scatter.x, point.x, point.x_interval) +
                       spoken_axis(page, scatter.y, point.y, point.y_interval);
    if (Text const what = standing(scatter, at); !what.empty()) text += "\n" + page.say(what);
    if (!point.hint.empty()) text += "\n" + page.say(point.hint);
    return text;
}

bool known(std::optional<Interval> const& interval) {
    return interval && std::isfinite(interval->low) && std::isfinite(interval->high);
}

std::string whiskers(ScatterDrawing const& drawing, ScatterPoint const& point) {
    std::string path;
    if (known(point.x_interval))
        path += fmt::format("M{:.1f} {:.1f}H{:.1f}", drawing.x(point.x_interval->low), drawing.y(point.y),
                            drawing.x(point.x_interval->high));
    if (known(point.y_interval))
        path += fmt::format("M{:.1f} {:.1f}V{:.1f}", drawing.x(point.x), drawing.y(point.y_interval->low),
                            drawing.y(point.y_interval->high));
    return path.empty() ? path : "<path class=\"whisker\" d=\"" + path + "\"/>";
}

/// The reference point and those of the frontier are named before the others.
std::vector<std::size_t> by_rank(Scatter const& scatter) {
    std::vector<std::size_t> order = drawn_points(scatter);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        auto const rank = [&](std::size_t i) {
            return scatter.reference == i ? 0 : scatter.points[i].frontier ? 1 : 2;
        };
        return rank(a) < rank(b);
    });
    return order;
}

std::string scatter_name(Page const& page, ScatterPoint const& point) {
    return shorten(point.label.name.in(page.language), 30);
}

void set_point(Page& page, Scatter const& scatter, ScatterDrawing const& drawing, std::size_t at,
               LabelPlace const& label) {
    ScatterPoint const& point = scatter.points[at];
    std::string const kind = std::string(point.frontier ? " best" : "") + (scatter.reference == at ? " hold" : "");
    page.out += fmt::format("<g class=\"spot point{}\" role=\"img\" aria-label=\"{}\">{}<circle cx=\"{:.1f}\" "
                            "cy=\"{:.1f}\" r=\"{}\"/>",
                            kind, spoken_point(page, scatter, at), whiskers(drawing, point), drawing.x(point.x),
                            drawing.y(point.y), scatter.reference == at ? mark_radius + 1.5 : mark_radius);
    if (label.clear)
        page.out += fmt::format("<text text-anchor=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>", text_anchor(label),
                                label.x, label.y, escape(scatter_name(page, point)));
    page.out += "</g>\n";
}

/// What names had better not hide: the frontier and the whiskers.
std::vector<PictureLine> scatter_lines(Scatter const& scatter, ScatterDrawing const& drawing) {
    std::vector<PictureLine> lines;
    auto const put = [&](double x1, double y1, double x2, double y2) {
        lines.push_back({drawing.x(x1), drawing.y(y1), drawing.x(x2), drawing.y(y2)});
    };
    std::vector<FrontierCorner> const frontier = frontier_line(scatter);
    for (std::size_t k = 1; k < frontier.size(); ++k)
        put(frontier[k - 1].x, frontier[k - 1].y, frontier[k].x, frontier[k].y);
    for (std::size_t const i : drawn_points(scatter)) {
        ScatterPoint const& point = scatter.points[i];
        if (known(point.x_interval)) put(point.x_interval->low, point.y, point.x_interval->high, point.y);
        if (known(point.y_interval)) put(point.x, point.y_interval->low, point.x, point.y_interval->high);
    }
    return lines;
}

void set_points(Page& page, Scatter const& scatter, ScatterDrawing const& drawing) {
    std::vector<std::size_t> const order = by_rank(scatter);
    std::vector<NamedMark> marks;
    for (std::size_t const i : order)
        marks.push_back({drawing.x(scatter.points[i].x), drawing.y(scatter.points[i].y), mark_radius + 1,
                         pixels(scatter_name(page, scatter.points[i]), scatter_type)});
    std::vector<LabelPlace> const labels =
        label_places(marks, {scatter_left + scatter_width + scatter_rim, scatter_top + scatter_height, scatter_type,
                             scatter_lines(scatter, drawing)});
    for (std::size_t k = order.size(); k-- > 0;) set_point(page, scatter, drawing, order[k], labels[k]);
}

void set_scatter_legend(Page& page, Scatter const& scatter) {
    page.out += "<p class=\"legend\">";
    if (!frontier_line(scatter).empty())
        page.out += "<span><svg width=\"30\" height=\"12\" viewBox=\"0 0 30 12\" aria-hidden=\"true\"><path "
                    "class=\"frontier\" d=\"M2 6H28\"/><g class=\"point best\"><circle cx=\"15\" cy=\"6\" "
                    "r=\"4.5\"/></g></svg>" +
                    page.say(words::frontier) + "</span> ";
    if (scatter.reference)
        page.out += "<span><svg width=\"30\" height=\"12\" viewBox=\"0 0 30 12\" aria-hidden=\"true\"><path "
                    "class=\"reference\" d=\"M2 6H28\"/><g class=\"point hold\"><circle cx=\"15\" cy=\"6\" "
                    "r=\"4.5\"/></g></svg>" +
                    page.say(words::is_reference) + "</span> ";
    page.out += "</p>\n<p class=\"tools\" hidden>" + page.say(words::scatter_hint) + "</p>\n";
}

} // namespace

void set(Page& page, Scatter const& scatter) {
    open_shape(page, "scatter", scatter.id, scatter.title, scatter.note);
    int const width = scatter_left + scatter_width + scatter_rim;
    int const height = scatter_top + scatter_height + 46;
    ScatterDrawing const drawing{{scatter.x.low, scatter.x.high}, {scatter.y.low, scatter.y.high}};
    set_scatter_legend(page, scatter);
    page.out += fmt::format("<svg class=\"spots scatter\" viewBox=\"0 0 {} {}\" role=\"group\" aria-label=\"{}\">\n",
                            width, height, page.say(scatter.title));
    set_axes(page, scatter, drawing);
    set_reference(page, scatter, drawing);
    set_frontier(page, scatter, drawing);
    set_points(page, scatter, drawing);
    page.out += "</svg>\n";
    set_as_table(page, scatter_table(scatter));
    page.out += "</section>\n";
}

} // namespace casus::report
