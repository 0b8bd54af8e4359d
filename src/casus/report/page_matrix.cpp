// A matrix as a heat map in SVG. Colours are classes of page.css (q0 … q10), one set for light and one for dark pages;
// the value stands in every cell, so that nothing hangs on colour alone.
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

constexpr int classes = 11;
constexpr int matrix_row_height = 25;
constexpr int matrix_group_height = 30;
constexpr int mean_width = 64;
constexpr double longest_head = 220.0; ///< pixels of a slanted head that there is room for

struct MatrixGeometry {
    int label = 0;
    int cell = 0;
    int head = 30;
    bool slanted = false; ///< heads of columns that are too narrow for them
    int width = 0;
    int height = 0;
};

MatrixGeometry measure(Page const& page, Matrix const& matrix) {
    MatrixGeometry geometry;
    double label = 60;
    for (Label const& row : matrix.rows) label = std::max(label, pixels(row.name.in(page.language), 14));
    geometry.label = static_cast<int>(std::min(label, 230.0)) + 18;
    double head = 40;
    for (Label const& column : matrix.columns) head = std::max(head, pixels(column.name.in(page.language), 13.5));
    auto const columns = static_cast<int>(matrix.columns.size());
    geometry.slanted = columns * (head + 12) + geometry.label > 900;
    geometry.cell = geometry.slanted ? 52 : std::max(70, static_cast<int>(head) + 12);
    if (geometry.slanted) geometry.head = 20 + static_cast<int>(0.75 * std::min(head, longest_head));
    geometry.width = geometry.label + columns * geometry.cell + mean_width;
    if (geometry.slanted) geometry.width += static_cast<int>(0.3 * std::min(head, longest_head));
    geometry.height = geometry.head + matrix_row_height * static_cast<int>(matrix.rows.size()) +
                      matrix_group_height * static_cast<int>(matrix.groups.size()) + 2;
    return geometry;
}

/// A cell may bear several marks at once: a line for each.
std::string spoken_marks(Page const& page, Matrix const& matrix, std::string const& marks) {
    std::string lines;
    for (auto const& [glyph, meaning] : matrix.legend)
        if (!glyph.empty() && marks.find(glyph) != std::string::npos)
            lines += "\n" + escape(glyph) + " " + page.say(meaning);
    return lines.empty() && !marks.empty() ? "\n" + escape(marks) : lines;
}

/// What the cell says aloud and in its tooltip: the first line is its head.
std::string spoken(Page const& page, Matrix const& matrix, std::size_t at) {
    std::size_t const width = matrix.columns.size();
    int const decimals = decimals_for(matrix.low, matrix.high);
    double const value = matrix.values[at];
    std::string text =
        page.say(matrix.rows[at / width].name) + " · " + page.say(matrix.columns[at % width].name) + "\n";
    if (!std::isfinite(value)) return text + page.say(words::not_applicable);
    text += figure(value, decimals);
    if (!matrix.intervals.empty())
        text += "\n" + page.say(words::interval) + " " + figure(matrix.intervals.at(at), decimals);
    if (!matrix.marks.empty()) text += spoken_marks(page, matrix, matrix.marks.at(at));
    return text;
}

void set_cell(Page& page, Matrix const& matrix, MatrixGeometry const& geometry, std::size_t at) {
    double const value = matrix.values[at];
    int const x = geometry.label + static_cast<int>(at % matrix.columns.size()) * geometry.cell;
    int const middle = x + geometry.cell / 2;
    std::string const link = matrix.links.empty() ? std::string{} : matrix.links.at(at);
    std::string const shade =
        std::isfinite(value) ? fmt::format("q{}", Axis{matrix.low, matrix.high}.step(value, classes)) : "na";
    std::string const data = std::isfinite(value) ? fmt::format(" data-v=\"{:.6g}\"", value) : "";
    std::string const open = link.empty() ? "<g role=\"img\"" : "<a href=\"#" + anchor("ledger", link) + "\"";
    std::string const mark =
        matrix.marks.empty() || matrix.marks.at(at).empty()
            ? ""
            : fmt::format("<text class=\"mark\" x=\"{}\" y=\"17\">{}</text>", middle + 11, escape(matrix.marks[at]));
    page.out +=
        fmt::format("{} class=\"cell {}\"{} aria-label=\"{}\"><rect x=\"{}\" y=\"1\" width=\"{}\" height=\"{}\"/>"
                    "<text x=\"{}\" y=\"17\">{}</text>{}</{}>\n",
                    open, shade, data, spoken(page, matrix, at), x + 1, geometry.cell - 2, matrix_row_height - 2,
                    middle + 8, cell_figure(value, matrix.low, matrix.high), mark, link.empty() ? "g" : "a");
}

double row_mean(Matrix const& matrix, std::size_t row) {
    double sum = 0;
    int count = 0;
    for (std::size_t j = 0; j < matrix.columns.size(); ++j)
        if (double const value = matrix.values[row * matrix.columns.size() + j]; std::isfinite(value)) {
            sum += value;
            ++count;
        }
    return sum / count; // NaN for a row without values
}

