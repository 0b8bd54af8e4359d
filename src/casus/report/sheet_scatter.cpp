// Points as letters on a plane of characters, the frontier dotted, and a table that says whose the letters are.
#include "casus/report/axis.hpp"
#include "casus/report/figures.hpp"
#include "casus/report/glyphs.hpp"
#include "casus/report/scatter_table.hpp"
#include "casus/report/sheet.hpp"
#include "casus/report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace casus::report {

namespace {

constexpr int plane_height = 20;
constexpr int plane_widest = 80;
constexpr int plane_ticks = 5;
constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

struct Plane {
    Axis across;
    Axis up;
    int width = plane_widest;
    std::vector<std::vector<std::string>> rows{}; ///< glyphs, the top row first

    [[nodiscard]] int column(double x) const { return static_cast<int>(std::lround(across.position(x) * (width - 1))); }
    [[nodiscard]] int row(double y) const {
        return static_cast<int>(std::lround((1 - up.position(y)) * (plane_height - 1)));
    }
    std::string& at(int row, int column) {
        return rows.at(static_cast<std::size_t>(row)).at(static_cast<std::size_t>(column));
    }
};

std::string letter(std::size_t point) { return point < letters.size() ? std::string(1, letters[point]) : "•"; }

/// A dotted line from one cell to another.
void dot(Plane& plane, int row, int column, int to_row, int to_column) {
    int const steps = std::max({1, std::abs(to_row - row), std::abs(to_column - column)});
    for (int k = 0; k <= steps; ++k)
        plane.at(row + static_cast<int>(std::lround(1.0 * k * (to_row - row) / steps)),
                 column + static_cast<int>(std::lround(1.0 * k * (to_column - column) / steps))) = "·";
}

void dot_frontier(Plane& plane, Scatter const& scatter) {
    std::vector<FrontierCorner> const line = frontier_line(scatter);
    for (std::size_t k = 1; k < line.size(); ++k)
        dot(plane, plane.row(line[k - 1].y), plane.column(line[k - 1].x), plane.row(line[k].y),
            plane.column(line[k].x));
}

bool is_letter(std::string const& glyph) { return glyph == "•" || letters.find(glyph) != std::string_view::npos; }

/// The nearest free cell of the row, at most three aside; the cell of the point where all are taken.
int free_column(Plane& plane, int row, int column) {
    for (int const aside : {0, 1, -1, 2, -2, 3, -3})
        if (int const at = column + aside; at >= 0 && at < plane.width && !is_letter(plane.at(row, at))) return at;
    return column;
}

Plane plane_of(Sheet const& sheet, Scatter const& scatter, int before) {
    Plane plane{{scatter.x.low, scatter.x.high}, {scatter.y.low, scatter.y.high}};
    plane.width = std::clamp(sheet.width - before - 1, 20, plane_widest);
    plane.rows.assign(plane_height, std::vector<std::string>(static_cast<std::size_t>(plane.width), " "));
    std::vector<std::size_t> const drawn = drawn_points(scatter);
    if (scatter.reference && std::find(drawn.begin(), drawn.end(), *scatter.reference) != drawn.end()) {
        ScatterPoint const& hold = scatter.points[*scatter.reference];
        for (int row = 0; row < plane_height; ++row) plane.at(row, plane.column(hold.x)) = "┆";
        for (int column = 0; column < plane.width; ++column) plane.at(plane.row(hold.y), column) = "┄";
        plane.at(plane.row(hold.y), plane.column(hold.x)) = "┼";
    }
    dot_frontier(plane, scatter);
    for (std::size_t const i : drawn) {
        int const row = plane.row(scatter.points[i].y);
        plane.at(row, free_column(plane, row, plane.column(scatter.points[i].x))) = letter(i);
    }
    return plane;
}

std::string axis_line(Sheet const& sheet, ScatterAxis const& axis, bool judged, char const* more, char const* less) {
    if (!judged) return sheet.say(axis.meaning) + " " + more;
    return sheet.say(axis.meaning) + " (" + (axis.less_is_better ? less : more) + " " + sheet.say(words::better) + ")";
}

void draw_plane(Sheet& sheet, Plane const& plane, int before) {
    std::vector<std::string> heads(plane_height);
    for (double const tick : plane.up.ticks(plane_ticks))
        heads.at(static_cast<std::size_t>(plane.row(tick))) = figure(tick, plane.up.tick_decimals(plane_ticks));
    for (std::size_t row = 0; row < plane.rows.size(); ++row) {
        std::string line;
        for (std::string const& glyph : plane.rows[row]) line += glyph;
        while (line.ends_with(' ')) line.pop_back();
        sheet.line(sheet.inked(pad_left(heads[row], before - 2) + (heads[row].empty() ? " │" : " ┤"), Ink::Dim) + line);
    }
}

/// Numbers that would touch are left out.
void draw_across(Sheet& sheet, Plane const& plane, int before) {
    std::string rule;
    std::vector<bool> ticks(static_cast<std::size_t>(plane.width), false);
    std::string numbers;
    int used = 0;
    for (double const tick : plane.across.ticks(plane_ticks)) {
        int const at = plane.column(tick);
        ticks.at(static_cast<std::size_t>(at)) = true;
        std::string const number = figure(tick, plane.across.tick_decimals(plane_ticks));
        int const width = display_width(number);
        int const begin = std::min(std::max(0, at - width / 2), plane.width - width);
        if (begin < used + (used > 0 ? 2 : 0)) continue;
        numbers += std::string(static_cast<std::size_t>(begin - used), ' ') + number;
        used = begin + width;
    }
    for (bool const tick : ticks) rule += tick ? "┬" : "─";
    std::string const blank(static_cast<std::size_t>(before - 1), ' ');
    sheet.line(blank + sheet.inked("└" + rule, Ink::Dim));
    sheet.line(blank + " " + sheet.inked(numbers, Ink::Dim));
}

} // namespace

void draw(Sheet& sheet, Scatter const& scatter) {
    sheet.heading(scatter.title, scatter.note);
    sheet.line();
    Axis const up{scatter.y.low, scatter.y.high};
    int before = 4;
    for (double const tick : up.ticks(plane_ticks))
        before = std::max(before, display_width(figure(tick, up.tick_decimals(plane_ticks))) + 2);
    bool const judged = !frontier_line(scatter).empty();
    Plane const plane = plane_of(sheet, scatter, before);
    sheet.paragraph(axis_line(sheet, scatter.y, judged, "↑", "↓"), Ink::Dim);
    draw_plane(sheet, plane, before);
    draw_across(sheet, plane, before);
    std::string const across = shorten(axis_line(sheet, scatter.x, judged, "→", "←"), sheet.width);
    sheet.line(sheet.inked(pad_left(across, std::max(before + plane.width, display_width(across))), Ink::Dim));
    sheet.line();
    Table legend = scatter_table(scatter);
    legend.title = {};
    legend.columns.insert(legend.columns.begin(), Column{"letter", {}});
    std::vector<std::size_t> const drawn = drawn_points(scatter);
    for (std::size_t i = 0; i < legend.rows.size(); ++i) {
        bool const shown = std::find(drawn.begin(), drawn.end(), i) != drawn.end();
        std::string const mark = shown ? letter(i) : missing;
        legend.rows[i].insert(legend.rows[i].begin(), Text{mark, mark});
    }
    draw(sheet, legend);
}

} // namespace casus::report
