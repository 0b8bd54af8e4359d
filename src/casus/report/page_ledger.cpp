// A ledger folded into one line; its anchor lies inside, so that a link to it unfolds it without a script.
#include "casus/report/figures.hpp"
#include "casus/report/page.hpp"
#include "casus/report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace casus::report {

namespace {

/// Lines from a total or heading to the next.
struct LedgerBlock {
    std::size_t first;
    std::size_t last;
    bool adds_up; ///< a total with its terms; under a heading without a value stand numbers of another kind
    double largest;
};

/// Figures inside a term have units of their own; totals and terms are compared.
bool compares(LedgerLine const& line) { return line.level < 2 && line.value && std::isfinite(*line.value); }

std::vector<LedgerBlock> blocks_of(Ledger const& ledger) {
    std::vector<LedgerBlock> blocks;
    for (std::size_t i = 0; i < ledger.lines.size(); ++i) {
        LedgerLine const& line = ledger.lines[i];
        if (line.level == 0 || blocks.empty()) blocks.push_back({i, i, compares(line), 0.0});
        blocks.back().last = i + 1;
        if (compares(line)) blocks.back().largest = std::max(blocks.back().largest, std::abs(*line.value));
    }
    return blocks;
}

bool has_terms(Ledger const& ledger, LedgerBlock const& block) {
    for (std::size_t i = block.first; i < block.last; ++i)
        if (ledger.lines[i].level == 1) return true;
    return false;
}

/// The value that fills a bar, per line; 0 where there is nothing to compare with. Totals and their terms share one
/// scale through the whole ledger, so that options can be compared.
std::vector<double> bar_scales(Ledger const& ledger) {
    std::vector<LedgerBlock> const blocks = blocks_of(ledger);
    double common = 0;
    for (LedgerBlock const& block : blocks)
        if (block.adds_up && has_terms(ledger, block)) common = std::max(common, block.largest);
    std::vector<double> scales(ledger.lines.size(), 0.0);
    for (LedgerBlock const& block : blocks)
        if (has_terms(ledger, block))
            for (std::size_t i = block.first; i < block.last; ++i) scales[i] = block.adds_up ? common : block.largest;
    return scales;
}

/// A custom property that the style turns into a bar: p to the right, n to the left, up to 46 % of the cell.
std::string bar(LedgerLine const& line, double scale) {
    if (!compares(line) || scale <= 0) return {};
    double const length = 46 * std::abs(*line.value) / scale;
    if (length < 0.05) return {};
    return fmt::format(" style=\"--{}:{:.1f}\"", *line.value < 0 ? "n" : "p", length);
}

/// A source as a note of a figure gives it: its key, alone or before a colon, leads to the citation.
std::string source(Page const& page, Text const& text) {
    std::string const& note = text.in(page.language);
    for (auto const& [key, citation] : page.report.sources)
        if (note == key || note.starts_with(key + ":"))
            return "<a href=\"#" + anchor("source", key) + "\">" + escape(key) + "</a>" +
                   escape(note.substr(key.size()));
    return escape(note);
}

/// Markup is kept as short as HTML allows (end tags of cells and rows may be left out, the style knows columns by
/// their place): a report of three hundred ledgers holds some twenty thousand such lines.
void set_line(Page& page, LedgerLine const& line, double scale) {
    page.out += line.level <= 0 ? "<tr class=\"l0\"><th>" : line.level == 1 ? "<tr class=\"l1\"><th>" : "<tr><th>";
    page.out += page.say(line.term) + "<td>";
    if (line.value) page.out += ledger_figure(*line.value);
    page.out += "<td" + bar(line, scale) + "><td>" + page.say(line.how);
    if (!line.source.empty()) page.out += " <small>" + source(page, line.source) + "</small>";
    page.out += '\n';
}

} // namespace

void set(Page& page, Ledger const& ledger) {
    page.out += fmt::format("<details class=\"ledger\"><summary>{}</summary>\n<div id=\"{}\" class=\"account\">\n",
                            page.say(ledger.title.empty() ? Text{ledger.id, ledger.id} : ledger.title),
                            anchor("ledger", ledger.id));
    if (!ledger.summary.empty()) page.out += "<p>" + page.say(ledger.summary) + "</p>\n";
    page.out += "<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">" + page.say(words::term) +
                "</th><th scope=\"col\">" + page.say(words::value) + "</th><td></td><th scope=\"col\">" +
                page.say(words::how_and_source) + "</th></tr></thead>\n<tbody>\n";
    std::vector<double> const scales = bar_scales(ledger);
    for (std::size_t i = 0; i < ledger.lines.size(); ++i) set_line(page, ledger.lines[i], scales[i]);
    page.out += "</tbody></table></div>\n</div></details>\n";
}

} // namespace casus::report
