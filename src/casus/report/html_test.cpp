#include "casus/report/html.hpp"

#include "casus/report/sample_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace casus::report {

using testing::HasSubstr;
using testing::Not;

namespace {

/// Cells and rows may be left open; what follows ends them.
void end_implied(std::vector<std::string>& open, bool closing, std::string const& name) {
    auto const is_cell = [&] { return !open.empty() && (open.back() == "td" || open.back() == "th"); };
    bool const cell = name == "td" || name == "th";
    bool const row = name == "tr";
    bool const body = closing && (name == "tbody" || name == "thead" || name == "table");
    if ((cell && !closing) || row || body)
        if (is_cell()) open.pop_back();
    if ((row && !closing) || body)
        if (!open.empty() && open.back() == "tr") open.pop_back();
}

/// The first thing wrong with the nesting of tags and the quotes of attributes, or an empty string.
std::string ill_formed(std::string const& page) {
    static std::set<std::string> const without_end{"meta", "br", "input", "link"};
    static std::regex const tag(R"(^<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z][a-zA-Z0-9-]*(?:="[^"<]*")?)*)\s*(/?)>)");
    std::vector<std::string> open;
    for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
        if (page.compare(at, 9, "<!DOCTYPE") == 0) continue;
        std::string const piece = page.substr(at, 3000);
        std::smatch match;
        if (!std::regex_search(piece, match, tag)) return "no tag: " + piece.substr(0, 60);
        std::string const name = match[2];
        end_implied(open, match[1] == "/", name);
        if (match[1] == "/") {
            if (open.empty() || open.back() != name) return "unexpected end: " + piece.substr(0, 60);
            open.pop_back();
        } else if (match[4] != "/" && !without_end.contains(name)) {
            open.push_back(name);
            if (name == "script" || name == "style") at = page.find("</" + name, at) - 1;
        }
    }
    return open.empty() ? "" : "left open: " + open.back();
}

std::set<std::string> matches(std::string const& page, std::string const& pattern) {
    std::regex const expression(pattern);
    std::set<std::string> found;
    for (std::sregex_iterator at(page.begin(), page.end(), expression), end; at != end; ++at) found.insert((*at)[1]);
    return found;
}

/// Every text of every shape is hostile.
Report hostile() {
    std::string const bad = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&";
    Text const text{bad, bad};
    Report report;
    report.title = report.subtitle = text;
    Label const label{bad, text};
    RowGroup const group{0, text};
    Matrix matrix;
    matrix.id = bad;
    matrix.title = matrix.note = text;
    matrix.rows = matrix.columns = {label};
    matrix.groups = {group};
    matrix.values = {0.5};
    matrix.marks = {bad};
    matrix.links = {bad};
    matrix.legend = {{bad, text}, {"other", text}};
    matrix.low_meaning = matrix.high_meaning = text;
    Bars bars;
    bars.id = bad;
    bars.title = bars.note = text;
    bars.labels = {label};
    bars.groups = {group};
    bars.values = {0.5};
    Curves curves;
    curves.id = bad + "c";
    curves.title = curves.note = curves.x_meaning = curves.y_meaning = text;
    curves.panels = {{label, {{label, {0, 1}, {0, 1}, {}}, {{"other", text}, {0, 1}, {0, 1}, {}}}}};
    Network network;
    network.id = bad + "g";
    network.title = network.note = network.size_meaning = network.weight_meaning = network.value_meaning = text;
    network.low_meaning = network.high_meaning = text;
    network.nodes = {{label, 0, 0, 1, 0}, {label, 0, 0, 1, 0}, {{"other", text}, 1, 0, 1, 0}};
    network.groups = network.kinds = {label};
    network.panels = {{label, {{0, 2, 1, 0, true}}, {0.5, 0.5, 0.5}}, {label, {}, {}}};
    Scatter scatter{bad + "s", text, text, {text}, {text}, {{label, 0.5, 0.5, {}, {}, true, text}}, 0};
    Table table{bad + "t", text, text, {{bad, text}}, {{text}}};
    Ledger ledger{bad, text, text, {{text, 1.0, text, text, 0}}};
    Notes notes{bad + "n", text, {text}};
    report.chapters = {{bad, text, text, {matrix, bars, curves, network, scatter, table, ledger, notes}}};
    report.sources = {{bad, bad}};
    report.manifest = {bad, bad, bad, bad, {{bad, bad}}, {bad, bad}, bad, 1, 1, {{bad, bad}}};
    return report;
}

} // namespace

