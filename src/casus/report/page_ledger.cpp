// A ledger folded into one line; its anchor lies inside, so that a link to it unfolds it without a script.
#include "casus/report/figures.hpp"
#include "casus/report/page.hpp"
#include "casus/report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace casus::report {

namespace {

/// Figures inside a term have units of their own; totals and terms are compared.
bool compares(LedgerLine const& line) { return line.level < 2 && line.value && std::isfinite(*line.value); }

double largest(Ledger const& ledger) {
    double most = 0;
    for (LedgerLine const& line : ledger.lines)
        if (compares(line)) most = std::max(most, std::abs(*line.value));
    return most;
}

std::string value_bar(LedgerLine const& line, double most) {
    if (!compares(line) || most <= 0) return {};
    return fmt::format("<i class=\"{}\" style=\"width:{:.1f}%\"></i>", *line.value < 0 ? "minus" : "plus",
                       46 * std::abs(*line.value) / most);
}

std::string source(Page const& page, Text const& text) {
    std::string const& key = text.in(page.language);
    auto const cited = std::any_of(page.report.sources.begin(), page.report.sources.end(),
                                   [&key](auto const& one) { return one.first == key; });
    if (!cited) return escape(key);
    return "<a href=\"#" + anchor("source", key) + "\">" + escape(key) + "</a>";
}

/// Markup is kept short here: a report holds ten thousand such lines, and the style knows the columns by their place.
void set_line(Page& page, LedgerLine const& line, double most) {
    std::string remark = page.say(line.how);
    if (!line.source.empty()) remark += " <small>" + source(page, line.source) + "</small>";
    page.out += fmt::format("<tr class=\"l{}\"><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                            std::clamp(line.level, 0, 2), page.say(line.term),
                            line.value ? ledger_figure(*line.value) : std::string{}, value_bar(line, most), remark);
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
    double const most = largest(ledger);
    for (LedgerLine const& line : ledger.lines) set_line(page, line, most);
    page.out += "</tbody></table></div>\n</div></details>\n";
}

} // namespace casus::report
