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
                       50 * std::abs(*line.value) / most);
}

std::string source_cell(Page const& page, std::string const& source) {
    auto const cited = std::any_of(page.report.sources.begin(), page.report.sources.end(),
                                   [&source](auto const& one) { return one.first == source; });
    if (!cited) return escape(source);
    return "<a href=\"#" + anchor("source", source) + "\">" + escape(source) + "</a>";
}

void set_line(Page& page, LedgerLine const& line, double most) {
    page.out += fmt::format("<tr class=\"l{}\"><th scope=\"row\">{}</th><td class=\"n\">{}</td><td class=\"vb\">{}</td>"
                            "<td>{}</td><td class=\"src\">{}</td></tr>\n",
                            std::clamp(line.level, 0, 2), page.say(line.term),
                            line.value ? ledger_figure(*line.value) : std::string{}, value_bar(line, most),
                            page.say(line.how), source_cell(page, line.source));
}

} // namespace

void set(Page& page, Ledger const& ledger) {
    page.out += fmt::format("<details class=\"ledger\"><summary>{}</summary>\n<div id=\"{}\" class=\"account\">\n",
                            page.say(ledger.title.empty() ? Text{ledger.id, ledger.id} : ledger.title),
                            anchor("ledger", ledger.id));
    if (!ledger.summary.empty()) page.out += "<p>" + page.say(ledger.summary) + "</p>\n";
    page.out += "<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">" + page.say(words::term) +
                "</th><th scope=\"col\" class=\"n\">" + page.say(words::value) + "</th><td></td><th scope=\"col\">" +
                page.say(words::how) + "</th><th scope=\"col\">" + page.say(words::source) +
                "</th></tr></thead>\n<tbody>\n";
    double const most = largest(ledger);
    for (LedgerLine const& line : ledger.lines) set_line(page, line, most);
    page.out += "</tbody></table></div>\n</div></details>\n";
}

} // namespace casus::report