TEST(Html, PointsStandInsteadOfBars) {
    Report report = sample::report();
    Bars bars = sample::signed_bars();
    auto const count = [&](std::string_view what) {
        report.chapters = {{"one", {"One", "一"}, {}, {bars}}};
        std::string const page = html(report, Language::English);
        std::size_t found = 0;
        for (std::size_t at = page.find(what); at != std::string::npos; at = page.find(what, at + 1)) ++found;
        return found;
    };
    EXPECT_EQ(count("<circle"), 0U);
    bars.points = true;
    EXPECT_EQ(count("<circle"), 2U);
    EXPECT_EQ(count("<line class=\"zero\""), 1U);
}

TEST(Html, MatrixPromisesOnlyWhatItHas) {
    Report report = sample::report();
    Matrix matrix = sample::matrix();
    auto const page = [&] {
        report.chapters = {{"one", {"One", "一"}, {}, {matrix}}};
        return html(report, Language::English);
    };
    EXPECT_NE(page().find("select it for the reasoning"), std::string::npos);
    matrix.links.clear();
    EXPECT_EQ(page().find("select it for the reasoning"), std::string::npos);
    EXPECT_NE(page().find("Point at a cell for its interval."), std::string::npos);
    matrix.intervals.clear();
    EXPECT_EQ(page().find("Point at a cell"), std::string::npos);
}

TEST(Html, IsWellFormed) {
    EXPECT_EQ(ill_formed(html(sample::report(), Language::English)), "");
    EXPECT_EQ(ill_formed(html(sample::report(), Language::Chinese)), "");
    EXPECT_EQ(ill_formed(html(hostile(), Language::English)), "");
    EXPECT_EQ(ill_formed(html(Report{}, Language::English)), "");
}

TEST(Html, TheCheckerSeesWhatIsWrong) {
    EXPECT_NE(ill_formed("<p><b>x</p></b>"), "");
    EXPECT_NE(ill_formed("<p a=\"x\"y\">x</p>"), "");
    EXPECT_NE(ill_formed("<p>1 < 2</p>"), "");
    EXPECT_NE(ill_formed("<p>"), "");
}

