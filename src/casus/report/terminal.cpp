#include "casus/report/terminal.hpp"

#include "casus/report/glyphs.hpp"
#include "casus/report/linked.hpp"
#include "casus/report/provenance.hpp"
#include "casus/report/sheet.hpp"
#include "casus/report/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {

namespace {

std::string repeated(std::string_view glyph, int count) {
    std::string row;
    for (int i = 0; i < count; ++i) row += glyph;
    return row;
}

void draw_chapter_head(Sheet& sheet, std::string const& title) {
    sheet.line();
    sheet.line();
    std::string const shown = shorten(title, sheet.width - 6);
    int const rule = sheet.width - display_width(shown) - 4;
    sheet.line(sheet.inked("━━", Ink::Dim) + " " + sheet.inked(shown, Ink::Bold) + " " +
               sheet.inked(repeated("━", rule), Ink::Dim));
}

void draw_chapter(Sheet& sheet, Chapter const& chapter, std::map<std::string, Text> const& linked) {
    draw_chapter_head(sheet, sheet.say(chapter.title));
    if (!chapter.lead.empty()) {
        sheet.line();
        sheet.paragraph(sheet.say(chapter.lead));
    }
    std::size_t behind = 0;
    std::string example;
    for (Shape const& shape : chapter.shapes) {
        if (auto const* ledger = std::get_if<Ledger>(&shape); ledger && linked.contains(ledger->id)) {
            if (behind++ == 0) example = ledger->id;
            continue;
        }
        sheet.line();
        std::visit([&sheet](auto const& one) { draw(sheet, one); }, shape);
    }
    if (behind == 0) return;
    sheet.line();
    sheet.paragraph(fmt::format(fmt::runtime(sheet.say(words::ledgers_behind)), behind, example), Ink::Dim);
}

void draw_sources(Sheet& sheet, Report const& report) {
    if (report.sources.empty()) return;
    draw_chapter_head(sheet, sheet.say(words::sources));
    sheet.line();
    int key_width = 0;
    for (auto const& [key, citation] : report.sources) key_width = std::max(key_width, display_width(key));
    key_width = std::min(key_width, sheet.width / 4);
    for (auto const& [key, citation] : report.sources)
        sheet.paragraph(citation, Ink::Plain, key_width + 2, shorten(key, key_width));
}

/// As many entries to a line as fit.
void draw_entries(Sheet& sheet, Provenance const& entries) {
    std::string line;
    for (auto const& [label, value] : entries) {
        std::string const entry = sheet.say(label) + " " + value;
        if (!line.empty() && display_width(line) + 3 + display_width(entry) > sheet.width) {
            sheet.paragraph(line, Ink::Dim);
            line.clear();
        }
        line += (line.empty() ? "" : " · ") + entry;
    }
    if (!line.empty()) sheet.paragraph(line, Ink::Dim);
}

void draw_manifest(Sheet& sheet, Manifest const& manifest) {
    sheet.line();
    sheet.line();
    draw_entries(sheet, decisive_entries(manifest));
    draw_entries(sheet, run_entries(manifest));
}

} // namespace

std::string terminal(Report const& report, Language language, TerminalStyle const& style) {
    Sheet sheet{language, style.colour, std::max(60, style.width)};
    auto const linked = linked_ledgers(report);
    sheet.line();
    sheet.paragraph(sheet.say(report.title), Ink::Bold);
    if (!report.subtitle.empty()) sheet.paragraph(sheet.say(report.subtitle), Ink::Dim);
    for (Chapter const& chapter : report.chapters) draw_chapter(sheet, chapter, linked);
    draw_sources(sheet, report);
    draw_manifest(sheet, report.manifest);
    return std::move(sheet.out);
}

} // namespace casus::report
