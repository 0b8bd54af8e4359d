#include "casus/report/html.hpp"

#include "casus/report/linked.hpp"
#include "casus/report/page.hpp"
#include "casus/report/provenance.hpp"
#include "casus/report/words.hpp"
#include "casus_page.hpp"

#include <fmt/format.h>

namespace casus::report {

namespace {

void open_page(Page& page) {
    bool const chinese = page.language == Language::Chinese;
    page.out += fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
                            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                            "<meta name=\"color-scheme\" content=\"light dark\">\n"
                            "<meta name=\"generator\" content=\"casus {}\">\n"
                            // The page holds all that it shows: whatever else a text in it might ask for is refused.
                            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                            "'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
                            "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n",
                            chinese ? "zh-Hans" : "en", escape(page.report.manifest.program_version),
                            page.say(page.report.title), page_css);
    page.out += "<a class=\"skip\" href=\"#text\">" + page.say(words::skip) + "</a>\n";
    page.out += "<header>\n<h1>" + page.say(page.report.title) + "</h1>\n";
    if (!page.report.subtitle.empty()) page.out += "<p>" + page.say(page.report.subtitle) + "</p>\n";
    page.out += "</header>\n";
}

void set_contents(Page& page) {
    page.out += fmt::format("<nav aria-label=\"{0}\">\n<h2>{0}</h2>\n<ol>\n", page.say(words::contents));
    auto const entry = [&page](std::string const& target, Text const& title) {
        page.out += "<li><a href=\"#" + target + "\">" + page.say(title) + "</a></li>\n";
    };
    for (Chapter const& chapter : page.report.chapters) entry(anchor("chapter", chapter.id), chapter.title);
    if (!page.report.sources.empty()) entry("sources", words::sources);
    entry("manifest", words::manifest);
    page.out += "</ol>\n</nav>\n";
}

/// Ledgers that stand behind the cells of one row of a matrix lie together under the name of that row.
class LedgerFolds {
public:
    explicit LedgerFolds(Page& page) : page_(page) {}

    void before(Shape const& shape) {
        auto const* ledger = std::get_if<Ledger>(&shape);
        std::string const name = ledger ? page_.say(row_behind(page_.linked, ledger->id)) : std::string{};
        if (name == open_) return;
        close();
        if (!name.empty()) page_.out += "<details class=\"fold\"><summary>" + name + "</summary>\n";
        open_ = name;
    }

    void close() {
        if (!open_.empty()) page_.out += "</details>\n";
        open_.clear();
    }

private:
    Page& page_;
    std::string open_;
};

void set_chapter(Page& page, Chapter const& chapter) {
    page.out += fmt::format("<section class=\"chapter\" id=\"{}\">\n<h2>{}</h2>\n", anchor("chapter", chapter.id),
                            page.say(chapter.title));
    if (!chapter.lead.empty()) page.out += "<p class=\"lead\">" + page.say(chapter.lead) + "</p>\n";
    LedgerFolds folds(page);
    for (Shape const& shape : chapter.shapes) {
        folds.before(shape);
        std::visit([&page](auto const& one) { set(page, one); }, shape);
    }
    folds.close();
    page.out += "</section>\n";
}

void set_sources(Page& page) {
    if (page.report.sources.empty()) return;
    page.out += "<section class=\"chapter\" id=\"sources\">\n<h2>" + page.say(words::sources) + "</h2>\n<dl>\n";
    for (auto const& [key, citation] : page.report.sources)
        page.out +=
            fmt::format("<dt id=\"{}\">{}</dt><dd>{}</dd>\n", anchor("source", key), escape(key), escape(citation));
    page.out += "</dl>\n</section>\n";
}

void set_manifest(Page& page) {
    page.out += "<section class=\"chapter\" id=\"manifest\">\n<h2>" + page.say(words::manifest) + "</h2>\n<dl>\n";
    auto const put = [&page](Provenance const& entries) {
        for (auto const& [label, value] : entries)
            page.out += "<dt>" + page.say(label) + "</dt><dd>" + escape(value) + "</dd>\n";
    };
    put(decisive_entries(page.report.manifest));
    put(run_entries(page.report.manifest));
    page.out += "</dl>\n</section>\n";
}

/// What the script shows and hides: the panel for a ledger and the tooltip.
void close_page(Page& page) {
    page.out += fmt::format("<dialog id=\"panel\" aria-labelledby=\"panel-title\">\n<div class=\"panel-head\"><h2 "
                            "id=\"panel-title\"></h2><button type=\"button\">{}</button></div>\n<div "
                            "id=\"panel-body\"></div>\n</dialog>\n<div id=\"tip\" hidden></div>\n",
                            page.say(words::close));
    page.out += fmt::format("<script>\n{}</script>\n</body>\n</html>\n", page_js);
}

} // namespace

std::string html(Report const& report, Language language) {
    Page page{report, language, linked_ledgers(report)};
    open_page(page);
    page.out += "<div class=\"columns\">\n";
    set_contents(page);
    page.out += "<main id=\"text\">\n";
    for (Chapter const& chapter : report.chapters) set_chapter(page, chapter);
    set_sources(page);
    set_manifest(page);
    page.out += "</main>\n</div>\n";
    close_page(page);
    return std::move(page.out);
}

} // namespace casus::report