TEST(Html, EscapesEveryText) {
    for (Language const language : {Language::English, Language::Chinese}) {
        std::string const page = html(hostile(), language);
        EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
        EXPECT_THAT(page, Not(HasSubstr("<img")));
        EXPECT_THAT(page, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;"));
    }
}

TEST(Html, AsksForNothingOutsideItself) {
    std::string const page = html(sample::report(), Language::English);
    EXPECT_THAT(page, HasSubstr("default-src 'none'"));
    EXPECT_EQ(matches(page, R"re((src=|url\(|@import|<link))re"), std::set<std::string>{});
    for (std::string const& target : matches(page, R"re( href="([^"]*)")re")) EXPECT_EQ(target.front(), '#') << target;
}

TEST(Html, EveryInnerLinkHasItsTarget) {
    std::string const page = html(sample::report(), Language::English);
    std::set<std::string> const ids = matches(page, R"re( id="([^"]*)")re");
    std::set<std::string> const targets = matches(page, R"re( href="#([^"]*)")re");
    EXPECT_GT(targets.size(), 315U);
    for (std::string const& target : targets) EXPECT_TRUE(ids.contains(target)) << target;
}

TEST(Html, NamesItsLanguage) {
    EXPECT_THAT(html(sample::report(), Language::English), HasSubstr("<html lang=\"en\">"));
    std::string const chinese = html(sample::report(), Language::Chinese);
    EXPECT_THAT(chinese, HasSubstr("<html lang=\"zh-Hans\">"));
    EXPECT_THAT(chinese, HasSubstr("<h1>美国与其联盟体系，2021 年</h1>"));
    EXPECT_THAT(chinese, Not(HasSubstr("How it comes about")));
}

TEST(Html, CellsSayWhatTheyShow) {
    std::string const page = html(sample::report(), Language::English);
    EXPECT_THAT(
        page, HasSubstr("aria-label=\"Australia · Health\n0.14\n90 % interval [0.02, 0.23]\n◆ selective deviation\""));
    EXPECT_THAT(page, HasSubstr("◆ selective deviation\n▽ against its own habit\""));
    EXPECT_THAT(page, HasSubstr("aria-label=\"Israel · Values\nnot applicable\""));
}

TEST(Html, CurvesBreakAtGapsAndKeepTheirFigures) {
    Curves curves;
    curves.x_low = 2000;
    curves.x_high = 2020;
    double const none = std::numeric_limits<double>::quiet_NaN();
    curves.panels = {{{"p", {"P", ""}},
                      {{{"a", {"A", ""}}, {2000, 2005, 2010, 2020}, {0, none, 1, 0.5}, {{0, 0.5}, {}, {}, {0.5, 1}}},
                       {{"b", {"B", ""}}, {2000, 2010}, {1, 0}, {}, true}}}};
    curves.panels[0].curves[0].bands[1] = curves.panels[0].curves[0].bands[2] = {none, none};
    curves.panels.push_back({{"q", {"Q", ""}}, {}});
    Report report;
    report.chapters = {{"c", {"c", ""}, {}, {curves}}};
    std::string const page = html(report, Language::English);
    EXPECT_THAT(page, HasSubstr("class=\"curve c0\" d=\"M40.0 112.0h0M150.0 8.0L260.0 60.0\" data-name=\"A\" "
                                "data-x=\"2000 2005 2010 2020\" data-y=\"0 NA 1 0.5\" data-low=\"0 NA NA 0.5\" "
                                "data-high=\"0.5 NA NA 1\""));
    EXPECT_THAT(page, HasSubstr("class=\"band c0\" d=\"M40.0 60.0V112.0ZM260.0 8.0V60.0Z\""));
    EXPECT_THAT(page, HasSubstr("class=\"curve c1\" d=\"M40.0 8.0H150.0V112.0\""));
    EXPECT_THAT(page, HasSubstr("y=\"130\">2005</text>"));
}

TEST(Html, BandsOfStepsGoBackAsTheyCame) {
    Curves curves;
    curves.x_high = 2;
    curves.panels = {{{"p", {}}, {{{"a", {}}, {0, 1, 2}, {1, 0.5, 0}, {{0.5, 1}, {0.25, 0.75}, {0, 0.5}}, true}}},
                     {{"q", {}}, {}}};
    Report report;
    report.chapters = {{"c", {"c", ""}, {}, {curves}}};
    EXPECT_THAT(html(report, Language::English),
                HasSubstr("class=\"band c0\" d=\"M40.0 8.0H150.0V34.0H260.0V60.0V112.0V86.0H150.0V60.0H40.0Z\""));
}

TEST(Html, ALonePanelOfCurvesTakesTheRoomThatThereIs) {
    Curves curves;
    curves.panels = {{{"p", {"P", ""}}, {{{"a", {"A", ""}}, {0, 1}, {0, 1}, {}}}}};
    Report report;
    report.chapters = {{"c", {"c", ""}, {}, {curves}}};
    EXPECT_THAT(html(report, Language::English), HasSubstr("d=\"M40.0 248.0L620.0 8.0\""));
}

TEST(Html, NodesLieAtTheSamePlacesInEveryPanel) {
    Report report;
    report.chapters = {{"c", {"c", ""}, {}, {sample::network()}}};
    std::string const page = html(report, Language::English);
    std::size_t const second = page.find("<figcaption>After the links");
    auto const places = [](std::string const& part) {
        std::vector<std::string> found;
        std::regex const expression(R"re(data-node="(\d+)"[^>]*><path transform="([^"]*)")re");
        for (std::sregex_iterator at(part.begin(), part.end(), expression), end; at != end; ++at)
            found.push_back((*at)[1].str() + ": " + (*at)[2].str());
        return found;
    };
    ASSERT_NE(second, std::string::npos);
    EXPECT_EQ(places(page).size(), 72U);
    EXPECT_EQ(places(page.substr(0, second)), places(page.substr(second)));
}

TEST(Html, EdgesSayWhatTheyAreAndWhichAreNew) {
    Report report;
    report.chapters = {{"c", {"c", ""}, {}, {sample::network()}}};
    std::string const page = html(report, Language::English);
    EXPECT_THAT(page, HasSubstr("<title>Japan – United Kingdom: link 0.75 (added)</title><path class=\"halo\""));
    EXPECT_THAT(page, HasSubstr("<desc>After the links · edges: 36, added: 2</desc>"));
    EXPECT_THAT(page, HasSubstr("aria-label=\"Japan\nIndo-Pacific\nReliability "));
    EXPECT_THAT(page, HasSubstr("\nlink: United Kingdom 0.75 (added)\""));
    EXPECT_THAT(page, HasSubstr("\ntreaty: 35 edges\"")); // too many to be named
    EXPECT_EQ(matches(page, R"re(class="spot node (none)" role="img" data-node="5")re").size(), 1U);
}

TEST(Html, SeveralEdgesOfOnePairBendAside) {
    Network network;
    network.nodes = {{{"a", {"a", ""}}, 0, 0}, {{"b", {"b", ""}}, 1, 0}};
    network.groups = {{"g", {"g", ""}}};
    network.kinds = {{"k", {"k", ""}}, {"l", {"l", ""}}};
    network.panels = {{{"p", {"p", ""}}, {{0, 1, 0, 0}, {1, 0, 1, 1}}}};
    Report report;
    report.chapters = {{"c", {"c", ""}, {}, {network}}};
    std::string const page = html(report, Language::English);
    EXPECT_THAT(page, HasSubstr("<path d=\"M30.0 86.0L710.0 86.0\" stroke-width=\"0.7\"/>"));
    EXPECT_THAT(page, HasSubstr("<path d=\"M30.0 86.0Q370.0 194.8 710.0 86.0\" stroke-width=\"3.0\"/>"));
}

TEST(Html, NamesThatFindNoRoomGiveWayToKeysThatAreExplained) {
    Report report;
    Network network = sample::network();
    auto const page = [&] {
        report.chapters = {{"c", {"c", ""}, {}, {network}}};
        return html(report, Language::English);
    };
    EXPECT_THAT(page(), HasSubstr("<b>MKD</b> North Macedonia"));
    EXPECT_THAT(page(), HasSubstr(">MKD</text></g>"));
    network.panels.resize(1);
    network.nodes.resize(4);
    network.panels[0].edges.clear();
    EXPECT_THAT(page(), Not(HasSubstr("<b>DEU</b>")));
    EXPECT_THAT(page(), HasSubstr(">Germany</text></g>"));
}

TEST(Html, TheFrontierIsAStaircaseThatPromisesNoMixture) {
    Scatter scatter;
    scatter.points = {{{"a", {"A", ""}}, 0.0, 1.0, {}, {}, true},
                      {{"b", {"B", ""}}, 1.0, 0.0, {}, {}, true},
                      {{"c", {"C", ""}}, 0.5, 0.5, {}, {}, true},
                      {{"d", {"D", ""}}, 0.9, 0.9}};
    Report report;
    auto const page = [&] {
        report.chapters = {{"c", {"c", ""}, {}, {scatter}}};
        return html(report, Language::English);
    };
    EXPECT_THAT(page(), HasSubstr("d=\"M44.0 30.0L44.0 180.0L264.0 180.0L264.0 330.0L484.0 330.0\""));
    scatter.x.less_is_better = true;
    EXPECT_THAT(page(), HasSubstr("d=\"M44.0 30.0L264.0 30.0L264.0 180.0L484.0 180.0L484.0 330.0\""));
    scatter.steps = false;
    EXPECT_THAT(page(), HasSubstr("d=\"M44.0 30.0L264.0 180.0L484.0 330.0\""));
}

TEST(Html, PointsSayWhatTheyShow) {
    Report report;
    report.chapters = {{"c", {"c", ""}, {}, {sample::scatter()}}};
    std::string const page = html(report, Language::English);
    EXPECT_THAT(page, HasSubstr("class=\"spot point best hold\" role=\"img\" aria-label=\"Hold\nLeader&#39;s cost 0.10 "
                                "[0.05, 0.20]\nReliability 0.30 [0.20, 0.45]\non the frontier, reference point\""));
    EXPECT_THAT(page, HasSubstr("on the frontier\nJapan – United Kingdom, Australia – United Kingdom\""));
    EXPECT_EQ(matches(page, R"re(aria-label="(Divide the rivals)[^"]*")re").size(), 0U);
    EXPECT_THAT(page, HasSubstr("<th scope=\"row\" class=\"brief\">Divide the rivals</th>"));
}

TEST(Html, BarsOfALedgerCompareTotalsAndTermsOnly) {
    Report report;
    Ledger ledger{"l", {"l", ""}, {}, {}};
    ledger.lines = {{{"total", ""}, -0.2, {}, {}, 0}, {{"term", ""}, -0.2, {}, {}, 1}, {{"figure", ""}, 9e9, {}, {}, 2},
                    {{"other", ""}, 0.1, {}, {}, 0},  {{"term", ""}, 0.1, {}, {}, 1},  {{"lone", ""}, 7.0, {}, {}, 0},
                    {{"heading", ""}, {}, {}, {}, 0}, {{"share", ""}, 0.9, {}, {}, 1}};
    report.chapters = {{"c", {"c", ""}, {}, {ledger}}};
    std::string const page = html(report, Language::English);
    EXPECT_THAT(page, HasSubstr("<th>total<td>−0.200<td style=\"--n:46.0\">"));
    EXPECT_THAT(page, HasSubstr("<th>other<td>0.100<td style=\"--p:23.0\">"));
    EXPECT_THAT(page, HasSubstr("<th>figure<td>9,000,000,000<td><td>"));
    EXPECT_THAT(page, HasSubstr("<th>lone<td>7.000<td><td>"));
    EXPECT_THAT(page, HasSubstr("<th>share<td>0.900<td style=\"--p:46.0\">"));
}

TEST(Html, LedgersOfARowLieInOneFold) {
    Report report = sample::report();
    Ledger whole{"alienation/GBR", {"The United Kingdom as a whole", ""}, {}, {}};
    auto& shapes = report.chapters[1].shapes;
    shapes.insert(shapes.begin() + 7, whole);
    std::string const page = html(report, Language::English);
    std::size_t folds = 0;
    for (std::size_t at = page.find("class=\"fold\""); at != std::string::npos;
         at = page.find("class=\"fold\"", at + 1))
        ++folds;
    EXPECT_EQ(folds, 45U);
    EXPECT_THAT(page,
                HasSubstr("<summary>United Kingdom</summary>\n<details class=\"ledger\"><summary>The United Kingdom"));
}

TEST(Html, StaysLightWithALedgerForEachCell) {
    EXPECT_LT(html(sample::report(), Language::Chinese).size(), 1'000'000U);
}

} // namespace casus::report
