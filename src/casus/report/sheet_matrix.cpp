// A matrix as shaded cells: orange for the low end of its scale, blue for the high end, pale in the middle. Both
// colours are told apart by colour-blind readers, and each cell brings its own ink, so that dark and light terminals
// show the same.
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

struct Shade {
    int ground;
    int ink;
};

/// Colours of the 256-colour cube; 16 is black, 231 white, whatever the terminal's theme.
constexpr std::array shades{Shade{130, 231}, Shade{172, 16}, Shade{215, 16}, Shade{223, 16}, Shade{255, 16},
                            Shade{153, 16},  Shade{111, 16}, Shade{68, 16},  Shade{25, 231}};

/// Rows after which the heads of the columns are said again.
constexpr std::size_t rows_per_head = 45;
constexpr int least_cell = 6;

struct MatrixLayout {
    int label = 0;
    int mark = 0;
    int cell = 0;
    std::size_t columns_per_block = 1;
};

MatrixLayout lay_out(Sheet const& sheet, Matrix const& matrix) {
    MatrixLayout layout;
    int const around = matrix.groups.empty() ? 1 : 3; // indent below a heading, and the space before the cells
    for (Label const& row : matrix.rows)
        layout.label = std::max(layout.label, display_width(sheet.say(row.name)) + around);
    for (RowGroup const& group : matrix.groups)
        layout.label = std::max(layout.label, display_width(sheet.say(group.head)));
    int widest = least_cell;
    for (Label const& column : matrix.columns) widest = std::max(widest, display_width(sheet.say(column.name)) + 2);
    for (std::string const& mark : matrix.marks) layout.mark = std::max(layout.mark, std::min(3, display_width(mark)));
    for (double const value : matrix.values)
        widest = std::max(widest, display_width(cell_figure(value, matrix.low, matrix.high)) + layout.mark + 2);
    auto const count = static_cast<int>(std::max<std::size_t>(1, matrix.columns.size()));
    int const most = std::clamp(sheet.width - count * std::min(widest, 14), sheet.width * 2 / 9, sheet.width / 3);
    layout.label = std::clamp(layout.label, 8, most); // gives way to the heads before they are cut
    int const room = sheet.width - layout.label;
    layout.cell = std::clamp(room / count, std::min(widest, 8), std::min(widest, 14));
    layout.columns_per_block = static_cast<std::size_t>(std::max(1, room / layout.cell));
    return layout;
}

std::string shaded(Sheet const& sheet, std::string const& text, double position) {
    if (!sheet.colour) return text;
    Shade const& shade = shades.at(static_cast<std::size_t>(Axis{}.step(position, shades.size())));
    return fmt::format("\x1b[48;5;{};38;5;{}m{}\x1b[0m", shade.ground, shade.ink, text);
}

std::string cell(Sheet const& sheet, Matrix const& matrix, MatrixLayout const& layout, std::size_t at) {
    double const value = matrix.values.at(at);
    std::string const mark = matrix.marks.empty() ? std::string{} : matrix.marks.at(at);
    std::string const figure = cell_figure(value, matrix.low, matrix.high);
    std::string const text = pad_left(figure, layout.cell - layout.mark - 1) + pad_right(mark, layout.mark) + " ";
    if (!std::isfinite(value)) return sheet.inked(text, Ink::Dim);
    return shaded(sheet, text, Axis{matrix.low, matrix.high}.position(value));
}

struct Block {
    std::size_t first;
    std::size_t last;
};

std::string heads(Sheet const& sheet, Matrix const& matrix, MatrixLayout const& layout, Block block) {
    std::string line(static_cast<std::size_t>(layout.label), ' ');
    for (std::size_t j = block.first; j < block.last; ++j)
        line += pad_left(shorten(sheet.say(matrix.columns[j].name), layout.cell - 1), layout.cell - 1) + " ";
    return sheet.inked(line, Ink::Bold);
}

void draw_block(Sheet& sheet, Matrix const& matrix, MatrixLayout const& layout, Block block) {
    bool const grouped = !matrix.groups.empty();
    for (std::size_t i = 0; i < matrix.rows.size(); ++i) {
        if (i % rows_per_head == 0) sheet.line(heads(sheet, matrix, layout, block));
        if (RowGroup const* group = group_at(matrix.groups, i))
            sheet.line(sheet.inked(shorten(sheet.say(group->head), sheet.width), Ink::Bold));
        std::string line = pad_right((grouped ? "  " : "") + sheet.say(matrix.rows[i].name), layout.label - 1) + " ";
        for (std::size_t j = block.first; j < block.last; ++j)
            line += cell(sheet, matrix, layout, i * matrix.columns.size() + j);
        sheet.line(line);
    }
}

void draw_scale(Sheet& sheet, Matrix const& matrix) {
    std::string low = short_figure(matrix.low);
    std::string high = short_figure(matrix.high);
    if (!matrix.low_meaning.empty()) low += " " + sheet.say(matrix.low_meaning);
    if (!matrix.high_meaning.empty()) high += " " + sheet.say(matrix.high_meaning);
    std::string strip = "—";
    if (sheet.colour) {
        strip.clear();
        for (std::size_t k = 0; k < shades.size(); ++k)
            strip += shaded(sheet, "  ", static_cast<double>(k) / static_cast<double>(shades.size() - 1));
    }
    int const each = (sheet.width - 22) / 2;
    sheet.line(shorten(low, each) + " " + strip + " " + shorten(high, each));
}

/// Marks and their meanings, as many to a line as fit.
void draw_legend(Sheet& sheet, Matrix const& matrix) {
    std::string line;
    for (auto const& [mark, meaning] : matrix.legend) {
        std::string const entry = shorten(mark + " " + sheet.say(meaning), sheet.width);
        if (!line.empty() && display_width(line) + 3 + display_width(entry) > sheet.width) {
            sheet.line(line);
            line.clear();
        }
        line += (line.empty() ? "" : "   ") + entry;
    }
    if (!line.empty()) sheet.line(line);
}

} // namespace

void draw(Sheet& sheet, Matrix const& matrix) {
    sheet.heading(matrix.title, matrix.note);
    MatrixLayout const layout = lay_out(sheet, matrix);
    for (std::size_t first = 0; first < matrix.columns.size(); first += layout.columns_per_block) {
        sheet.line();
        draw_block(sheet, matrix, layout, {first, std::min(matrix.columns.size(), first + layout.columns_per_block)});
    }
    sheet.line();
    draw_scale(sheet, matrix);
    draw_legend(sheet, matrix);
}

} // namespace casus::report
