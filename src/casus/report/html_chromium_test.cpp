// The page as a browser sees it: its script runs, its matrix is there, and nothing is complained about.
#include "casus/base/file.hpp"
#include "casus/report/html.hpp"
#include "casus/report/sample_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/wait.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <regex>

namespace casus::report {

using testing::HasSubstr;

namespace {

namespace fs = std::filesystem;

class HtmlInChromium : public testing::Test {
protected:
    void SetUp() override {
        if (!fs::exists("/usr/bin/chromium")) GTEST_SKIP() << "/usr/bin/chromium is not installed";
        std::string name = (fs::path(testing::TempDir()) / "casus-page-XXXXXX").string();
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        folder = name;
    }
    void TearDown() override {
        if (!folder.empty()) fs::remove_all(folder);
    }

    /// Opens the page; fills `dom` and `log`.
    void open(std::string const& page) {
        write_file(folder / "page.html", page);
        std::string const command = fmt::format(
            "timeout 120 /usr/bin/chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
            "--disable-background-networking --disable-component-update --disable-sync --user-data-dir={0}/profile "
            "--enable-logging=stderr --virtual-time-budget=2000 --dump-dom file://{0}/page.html >{0}/dom 2>{0}/log",
            folder.string());
        ASSERT_EQ(std::system(command.c_str()), 0) << read_file(folder / "log");
        dom = read_file(folder / "dom");
        log = read_file(folder / "log");
    }

    /// Lines in which the page, not the browser, reports an error.
    [[nodiscard]] std::string complaints() const {
        static std::regex const complaint("[^\n]*CONSOLE[^\n]*(rror|Uncaught|Refused|violat)[^\n]*");
        std::smatch match;
        return std::regex_search(log, match, complaint) ? match.str() : "";
    }

    static std::size_t count(std::string const& text, std::string const& piece) {
        std::size_t found = 0;
        for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) ++found;
        return found;
    }

    fs::path folder;
    std::string dom;
    std::string log;
};

std::string with_script(std::string page, std::string const& script) {
    return page.insert(page.find("</body>"), "<script>" + script + "</script>\n");
}

} // namespace

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
