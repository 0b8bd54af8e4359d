// Lines as rows of small bars on the common axes, a row each: what a terminal can show of small multiples.
#include "casus/report/axis.hpp"
#include "casus/report/figures.hpp"
#include "casus/report/glyphs.hpp"
#include "casus/report/sheet.hpp"
#include "casus/report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace casus::report {

namespace {

constexpr std::array bars{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

struct CurvesLayout {
    int label = 0;
    int plot = 0;
    int value = 0;
    int decimals = 2;
};

bool one_line_each(Curves const& curves) {
    return std::all_of(curves.panels.begin(), curves.panels.end(),
                       [](CurvePanel const& panel) { return panel.curves.size() == 1; });
}

std::string ends(Curve const& curve, int decimals) {
    auto const finite = [](double value) { return std::isfinite(value); };
    auto const first = std::find_if(curve.y.begin(), curve.y.end(), finite);
    auto const last = std::find_if(curve.y.rbegin(), curve.y.rend(), finite);
    if (first == curve.y.end()) return missing;
    return figure(*first, decimals) + " → " + figure(*last, decimals);
}

/// At most a column for each whole x: wider would repeat years.
CurvesLayout lay_out(Sheet const& sheet, Curves const& curves) {
    CurvesLayout layout;
    layout.decimals = decimals_for(curves.low, curves.high);
    bool const lone = one_line_each(curves);
    for (CurvePanel const& panel : curves.panels)
        for (Curve const& curve : panel.curves) {
            std::string const& name = sheet.say(lone ? panel.label.name : curve.label.name);
            layout.label = std::max(layout.label, display_width(name) + (lone ? 0 : 2));
            layout.value = std::max(layout.value, display_width(ends(curve, layout.decimals)));
        }
    layout.label = std::clamp(layout.label, 8, sheet.width / 3);
    int const whole = static_cast<int>(std::min(120.0, curves.x_high - curves.x_low + 1));
    layout.plot = std::max(10, sheet.width - layout.label - layout.value - 4);
    if (whole >= 10) layout.plot = std::min(layout.plot, whole);
    return layout;
}

/// Mean of the line's values in each column; NaN where it has none. A line of steps holds its value until the next.
std::vector<double> columns_of(Curves const& curves, Curve const& curve, int columns) {
    Axis const axis{curves.x_low, curves.x_high};
    std::vector<double> sum(static_cast<std::size_t>(columns), 0.0);
    std::vector<int> count(sum.size(), 0);
    for (std::size_t i = 0; i < curve.x.size(); ++i) {
        if (!std::isfinite(curve.y.at(i))) continue;
        auto const at = static_cast<std::size_t>(axis.step(curve.x[i], columns));
        auto const until = curve.steps && i + 1 < curve.x.size()
                               ? static_cast<std::size_t>(axis.step(curve.x[i + 1], columns))
                               : at + 1;
        for (std::size_t column = at; column < std::max(at + 1, until); ++column) {
            sum[column] += curve.y[i];
            ++count[column];
        }
    }
    for (std::size_t column = 0; column < sum.size(); ++column) sum[column] /= count[column]; // 0/0: NaN
    return sum;
}

std::string plot(Curves const& curves, Curve const& curve, int columns) {
    std::string row;
    for (double const value : columns_of(curves, curve, columns))
        row += std::isfinite(value) ? bars.at(static_cast<std::size_t>(
                                          Axis{curves.low, curves.high}.step(value, static_cast<int>(bars.size()))))
                                    : " ";
    return row;
}

void draw_axis(Sheet& sheet, Curves const& curves, CurvesLayout const& layout) {
    std::string const first = plain_figure(curves.x_low, Axis{curves.x_low, curves.x_high}.tick_decimals(4));
    std::string const last = plain_figure(curves.x_high, Axis{curves.x_low, curves.x_high}.tick_decimals(4));
    int const between = std::max(1, layout.plot - display_width(first));
    sheet.line(std::string(static_cast<std::size_t>(layout.label + 2), ' ') +
               sheet.inked(first + pad_left(last, std::max(between, display_width(last) + 1)), Ink::Dim));
    sheet.paragraph(fmt::format(fmt::runtime(sheet.say(words::axis_from_to)), sheet.say(curves.x_meaning), first, last,
                                sheet.say(curves.y_meaning), short_figure(curves.low), short_figure(curves.high)),
                    Ink::Dim);
}

} // namespace

void draw(Sheet& sheet, Curves const& curves) {
    sheet.heading(curves.title, curves.note);
    sheet.line();
    CurvesLayout const layout = lay_out(sheet, curves);
    bool const lone = one_line_each(curves);
    for (CurvePanel const& panel : curves.panels) {
        if (!lone) sheet.line(sheet.inked(shorten(sheet.say(panel.label.name), sheet.width), Ink::Bold));
        for (Curve const& curve : panel.curves) {
            std::string const name = lone ? sheet.say(panel.label.name) : "  " + sheet.say(curve.label.name);
            sheet.line(pad_right(name, layout.label) + "  " + plot(curves, curve, layout.plot) + "  " +
                       sheet.inked(pad_left(ends(curve, layout.decimals), layout.value), Ink::Bold));
        }
    }
    draw_axis(sheet, curves, layout);
}

} // namespace casus::report