void set_row(Page& page, Matrix const& matrix, MatrixGeometry const& geometry, std::size_t row, std::size_t group,
             int y) {
    double const mean = row_mean(matrix, row);
    page.out += fmt::format("<g class=\"row\" data-group=\"{}\" transform=\"translate(0 {})\"{}>\n", group, y,
                            std::isfinite(mean) ? fmt::format(" data-mean=\"{:.6g}\"", mean) : "");
    page.out += fmt::format("<text class=\"row-name\" x=\"{}\" y=\"17\">{}</text>\n", geometry.label - 10,
                            escape(shorten(matrix.rows[row].name.in(page.language), 27)));
    for (std::size_t j = 0; j < matrix.columns.size(); ++j)
        set_cell(page, matrix, geometry, row * matrix.columns.size() + j);
    page.out += fmt::format("<text class=\"mean\" x=\"{}\" y=\"17\">{}</text>\n</g>\n",
                            geometry.label + static_cast<int>(matrix.columns.size()) * geometry.cell + mean_width / 2,
                            cell_figure(mean, matrix.low, matrix.high));
}

void set_head(Page& page, MatrixGeometry const& geometry, std::string const& name, std::string const& sort, int x) {
    std::string const place =
        geometry.slanted
            ? fmt::format("class=\"head slanted\" transform=\"translate({} {}) rotate(-45)\"", x, geometry.head - 8)
            : fmt::format("class=\"head\" x=\"{}\" y=\"{}\"", x, geometry.head - 10);
    page.out += fmt::format("<text {} data-sort=\"{}\">{}</text>\n", place, sort, name);
}

void set_heads(Page& page, Matrix const& matrix, MatrixGeometry const& geometry) {
    int x = geometry.label + geometry.cell / 2;
    for (std::size_t j = 0; j < matrix.columns.size(); ++j, x += geometry.cell)
        set_head(page, geometry, page.say(matrix.columns[j].name), std::to_string(j), x);
    set_head(page, geometry, page.say(words::mean), "mean", x + (mean_width - geometry.cell) / 2);
}

void set_picture(Page& page, Matrix const& matrix) {
    MatrixGeometry const geometry = measure(page, matrix);
    page.out +=
        fmt::format("<div class=\"wide\"><svg class=\"heat\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" "
                    "role=\"group\" aria-label=\"{2}\">\n",
                    geometry.width, geometry.height, page.say(matrix.title));
    set_heads(page, matrix, geometry);
    int y = geometry.head;
    std::size_t group = 0;
    for (std::size_t i = 0; i < matrix.rows.size(); ++i, y += matrix_row_height) {
        for (RowGroup const& one : matrix.groups)
            if (one.first == i) {
                y += matrix_group_height;
                ++group;
                page.out +=
                    fmt::format("<text class=\"group\" x=\"0\" y=\"{}\">{}</text>\n", y - 9, page.say(one.head));
            }
        set_row(page, matrix, geometry, i, group, y);
    }
    page.out += "</svg></div>\n";
}

/// What pointing at a cell and selecting it bring, if anything that is not in sight.
std::string hint(Page const& page, Matrix const& matrix) {
    if (!matrix.links.empty()) return page.say(words::hover_hint);
    return matrix.intervals.empty() ? std::string{} : page.say(words::interval_hint);
}

/// Hidden until the script is there to obey it.
void set_tools(Page& page, Matrix const& matrix) {
    page.out += "<p class=\"tools\" hidden><label>" + page.say(words::sort_rows) + " <select><option value=\"\">" +
                page.say(words::as_given) + "</option>";
    for (std::size_t j = 0; j < matrix.columns.size(); ++j)
        page.out += fmt::format("<option value=\"{}\">{}</option>", j, page.say(matrix.columns[j].name));
    page.out += "<option value=\"mean\">" + page.say(words::mean) +
                "</option></select></label> <button type=\"button\">" + page.say(words::reverse) + "</button> <span>" +
                hint(page, matrix) + "</span></p>\n";
}

void set_legend(Page& page, Matrix const& matrix) {
    page.out += fmt::format("<p class=\"legend\"><span class=\"scale\">{} {} ", short_figure(matrix.low),
                            page.say(matrix.low_meaning));
    page.out += "<svg class=\"heat\" width=\"198\" height=\"12\" viewBox=\"0 0 198 12\" aria-hidden=\"true\">";
    for (int k = 0; k < classes; ++k)
        page.out += fmt::format("<rect class=\"q{}\" x=\"{}\" y=\"0\" width=\"18\" height=\"12\"/>", k, 18 * k);
    page.out += fmt::format("</svg> {} {}</span>", short_figure(matrix.high), page.say(matrix.high_meaning));
    for (auto const& [mark, meaning] : matrix.legend)
        page.out += " <span><b>" + escape(mark) + "</b> " + page.say(meaning) + "</span>";
    page.out += " <span><b>" + page.say(words::mean) + "</b> " + page.say(words::plain_mean) + "</span></p>\n";
}

Table as_table(Matrix const& matrix) {
    Table table;
    table.title = matrix.title;
    table.columns.push_back({"row", words::actor});
    for (Label const& column : matrix.columns) table.columns.push_back({column.key, column.name});
    int const decimals = decimals_for(matrix.low, matrix.high);
    for (std::size_t i = 0; i < matrix.rows.size(); ++i) {
        std::vector<Entry> row{matrix.rows[i].name};
        for (std::size_t j = 0; j < matrix.columns.size(); ++j) {
            std::size_t const at = i * matrix.columns.size() + j;
            Number number{matrix.values[at], decimals};
            if (!matrix.intervals.empty()) number.interval = matrix.intervals.at(at);
            row.emplace_back(number);
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

void set(Page& page, Matrix const& matrix) {
    open_shape(page, "matrix", matrix.id, matrix.title, matrix.note);
    set_tools(page, matrix);
    set_picture(page, matrix);
    set_legend(page, matrix);
    set_as_table(page, as_table(matrix));
    page.out += "</section>\n";
}

} // namespace casus::report
