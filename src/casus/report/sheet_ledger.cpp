// A ledger as indented lines: term, value on the decimal point, how it comes about and where it comes from.
#include "casus/report/figures.hpp"
#include "casus/report/glyphs.hpp"
#include "casus/report/sheet.hpp"
#include "casus/report/wrap.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace casus::report {

namespace {

struct LedgerLayout {
    int term = 0;
    int value = 0;
    int whole = 0; ///< columns before the decimal point
};

std::string indented(Sheet const& sheet, LedgerLine const& line) {
    return std::string(static_cast<std::size_t>(2 * std::max(0, line.level)), ' ') + sheet.say(line.term);
}

LedgerLayout lay_out(Sheet const& sheet, Ledger const& ledger) {
    LedgerLayout layout;
    int fraction = 0;
    for (LedgerLine const& line : ledger.lines) {
        layout.term = std::max(layout.term, display_width(indented(sheet, line)));
        if (!line.value) continue;
        std::string const digits = ledger_figure(*line.value);
        layout.whole = std::max(layout.whole, whole_columns(digits));
        fraction = std::max(fraction, display_width(digits) - whole_columns(digits));
    }
    layout.term = std::min(layout.term, sheet.width * 2 / 5);
    layout.value = layout.whole + fraction;
    return layout;
}

std::string aligned(LedgerLine const& line, LedgerLayout const& layout) {
    if (!line.value) return pad_right("", layout.value);
    std::string const digits = ledger_figure(*line.value);
    return pad_right(std::string(static_cast<std::size_t>(layout.whole - whole_columns(digits)), ' ') + digits,
                     layout.value);
}

/// A long term goes on below itself, as far in as it began.
std::vector<std::string> term_lines(Sheet const& sheet, LedgerLine const& line, LedgerLayout const& layout) {
    std::string const margin(static_cast<std::size_t>(2 * std::max(0, line.level)), ' ');
    std::vector<std::string> lines;
    for (std::string const& piece : wrap(sheet.say(line.term), layout.term - display_width(margin)))
        lines.push_back(margin + piece);
    return lines;
}

void draw_line(Sheet& sheet, LedgerLine const& line, LedgerLayout const& layout) {
    int const before = layout.term + 2 + layout.value + 2;
    int const room = sheet.width - before;
    std::vector<std::string> remarks;
    if (!line.how.empty()) remarks = wrap(sheet.say(line.how), room);
    if (!line.source.empty())
        for (std::string const& piece : wrap("[" + sheet.say(line.source) + "]", room)) remarks.push_back(piece);
    Ink const ink = line.level == 0 ? Ink::Bold : Ink::Plain;
    std::vector<std::string> const terms = term_lines(sheet, line, layout);
    for (std::size_t n = 0; n < std::max({terms.size(), remarks.size(), std::size_t{1}}); ++n)
        sheet.line(sheet.inked(pad_right(n < terms.size() ? terms[n] : "", layout.term), ink) + "  " +
                   sheet.inked(n == 0 ? aligned(line, layout) : pad_right("", layout.value), ink) + "  " +
                   sheet.inked(n < remarks.size() ? remarks[n] : "", Ink::Dim));
}

} // namespace

void draw(Sheet& sheet, Ledger const& ledger) {
    sheet.heading(ledger.title, {});
    if (!ledger.summary.empty()) sheet.paragraph(sheet.say(ledger.summary));
    sheet.line();
    LedgerLayout const layout = lay_out(sheet, ledger);
    for (LedgerLine const& line : ledger.lines) draw_line(sheet, line, layout);
}

} // namespace casus::report
