// Bars with whiskers on a common axis, in SVG; the figures stand beside them.
#include "casus/report/axis.hpp"
#include "casus/report/figures.hpp"
#include "casus/report/glyphs.hpp"
#include "casus/report/page.hpp"
#include "casus/report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace casus::report {

namespace {

constexpr int row_height = 24;
constexpr int group_height = 30;
constexpr int head_height = 26;
constexpr int plot_width = 480;
constexpr int figures_width = 200;
constexpr int wanted_ticks = 6;

struct Geometry {
    Axis axis;
    int label = 0;
    int decimals = 2;
    int bottom = 0; ///< of the last row

    [[nodiscard]] double x(double value) const { return label + axis.position(value) * plot_width; }
};

Geometry measure(Page const& page, Bars const& bars) {
    Geometry geometry{{bars.low, bars.high}};
    double label = 60;
    for (Label const& one : bars.labels) label = std::max(label, pixels(one.name.in(page.language), 14));
    geometry.label = static_cast<int>(std::min(label, 230.0)) + 18;
    geometry.decimals = decimals_for(bars.low, bars.high);
    geometry.bottom = head_height + row_height * static_cast<int>(bars.labels.size()) +
                      group_height * static_cast<int>(bars.groups.size());
    return geometry;
}

void set_grid(Page& page, Geometry const& geometry) {
    int const decimals = geometry.axis.tick_decimals(wanted_ticks);
    for (double const tick : geometry.axis.ticks(wanted_ticks)) {
        double const x = geometry.x(tick);
        std::string const number = figure(tick, decimals);
        page.out +=
            fmt::format("<line class=\"grid\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1}\" y2=\"{2}\"/>"
                        "<text class=\"tick\" x=\"{0:.1f}\" y=\"{3}\">{5}</text>"
                        "<text class=\"tick\" x=\"{0:.1f}\" y=\"{4}\">{5}</text>\n",
                        x, head_height - 6, geometry.bottom + 4, head_height - 12, geometry.bottom + 18, number);
    }
}

void set_whisker(Page& page, Geometry const& geometry, Interval const& interval, int y) {
    if (!std::isfinite(interval.low) || !std::isfinite(interval.high)) return;
    page.out += fmt::format("<path class=\"whisker\" d=\"M{0:.1f} {2}v8m0 -4H{1:.1f}m0 -4v8\"/>",
                            geometry.x(interval.low), geometry.x(interval.high), y + row_height / 2 - 4);
}

void set_bar(Page& page, Bars const& bars, Geometry const& geometry, std::size_t i, int y) {
    double const value = bars.values[i];
    page.out += fmt::format("<g class=\"bar\"><text class=\"row-name\" x=\"{}\" y=\"{}\">{}</text>",
                            geometry.label - 10, y + 16, escape(shorten(bars.labels[i].name.in(page.language), 27)));
    if (std::isfinite(value)) {
        double const origin = geometry.x(std::clamp(0.0, bars.low, std::max(bars.low, bars.high)));
        double const end = geometry.x(value);
        if (bars.points)
            page.out += fmt::format("<circle class=\"{}\" cx=\"{:.1f}\" cy=\"{}\" r=\"4.5\"/>",
                                    value < 0 ? "minus" : "plus", end, y + row_height / 2);
        else
            page.out += fmt::format("<rect class=\"{}\" x=\"{:.1f}\" y=\"{}\" width=\"{:.1f}\" height=\"12\"/>",
                                    value < 0 ? "minus" : "plus", std::min(origin, end), y + 6, std::abs(end - origin));
    }
    int const right = geometry.label + plot_width + 64;
    page.out += fmt::format("<text class=\"figure\" x=\"{}\" y=\"{}\">{}</text>", right, y + 16,
                            figure(value, geometry.decimals));
    if (!bars.intervals.empty() && std::isfinite(value)) {
        set_whisker(page, geometry, bars.intervals.at(i), y);
        page.out += fmt::format("<text class=\"ci\" x=\"{}\" y=\"{}\">{}</text>", right + 8, y + 16,
                                figure(bars.intervals[i], geometry.decimals));
    }
    page.out += "</g>\n";
}

Table as_table(Bars const& bars) {
    Table table;
    table.title = bars.title;
    table.columns = {{"key", words::actor}, {"value", words::value}};
    for (std::size_t i = 0; i < bars.labels.size(); ++i) {
        Number number{bars.values[i], decimals_for(bars.low, bars.high)};
        if (!bars.intervals.empty()) number.interval = bars.intervals.at(i);
        table.rows.push_back({bars.labels[i].name, number});
    }
    return table;
}

} // namespace

void set(Page& page, Bars const& bars) {
    open_shape(page, "bars", bars.id, bars.title, bars.note);
    Geometry const geometry = measure(page, bars);
    page.out +=
        fmt::format("<div class=\"wide\"><svg width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" role=\"img\" "
                    "aria-label=\"{2}\">\n",
                    geometry.label + plot_width + figures_width, geometry.bottom + 24, page.say(bars.title));
    set_grid(page, geometry);
    if (bars.points && bars.low < 0.0 && bars.high > 0.0)
        page.out += fmt::format("<line class=\"zero\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1}\" y2=\"{2}\"/>",
                                geometry.x(0.0), head_height - 6, geometry.bottom + 4);
    int y = head_height;
    for (std::size_t i = 0; i < bars.labels.size(); ++i, y += row_height) {
        for (RowGroup const& group : bars.groups)
            if (group.first == i) {
                y += group_height;
                page.out +=
                    fmt::format("<text class=\"group\" x=\"0\" y=\"{}\">{}</text>\n", y - 8, page.say(group.head));
            }
        set_bar(page, bars, geometry, i, y);
    }
    page.out += "</svg></div>\n";
    set_as_table(page, as_table(bars));
    page.out += "</section>\n";
}

} // namespace casus::report
