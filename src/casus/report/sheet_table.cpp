// A table in aligned columns: numbers on their decimal points, long text wrapped within its column, and a table that
// is too wide cut into panels that repeat the first column.
#include "casus/report/figures.hpp"
#include "casus/report/glyphs.hpp"
#include "casus/report/sheet.hpp"
#include "casus/report/wrap.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

namespace casus::report {

namespace {

constexpr int gap = 2;

struct TableColumn {
    std::string head;
    bool numeric = false;
    std::vector<std::string> cells; ///< numbers already aligned on the point
    int least = 1;                  ///< columns below which it cannot go
    int unbroken = 1;               ///< columns below which words are cut
    int natural = 1;                ///< columns that it would like
    int width = 1;                  ///< columns that it gets
};

int widest(std::vector<std::string> const& texts) {
    int most = 0;
    for (std::string const& text : texts) most = std::max(most, display_width(text));
    return most;
}

/// Pads so that decimal points, or units where there are none, stand below each other; intervals follow.
std::vector<std::string> align(std::vector<Entry const*> const& entries) {
    std::vector<std::string> values;
    std::vector<std::string> intervals;
    int whole = 0;
    for (Entry const* entry : entries) {
        auto const* number = std::get_if<Number>(entry);
        values.push_back(number ? figure(*number) : missing);
        intervals.push_back(number && number->interval ? figure(*number->interval, number->decimals) : "");
        whole = std::max(whole, whole_columns(values.back()));
    }
    for (std::string& value : values) value.insert(0, static_cast<std::size_t>(whole - whole_columns(value)), ' ');
    int const value_width = widest(values);
    int const interval_width = widest(intervals);
    if (interval_width > 0)
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = pad_right(values[i], value_width) + " " + pad_left(intervals[i], interval_width);
    return values;
}

TableColumn column_of(Sheet const& sheet, Table const& table, std::size_t j) {
    TableColumn column;
    column.head = sheet.say(table.columns[j].head);
    std::vector<Entry const*> entries;
    for (auto const& row : table.rows) entries.push_back(&row.at(j));
    auto const is_text = [](Entry const* entry) { return std::holds_alternative<Text>(*entry); };
    column.numeric = !entries.empty() && std::none_of(entries.begin(), entries.end(), is_text);
    if (column.numeric) {
        column.cells = align(entries);
    } else {
        for (Entry const* entry : entries) {
            auto const* text = std::get_if<Text>(entry);
            auto const* number = std::get_if<Number>(entry);
            column.cells.push_back(text ? sheet.say(*text) : number ? figure(*number) : missing);
        }
    }
    int const content = widest(column.cells);
    column.unbroken = std::max(longest_piece(column.head), column.numeric ? content : 1);
    if (!column.numeric)
        for (std::string const& cell : column.cells) column.unbroken = std::max(column.unbroken, longest_piece(cell));
    column.natural = std::max({1, content, display_width(column.head)});
    int least = std::min(longest_piece(column.head), 14);
    if (column.numeric)
        least = std::max(least, content);
    else
        for (std::string const& cell : column.cells) least = std::max(least, std::min(longest_piece(cell), 14));
    column.least = std::clamp(least, 1, sheet.width / 2);
    column.natural = std::max(column.natural, column.least);
    return column;
}

using Panel = std::vector<TableColumn>;

int panel_width(Panel const& panel) {
    return std::accumulate(panel.begin(), panel.end(), -gap,
                           [](int sum, TableColumn const& column) { return sum + column.least + gap; });
}

std::vector<Panel> panels(std::vector<TableColumn> const& columns, int width) {
    std::vector<Panel> all(1);
    for (TableColumn const& column : columns) {
        bool const full = panel_width(all.back()) + gap + column.least > width;
        if (full && all.back().size() > 1) all.push_back({columns.front()});
        all.back().push_back(column);
    }
    return all;
}

/// While a panel is too wide, the widest column that can narrows, none below its `floor`; what is still too much.
int narrow(Panel& panel, int over, int TableColumn::*floor) {
    auto const slack = [floor](TableColumn const& column) { return column.width > column.*floor ? column.width : 0; };
    for (; over > 0; --over) {
        auto const widest_one = std::max_element(panel.begin(), panel.end(),
                                                 [slack](auto const& a, auto const& b) { return slack(a) < slack(b); });
        if (slack(*widest_one) == 0) break;
        --widest_one->width;
    }
    return over;
}

/// Gives every column what it would like; where that is too much, long text is wrapped between words, and words are
/// cut only where that does not do. Short columns stay whole.
void fit(Panel& panel, int width) {
    int over = -gap - width;
    for (TableColumn& column : panel) {
        column.width = column.natural;
        over += column.width + gap;
    }
    narrow(panel, narrow(panel, over, &TableColumn::unbroken), &TableColumn::least);
}

using Cell = std::vector<std::string>; ///< its lines

std::string spaces(int count) { return std::string(static_cast<std::size_t>(std::max(0, count)), ' '); }

void draw_row(Sheet& sheet, Panel const& panel, std::vector<Cell> const& cells, Ink ink) {
    std::size_t height = 1;
    for (Cell const& cell : cells) height = std::max(height, cell.size());
    for (std::size_t k = 0; k < height; ++k) {
        std::string line;
        for (std::size_t j = 0; j < panel.size(); ++j) {
            std::string const piece = k < cells[j].size() ? cells[j][k] : std::string{};
            if (j > 0) line += spaces(gap);
            line += panel[j].numeric ? pad_left(piece, panel[j].width) : pad_right(piece, panel[j].width);
        }
        while (line.ends_with(' ')) line.pop_back();
        sheet.line(sheet.inked(line, ink));
    }
}

void draw_panel(Sheet& sheet, Panel& panel, std::size_t rows) {
    fit(panel, sheet.width);
    std::vector<Cell> cells;
    int total = -gap;
    for (TableColumn const& column : panel) {
        cells.push_back(wrap(column.head, column.width));
        total += column.width + gap;
    }
    draw_row(sheet, panel, cells, Ink::Bold);
    std::string rule;
    for (int x = 0; x < total; ++x) rule += "─";
    sheet.line(sheet.inked(rule, Ink::Dim));
    for (std::size_t i = 0; i < rows; ++i) {
        cells.clear();
        for (TableColumn const& column : panel)
            cells.push_back(column.numeric ? Cell{pad_right(column.cells[i], widest(column.cells))}
                                           : wrap(column.cells[i], column.width));
        draw_row(sheet, panel, cells, Ink::Plain);
    }
}

} // namespace

void draw(Sheet& sheet, Table const& table) {
    sheet.heading(table.title, table.note);
    std::vector<TableColumn> columns;
    for (std::size_t j = 0; j < table.columns.size(); ++j) columns.push_back(column_of(sheet, table, j));
    if (columns.empty()) return;
    for (Panel& panel : panels(columns, sheet.width)) {
        sheet.line();
        draw_panel(sheet, panel, table.rows.size());
    }
}

} // namespace casus::report
