#include "casus/report/page.hpp"

#include "casus/report/figures.hpp"
#include "casus/report/glyphs.hpp"
#include "casus/report/words.hpp"

#include <fmt/format.h>

#include <cmath>

namespace casus::report {

namespace {

/// Names stay on one line, sentences get room: a browser left alone breaks Chinese names into single characters.
std::string length_class(Page const& page, Text const& text) {
    int const columns = display_width(text.in(page.language));
    return columns <= 24 ? " class=\"brief\"" : columns > 60 ? " class=\"long\"" : "";
}

/// Numbers carry their value for the script that sorts, so that it need not read figures.
std::string entry_cell(Page const& page, Entry const& entry, bool heads_row) {
    std::string const tag = heads_row ? "th" : "td";
    std::string const scope = heads_row ? " scope=\"row\"" : "";
    if (auto const* text = std::get_if<Text>(&entry))
        return fmt::format("<{0}{1}{2}>{3}</{0}>", tag, scope, length_class(page, *text), page.say(*text));
    auto const* number = std::get_if<Number>(&entry);
    if (!number || !std::isfinite(number->value))
        return fmt::format("<{0}{1} class=\"n na\">{2}</{0}>", tag, scope, missing);
    std::string interval;
    if (number->interval)
        interval = fmt::format(" <span class=\"ci\">{}</span>", figure(*number->interval, number->decimals));
    return fmt::format("<{0}{1} class=\"n\" data-v=\"{2:.6g}\">{3}{4}</{0}>", tag, scope, number->value,
                       figure(*number), interval);
}

bool is_numeric(Table const& table, std::size_t column) {
    for (auto const& row : table.rows)
        if (std::holds_alternative<Text>(row.at(column))) return false;
    return !table.rows.empty();
}

} // namespace

void open_shape(Page& page, std::string const& kind, std::string const& id, Text const& title, Text const& note) {
    page.out += fmt::format("<section class=\"{}\" id=\"{}\">\n", kind, anchor("shape", id));
    if (!title.empty()) page.out += "<h3>" + page.say(title) + "</h3>\n";
    if (!note.empty()) page.out += "<p class=\"note\">" + page.say(note) + "</p>\n";
}

void set(Page& page, Notes const& notes) {
    open_shape(page, "notes", notes.id, notes.title, {});
    page.out += "<ul>\n";
    for (Text const& item : notes.items) page.out += "<li>" + page.say(item) + "</li>\n";
    page.out += "</ul>\n</section>\n";
}

void set_rows(Page& page, Table const& table) {
    page.out += "<div class=\"wide\"><table class=\"sortable\"";
    if (!table.title.empty()) page.out += " aria-label=\"" + page.say(table.title) + "\"";
    page.out += ">\n<thead><tr>";
    for (std::size_t j = 0; j < table.columns.size(); ++j)
        page.out += fmt::format("<th scope=\"col\"{}>{}</th>", is_numeric(table, j) ? " class=\"n\"" : "",
                                page.say(table.columns[j].head));
    page.out += "</tr></thead>\n<tbody>\n";
    for (auto const& row : table.rows) {
        page.out += "<tr>";
        for (std::size_t j = 0; j < table.columns.size(); ++j) page.out += entry_cell(page, row.at(j), j == 0);
        page.out += "</tr>\n";
    }
    page.out += "</tbody></table></div>\n";
}

void set(Page& page, Table const& table) {
    open_shape(page, "table", table.id, table.title, table.note);
    set_rows(page, table);
    page.out += "</section>\n";
}

void set_as_table(Page& page, Table const& table) {
    page.out += "<details class=\"as-table\"><summary>" + page.say(words::as_table) + "</summary>\n";
    set_rows(page, table);
    page.out += "</details>\n";
}

} // namespace casus::report
