// The terminal's lines, the page and the tables that the program writes of the shipped case.
#include "running.hpp"

#include "casus/base/csv.hpp"
#include "casus/report/glyphs.hpp"
#include "casus/report/in_chromium.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <sstream>

namespace casus::app {
namespace {

using testing::HasSubstr;
using testing::Not;
using Words = std::vector<std::string>;

std::string page_in(std::string const& language) {
    Ran const ran = casus({"assess", shipped, "--draws", "100", "--html", "-", "--lang", language});
    EXPECT_EQ(ran.status, 0) << ran.err;
    return ran.out;
}

TEST(Terminal, FitsHundredColumnsInBothLanguages) {
    for (Words const& words : std::vector<Words>{{"assess", shipped, "--draws", "100"},
                                                 {"explain", shipped, "alienation/AUS/trade"},
                                                 {"explain", shipped, "alienation/AUS"},
                                                 {"explain", shipped, "alienation/hegemon"},
                                                 {"explain", shipped, "threat/POL"},
                                                 {"robust", shipped},
                                                 {"check", shipped}})
        for (std::string const language : {"en", "zh"}) {
            Words all = words;
            all.insert(all.end(), {"--lang", language});
            Ran const ran = casus(all);
            EXPECT_EQ(ran.status, 0) << ran.err;
            EXPECT_EQ(ran.err, "");
            EXPECT_THAT(ran.out, Not(HasSubstr("\x1b"))) << "no colours in a file";
            std::istringstream lines(ran.out);
            for (std::string line; std::getline(lines, line);) EXPECT_LE(report::display_width(line), 100) << line;
        }
}

TEST(Terminal, CutsNoNameOfTheShippedCase) {
    for (std::string const language : {"en", "zh"})
        EXPECT_THAT(casus({"assess", shipped, "--draws", "10", "--lang", language}).out, Not(HasSubstr("…")));
}

TEST(Terminal, ListsTheSourcesOfALedgerAndNoOthers) {
    std::string const out = casus({"explain", shipped, "alienation/AUS/trade"}).out;
    EXPECT_THAT(out, HasSubstr("\nDOTS  International Monetary Fund"));
    EXPECT_THAT(out, Not(HasSubstr("\nSIPRI")));
}

TEST(Page, AsksForNothingFromElsewhere) {
    for (std::string const language : {"en", "zh"}) {
        std::string const page = page_in(language);
        static std::regex const load("(src|srcset|href|action|data|poster) *= *[\"']?(https?:)?//|@import|"
                                     "url\\( *[\"']?(https?:)?//|<link|<iframe|<object|<embed|fetch\\(|XMLHttpRequest");
        std::smatch match;
        EXPECT_FALSE(std::regex_search(page, match, load)) << match.str();
        EXPECT_THAT(page, HasSubstr("default-src 'none'"));
    }
}

TEST(Page, LinksFiguresToTheirSources) {
    std::string const page = page_in("en");
    EXPECT_THAT(page, HasSubstr("<a href=\"#source-DOTS\">DOTS</a>: exports FOB"));
    EXPECT_THAT(page, HasSubstr("<dt id=\"source-DOTS\">"));
}

TEST(Tables, HaveARowPerCellAndCodesToJoinBy) {
    case_file::TemporaryFolder const folder;
    std::string const target = folder.path() / "new" / "tables";
    Ran const ran = casus({"assess", shipped, "--draws", "100", "--csv", target, "--lang", "zh"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    std::string const follow = read_file(target + "/alienation-follow.csv");
    EXPECT_EQ(std::count(follow.begin(), follow.end(), '\n'), 1 + 42 * 7);
    EXPECT_THAT(follow, testing::StartsWith("row,column,value,low,high,mark\n"));
    EXPECT_THAT(read_file(target + "/alienation-actors.csv"), HasSubstr("\nAUS,Australia,0."));
    EXPECT_THAT(read_file(target + "/threat.csv"), testing::StartsWith("code,actor,threat,threat_low,threat_high,"));
    EXPECT_THAT(read_file(target + "/manifest.json"), HasSubstr("\"draws\": 100"));
}

class PageOfTheShippedCase : public report::InChromium {};

TEST_F(PageOfTheShippedCase, ShowsTheMatrixAndALedgerWithoutError) {
    for (std::string const language : {"en", "zh"}) {
        open(with_script(page_in(language),
                         "document.querySelector('a.cell[href=\"#ledger-alienation-AUS-trade\"]')"
                         ".dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));"));
        EXPECT_EQ(complaints(), "");
        EXPECT_EQ(count(dom, "class=\"cell q"), 42U * 7U);
        EXPECT_THAT(dom, HasSubstr(language == "en" ? "<h2 id=\"panel-title\">Australia: trade</h2>"
                                                    : "<h2 id=\"panel-title\">澳大利亚：贸易</h2>"));
    }
}

} // namespace
} // namespace casus::app
