// Small multiples of lines in SVG, a picture per panel, so that they wrap with the page. Lines differ by colour and by
// dashes; the figures lie in attributes, from which the page's script answers the pointer and the arrow keys.
#include "casus/report/axis.hpp"
#include "casus/report/figures.hpp"
#include "casus/report/page.hpp"
#include "casus/report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace casus::report {

namespace {

constexpr int left = 40;
constexpr int top = 8;
constexpr std::size_t inks = 6; ///< classes c0 … c5 of page.css
constexpr int x_ticks = 4;
constexpr int y_ticks = 3;

struct Drawing {
    Curves const& curves;
    Axis across;
    Axis up;
    std::map<std::string, std::size_t> inks_by_key;
    int plot_width = 220;
    int plot_height = 104;

    [[nodiscard]] int width() const { return left + plot_width + 14; }
    [[nodiscard]] int height() const { return top + plot_height + 22; }

    [[nodiscard]] double x(double value) const { return left + across.position(value) * plot_width; }
    [[nodiscard]] double y(double value) const { return top + (1 - up.position(value)) * plot_height; }
};

/// Inks in the order in which the lines first appear.
Drawing draw(Curves const& curves) {
    Drawing drawing{curves, {curves.x_low, curves.x_high}, {curves.low, curves.high}, {}};
    if (curves.panels.size() == 1) { // there is room for a lone one
        drawing.plot_width = 580;
        drawing.plot_height = 240;
    }
    for (CurvePanel const& panel : curves.panels)
        for (Curve const& curve : panel.curves)
            drawing.inks_by_key.try_emplace(curve.label.key, drawing.inks_by_key.size() % inks);
    return drawing;
}

struct Run {
    std::size_t first;
    std::size_t last; ///< one beyond
};

template <class Present> std::vector<Run> runs(std::size_t size, Present const& present) {
    std::vector<Run> found;
    for (std::size_t i = 0; i < size; ++i) {
        if (!present(i)) continue;
        if (found.empty() || found.back().last != i) found.push_back({i, i});
        ++found.back().last;
    }
    return found;
}

/// On to the point: straight, or level until its x and then up or down to it.
std::string forward(bool steps, double x, double y) {
    return steps ? fmt::format("H{:.1f}V{:.1f}", x, y) : fmt::format("L{:.1f} {:.1f}", x, y);
}

/// The same way back.
std::string backward(bool steps, double x, double y) {
    return steps ? fmt::format("V{1:.1f}H{0:.1f}", x, y) : fmt::format("L{:.1f} {:.1f}", x, y);
}

/// A lone point gives a dot.
std::string line_path(Drawing const& drawing, Curve const& curve) {
    std::string path;
    for (Run const run : runs(curve.x.size(), [&](std::size_t i) { return std::isfinite(curve.y.at(i)); })) {
        path += fmt::format("M{:.1f} {:.1f}", drawing.x(curve.x[run.first]), drawing.y(curve.y[run.first]));
        if (run.last - run.first == 1) path += "h0";
        for (std::size_t i = run.first + 1; i < run.last; ++i)
            path += forward(curve.steps, drawing.x(curve.x[i]), drawing.y(curve.y[i]));
    }
    return path;
}

/// Along the upper ends and back along the lower ones.
std::string band_path(Drawing const& drawing, Curve const& curve) {
    auto const present = [&](std::size_t i) {
        return std::isfinite(curve.bands[i].low) && std::isfinite(curve.bands[i].high);
    };
    std::string path;
    for (Run const run : runs(curve.bands.size(), present)) {
        auto const x = [&](std::size_t i) { return drawing.x(curve.x.at(i)); };
        path += fmt::format("M{:.1f} {:.1f}", x(run.first), drawing.y(curve.bands[run.first].high));
        for (std::size_t i = run.first + 1; i < run.last; ++i)
            path += forward(curve.steps, x(i), drawing.y(curve.bands[i].high));
        path += fmt::format("V{:.1f}", drawing.y(curve.bands[run.last - 1].low));
        for (std::size_t i = run.last - 1; i-- > run.first;)
            path += backward(curve.steps, x(i), drawing.y(curve.bands[i].low));
        path += 'Z';
    }
    return path;
}

template <class Value> std::string list(std::size_t size, Value const& value) {
    std::string text;
    for (std::size_t i = 0; i < size; ++i) {
        double const one = value(i);
        text += (i > 0 ? " " : "") + (std::isfinite(one) ? fmt::format("{:.6g}", one) : "NA");
    }
    return text;
}

void set_curve(Page& page, Drawing const& drawing, Curve const& curve) {
    std::size_t const ink = drawing.inks_by_key.at(curve.label.key);
    std::string bands;
    if (!curve.bands.empty()) {
        page.out += fmt::format("<path class=\"band c{}\" d=\"{}\"/>", ink, band_path(drawing, curve));
        bands = fmt::format(" data-low=\"{}\" data-high=\"{}\"",
                            list(curve.bands.size(), [&](std::size_t i) { return curve.bands[i].low; }),
                            list(curve.bands.size(), [&](std::size_t i) { return curve.bands[i].high; }));
    }
    page.out += fmt::format("<path class=\"curve c{}\" d=\"{}\" data-name=\"{}\" data-x=\"{}\" data-y=\"{}\"{}/>\n",
                            ink, line_path(drawing, curve), page.say(curve.label.name),
                            list(curve.x.size(), [&](std::size_t i) { return curve.x[i]; }),
                            list(curve.y.size(), [&](std::size_t i) { return curve.y[i]; }), bands);
}

void set_axes(Page& page, Drawing const& drawing) {
    for (double const tick : drawing.up.ticks(y_ticks))
        page.out += fmt::format("<line class=\"grid\" x1=\"{0}\" x2=\"{1}\" y1=\"{2:.1f}\" y2=\"{2:.1f}\"/>"
                                "<text class=\"tick across\" x=\"{3}\" y=\"{4:.1f}\">{5}</text>",
                                left, left + drawing.plot_width, drawing.y(tick), left - 6, drawing.y(tick) + 4,
                                figure(tick, drawing.up.tick_decimals(y_ticks)));
    for (double const tick : drawing.across.ticks(x_ticks))
        page.out +=
            fmt::format("<line class=\"grid\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1}\" y2=\"{2}\"/>"
                        "<text class=\"tick\" x=\"{0:.1f}\" y=\"{3}\">{4}</text>",
                        drawing.x(tick), top + drawing.plot_height, top + drawing.plot_height + 4,
                        top + drawing.plot_height + 18, plain_figure(tick, drawing.across.tick_decimals(x_ticks)));
    page.out += '\n';
}

void set_panel(Page& page, Drawing const& drawing, CurvePanel const& panel) {
    std::string const name = page.say(panel.label.name);
    page.out += fmt::format("<figure><figcaption>{0}</figcaption><svg class=\"panel\" width=\"{1}\" height=\"{2}\" "
                            "viewBox=\"0 0 {1} {2}\" role=\"img\" aria-label=\"{0}\" data-left=\"{3}\" "
                            "data-width=\"{4}\" data-from=\"{5}\" data-to=\"{6}\" data-decimals=\"{7}\">\n",
                            name, drawing.width(), drawing.height(), left, drawing.plot_width, drawing.across.low,
                            drawing.across.high, decimals_for(drawing.up.low, drawing.up.high));
    set_axes(page, drawing);
    for (Curve const& curve : panel.curves) set_curve(page, drawing, curve);
    page.out += fmt::format("<line class=\"cursor\" y1=\"{}\" y2=\"{}\" visibility=\"hidden\"/></svg></figure>\n", top,
                            top + drawing.plot_height);
}

/// Says what the axes show and, where there are several, which line is which.
void set_legend(Page& page, Drawing const& drawing) {
    page.out += "<p class=\"legend\"><span>" + page.say(drawing.curves.y_meaning) + " ↑</span> <span>" +
                page.say(drawing.curves.x_meaning) + " →</span>";
    std::map<std::string, bool> said;
    for (CurvePanel const& panel : drawing.curves.panels)
        for (Curve const& curve : panel.curves)
            if (drawing.inks_by_key.size() > 1 && said.try_emplace(curve.label.key, true).second)
                page.out += fmt::format(" <span><svg width=\"30\" height=\"10\" viewBox=\"0 0 30 10\" "
                                        "aria-hidden=\"true\"><path class=\"curve c{}\" d=\"M2 5H28\"/></svg>{}</span>",
                                        drawing.inks_by_key.at(curve.label.key), page.say(curve.label.name));
    page.out += "</p>\n<p class=\"tools\" hidden>" + page.say(words::curves_hint) + "</p>\n";
}

Table as_table(Curves const& curves) {
    Table table;
    table.title = curves.title;
    table.columns = {
        {"panel", words::panel}, {"line", words::line}, {"x", curves.x_meaning}, {"value", curves.y_meaning}};
    int const decimals = decimals_for(curves.low, curves.high);
    int const x_decimals = Axis{curves.x_low, curves.x_high}.tick_decimals(x_ticks);
    for (CurvePanel const& panel : curves.panels)
        for (Curve const& curve : panel.curves)
            for (std::size_t i = 0; i < curve.x.size(); ++i) {
                Number value{curve.y.at(i), decimals};
                if (!curve.bands.empty()) value.interval = curve.bands.at(i);
                std::string const x = plain_figure(curve.x[i], x_decimals);
                table.rows.push_back({panel.label.name, curve.label.name, Text{x, x}, value});
            }
    return table;
}

} // namespace

void set(Page& page, Curves const& curves) {
    open_shape(page, "curves", curves.id, curves.title, curves.note);
    Drawing const drawing = draw(curves);
    set_legend(page, drawing);
    page.out += "<div class=\"multiples\">\n";
    for (CurvePanel const& panel : curves.panels) set_panel(page, drawing, panel);
    page.out += "</div>\n";
    set_as_table(page, as_table(curves));
    page.out += "</section>\n";
}

} // namespace casus::report
