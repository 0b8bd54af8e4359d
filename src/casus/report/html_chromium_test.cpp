// The page as a browser sees it: its script runs, its matrix is there, and nothing is complained about.
#include "casus/report/figures.hpp"
#include "casus/report/html.hpp"
#include "casus/report/in_chromium.hpp"
#include "casus/report/sample_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace casus::report {

using testing::HasSubstr;

class HtmlInChromium : public InChromium {};

TEST_F(HtmlInChromium, HoldsTheMatrixAndLogsNoError) {
    for (Language const language : {Language::English, Language::Chinese}) {
        open(html(sample::report(), language));
        EXPECT_EQ(complaints(), "");
        EXPECT_EQ(count(dom, "<a class=\"cell") + count(dom, "<a href=\"#ledger-"), 45U * 7U);
        EXPECT_THAT(dom, HasSubstr("class=\"heat live\""));
        EXPECT_EQ(count(dom, "class=\"ledger\""), 45U * 7U);
    }
}

TEST_F(HtmlInChromium, AnErrorOfThePageWouldBeSeen) {
    open(with_script(html(sample::report(), Language::English), "undefined_name();"));
    EXPECT_THAT(complaints(), HasSubstr("undefined_name"));
}

TEST_F(HtmlInChromium, ACellOpensItsLedger) {
    open(with_script(html(sample::report(), Language::English),
                     "document.querySelector('a.cell[href=\"#ledger-alienation-AUS-trade\"]')"
                     ".dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));"));
    EXPECT_EQ(complaints(), "");
    EXPECT_THAT(dom, HasSubstr("<h2 id=\"panel-title\">Australia: Trade</h2>"));
    EXPECT_THAT(dom, testing::ContainsRegex("<dialog id=\"panel\"[^>]* open"));
}

TEST_F(HtmlInChromium, RowsSortByTheirMeanWithinTheirGroup) {
    open(with_script(html(sample::report(), Language::English),
                     "const s = document.querySelector('.matrix select'); s.value = 'mean';"
                     "s.dispatchEvent(new Event('change'));"
                     "document.title = [1, 2].map((g) => [...document.querySelectorAll(`.row[data-group=\"${g}\"]`)]"
                     ".map((r) => Number(r.dataset.mean)).every((m, i, all) => i === 0 || all[i - 1] >= m)).join();"));
    EXPECT_EQ(complaints(), "");
    EXPECT_THAT(dom, HasSubstr("<title>true,true</title>"));
}

TEST_F(HtmlInChromium, ArrowKeysReadACurve) {
    open(with_script(html(sample::report(), Language::English),
                     "const p = document.querySelectorAll('svg.panel')[1]; p.focus();"
                     "const press = (key) => p.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));"
                     "const said = () => document.getElementById('tip').textContent.split('\\n').join(' / ');"
                     "press('Home'); const first = said(); press('ArrowRight');"
                     "document.title = first + ' then ' + said();"));
    EXPECT_EQ(complaints(), "");
    std::string const value = figure(sample::share(1, 1990), 2);
    std::string const low = figure(std::max(0.0, sample::share(1, 1990) - 0.1), 2);
    std::string const high = figure(std::min(1.0, sample::share(1, 1990) + 0.1), 2);
    EXPECT_THAT(dom, HasSubstr("<title>Türkiye · 1990 / Observed " + value + " [" + low + ", " + high +
                               "] / Expected 0.50 then Türkiye · 1991 / Expected 0.50</title>"));
}

TEST_F(HtmlInChromium, ThePointerReadsTheNearestYear) {
    open(with_script(html(sample::report(), Language::English),
                     "const p = document.querySelector('svg.panel'); const box = p.getBoundingClientRect();"
                     "p.dispatchEvent(new MouseEvent('mousemove', {clientX: box.left + 40 + 220 * 10.3 / 30}));"
                     "const said = document.getElementById('tip').textContent.slice(0, 16);"
                     "p.dispatchEvent(new MouseEvent('mouseleave'));"
                     "document.title = said + document.getElementById('tip').hidden;"));
    EXPECT_EQ(complaints(), "");
    EXPECT_THAT(dom, HasSubstr("<title>Australia · 2000true</title>"));
}

TEST_F(HtmlInChromium, PointingAtANodeShowsItsEdgesInEveryPanel) {
    open(with_script(html(sample::report(), Language::English),
                     "const node = document.querySelector('.node[data-node=\"10\"]');"
                     "node.dispatchEvent(new MouseEvent('mouseover', {bubbles: true}));"
                     "const near = () => [...document.querySelectorAll('svg.network')]"
                     ".map((svg) => svg.querySelectorAll('.edge.near').length).join();"
                     "const said = document.getElementById('tip').textContent.split('\\n')[0] + near();"
                     "node.parentNode.dispatchEvent(new MouseEvent('mouseleave'));"
                     "document.title = said + ' then ' + near() + document.getElementById('tip').hidden;"));
    EXPECT_EQ(complaints(), "");
    EXPECT_THAT(dom, HasSubstr("<title>Japan1,2 then 0,0true</title>"));
}

TEST_F(HtmlInChromium, ArrowKeysGoFromPointToPoint) {
    open(with_script(html(sample::report(), Language::English),
                     "const svg = document.querySelector('svg.scatter');"
                     "const name = () => document.activeElement.getAttribute('aria-label').split('\\n')[0];"
                     "const press = (key) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key, "
                     "bubbles: true}));"
                     "svg.querySelector('.hold').focus(); press('ArrowUp'); const above = name();"
                     "press('ArrowRight'); const right = name(); press('ArrowRight');"
                     "document.title = [above, right, name()].join(' / ');"));
    EXPECT_EQ(complaints(), "");
    EXPECT_THAT(dom, HasSubstr("<title>Link the branches / Reinforce one branch / Reinforce all branches</title>"));
}

TEST_F(HtmlInChromium, TablesSortByANumber) {
    open(with_script(html(sample::report(), Language::English),
                     "const t = document.querySelector('section.table table');"
                     "t.querySelectorAll('thead button')[2].click();"
                     "const order = () => [...t.tBodies[0].rows].map((r) => r.cells[0].textContent).join('|');"
                     "const down = order(); t.querySelectorAll('thead button')[2].click();"
                     "document.title = down + ' / ' + order();"));
    EXPECT_EQ(complaints(), "");
    EXPECT_THAT(dom, HasSubstr("<title>Australia|United Kingdom|Viet Nam / United Kingdom|Australia|Viet Nam</title>"));
}

} // namespace casus::report
