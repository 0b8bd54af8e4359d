// Values with their intervals on one axis: ├──●──┤.
#include "casus/report/axis.hpp"
#include "casus/report/figures.hpp"
#include "casus/report/glyphs.hpp"
#include "casus/report/sheet.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace casus::report {

namespace {

struct BarsLayout {
    int label = 0;
    int value = 0;
    int interval = 0;
    int plot = 0;
    int decimals = 2;
};

BarsLayout lay_out(Sheet const& sheet, Bars const& bars) {
    BarsLayout layout;
    layout.decimals = decimals_for(bars.low, bars.high);
    for (Label const& label : bars.labels) layout.label = std::max(layout.label, display_width(sheet.say(label.name)));
    layout.label = std::min(layout.label + (bars.groups.empty() ? 0 : 2), sheet.width / 3);
    for (double const value : bars.values)
        layout.value = std::max(layout.value, display_width(figure(value, layout.decimals)));
    for (Interval const& interval : bars.intervals)
        layout.interval = std::max(layout.interval, display_width(figure(interval, layout.decimals)));
    int const figures = layout.value + 2 + (layout.interval > 0 ? layout.interval + 2 : 0);
    layout.plot = std::max(10, std::min(60, sheet.width - layout.label - 2 - figures));
    return layout;
}

using Canvas = std::vector<std::string>; ///< one glyph a column

std::size_t column(Axis const& axis, BarsLayout const& layout, double value) {
    return static_cast<std::size_t>(std::lround(axis.position(value) * (layout.plot - 1)));
}

std::string text_of(Canvas const& canvas) {
    std::string text;
    for (std::string const& glyph : canvas) text += glyph;
    return text;
}

std::string plot(Bars const& bars, BarsLayout const& layout, std::size_t i) {
    Axis const axis{bars.low, bars.high};
    Canvas canvas(static_cast<std::size_t>(layout.plot), " ");
    std::size_t const origin = column(axis, layout, std::clamp(0.0, bars.low, bars.high));
    if (bars.low < 0 && bars.high > 0) canvas[origin] = "│";
    if (!std::isfinite(bars.values[i])) return text_of(canvas);
    std::size_t const at = column(axis, layout, bars.values[i]);
    for (std::size_t x = std::min(origin, at); x < std::max(origin, at) && !bars.points; ++x)
        if (x != origin || bars.low >= 0 || bars.high <= 0) canvas[x] = "·";
    if (!bars.intervals.empty() && std::isfinite(bars.intervals[i].low) && std::isfinite(bars.intervals[i].high)) {
        std::size_t const low = column(axis, layout, bars.intervals[i].low);
        std::size_t const high = column(axis, layout, bars.intervals[i].high);
        for (std::size_t x = low; x <= high; ++x) canvas[x] = "─";
        canvas[low] = "├";
        canvas[high] = "┤";
    }
    canvas[at] = "●";
    return text_of(canvas);
}

/// Axis line and, below it, the numbers at its ticks; numbers that would touch are left out.
void draw_axis(Sheet& sheet, Bars const& bars, BarsLayout const& layout) {
    constexpr int wanted = 6;
    Axis const axis{bars.low, bars.high};
    Canvas rule(static_cast<std::size_t>(layout.plot), "─");
    std::string numbers;
    int used = 0;
    for (double const tick : axis.ticks(wanted)) {
        std::size_t const at = column(axis, layout, tick);
        rule[at] = "┬";
        std::string const number = figure(tick, axis.tick_decimals(wanted));
        int const width = display_width(number);
        int const begin = std::min(std::max(0, static_cast<int>(at) - width / 2), layout.plot - width);
        if (begin < used + (used > 0 ? 2 : 0)) continue;
        numbers += std::string(static_cast<std::size_t>(begin - used), ' ') + number;
        used = begin + width;
    }
    std::string const before(static_cast<std::size_t>(layout.label + 2), ' ');
    sheet.line(before + sheet.inked(text_of(rule), Ink::Dim));
    sheet.line(before + sheet.inked(numbers, Ink::Dim));
}

} // namespace

void draw(Sheet& sheet, Bars const& bars) {
    sheet.heading(bars.title, bars.note);
    sheet.line();
    BarsLayout const layout = lay_out(sheet, bars);
    for (std::size_t i = 0; i < bars.labels.size(); ++i) {
        if (RowGroup const* group = group_at(bars.groups, i))
            sheet.line(sheet.inked(shorten(sheet.say(group->head), sheet.width), Ink::Bold));
        std::string const label = (bars.groups.empty() ? "" : "  ") + sheet.say(bars.labels[i].name);
        std::string line = pad_right(label, layout.label) + "  " + plot(bars, layout, i) + "  ";
        line += sheet.inked(pad_left(figure(bars.values[i], layout.decimals), layout.value), Ink::Bold);
        if (!bars.intervals.empty() && std::isfinite(bars.values[i]))
            line += "  " + sheet.inked(pad_left(figure(bars.intervals[i], layout.decimals), layout.interval), Ink::Dim);
        sheet.line(line);
    }
    draw_axis(sheet, bars, layout);
}

} // namespace casus::report
