#include "casus/report/terminal.hpp"

#include "casus/report/glyphs.hpp"
#include "casus/report/sample_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <sstream>

namespace casus::report {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

namespace {

std::string without_escapes(std::string const& text) {
    static std::regex const escape("\x1b\\[[0-9;]*m");
    return std::regex_replace(text, escape, "");
}

std::vector<std::string> lines_of(std::string const& text) {
    std::istringstream stream(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

Report of(Shape shape) {
    Report report;
    report.chapters = {{"one", {"One", "一"}, {}, {std::move(shape)}}};
    return report;
}

std::string line_with(std::string const& text, std::string const& word) {
    for (std::string const& line : lines_of(text))
        if (line.find(word) != std::string::npos) return line;
    return {};
}

std::string plain(Report const& report) { return terminal(report, Language::English, {false, 100}); }

} // namespace

class TerminalWidth : public testing::TestWithParam<std::tuple<Language, bool, int>> {};

TEST_P(TerminalWidth, IsNeverExceeded) {
    auto const [language, colour, width] = GetParam();
    Report report = sample::report();
    report.chapters.push_back(
        {"more", {"More", "更多"}, {}, {sample::ledger({"JPN", {"Japan", "日本"}}, {"x", {"x", "x"}}, 0.5)}});
    for (std::string const& line : lines_of(without_escapes(terminal(report, language, {colour, width}))))
        EXPECT_LE(display_width(line), width) << line;
}

INSTANTIATE_TEST_SUITE_P(BothLanguages, TerminalWidth,
                         testing::Combine(testing::Values(Language::English, Language::Chinese), testing::Bool(),
                                          testing::Values(60, 80, 100, 160)));

TEST(Terminal, ColourAddsEscapesAndNothingElse) {
    Report const report = sample::report();
    std::string const coloured = terminal(report, Language::English, {true, 100});
    std::string const bare = plain(report);
    EXPECT_THAT(bare, Not(HasSubstr("\x1b")));
    EXPECT_THAT(coloured, HasSubstr("\x1b[48;5;"));
    EXPECT_THAT(line_with(without_escapes(coloured), "North Macedonia"),
                StartsWith(line_with(bare, "North Macedonia")));
}

TEST(Terminal, MatrixShowsSharesMarksGroupsAndLegend) {
    std::string const text = plain(of(sample::matrix()));
    EXPECT_THAT(line_with(text, "Canada"), HasSubstr(".84"));
    EXPECT_THAT(line_with(text, "Australia"), HasSubstr(".14◆ "));
    EXPECT_THAT(line_with(text, "Israel"), HasSubstr("–"));
    EXPECT_THAT(text, HasSubstr("\nPartners and others\n  India"));
    EXPECT_THAT(text, HasSubstr("◆ selective deviation   ▽ against its own habit   ○ near a swing"));
    EXPECT_THAT(text, HasSubstr("0 deviates — 1 follows"));
}

TEST(Terminal, LongMatrixRepeatsItsHeads) {
    Matrix matrix;
    matrix.columns = {{"a", {"Security", ""}}};
    for (int i = 0; i < 100; ++i) {
        matrix.rows.push_back({"r", {"row", ""}});
        matrix.values.push_back(0.5);
    }
    int heads = 0;
    for (std::string const& line : lines_of(plain(of(matrix)))) heads += line.find("Security") != std::string::npos;
    EXPECT_EQ(heads, 3);
}

TEST(Terminal, WideMatrixIsCutIntoBlocksThatShowEveryColumn) {
    Matrix matrix;
    matrix.rows = {{"r", {"row", ""}}};
    for (int j = 0; j < 30; ++j) {
        matrix.columns.push_back({"c", {fmt::format("head{}", j), ""}});
        matrix.values.push_back(j / 100.0);
    }
    std::string const text = plain(of(matrix));
    for (int j = 0; j < 30; ++j) {
        EXPECT_THAT(text, HasSubstr(fmt::format("head{} ", j).substr(0, 6)));
        EXPECT_THAT(text, HasSubstr(fmt::format(".{:02}", j)));
    }
}

TEST(Terminal, BarsLieOnACommonAxis) {
    std::string const text = plain(of(sample::signed_bars()));
    EXPECT_THAT(line_with(text, "Australia"), HasSubstr("├──────●──────┤"));
    EXPECT_THAT(line_with(text, "South Korea"), HasSubstr("−0.42  [−0.60, −0.10]"));
    std::string const korea = line_with(text, "South Korea");
    std::string const australia = line_with(text, "Australia");
    EXPECT_LT(display_width(korea.substr(0, korea.find("●"))), display_width(australia.substr(0, australia.find("●"))));
    EXPECT_THAT(line_with(text, "Saudi Arabia"), Not(HasSubstr("●")));
    EXPECT_THAT(text, HasSubstr("−1.0"));
}

TEST(Terminal, PointsHaveNoWayFromZero) {
    Bars bars = sample::signed_bars();
    bars.intervals.clear();
    EXPECT_THAT(line_with(plain(of(bars)), "Australia"), HasSubstr("··"));
    bars.points = true;
    EXPECT_THAT(line_with(plain(of(bars)), "Australia"), Not(HasSubstr("·")));
    EXPECT_THAT(line_with(plain(of(bars)), "Australia"), HasSubstr("●"));
}

TEST(Terminal, CurvesAreRowsOfBarsOnCommonAxes) {
    Curves curves;
    curves.x_low = 2000;
    curves.x_high = 2009;
    curves.x_meaning = {"Year", ""};
    curves.y_meaning = {"Deviation", ""};
    Curve rising{{"a", {"Rising", ""}}, {}, {}, {}};
    for (int i = 0; i < 10; ++i) {
        rising.x.push_back(2000 + i);
        rising.y.push_back(i == 4 ? std::numeric_limits<double>::quiet_NaN() : i / 9.0);
    }
    Curve const held{{"b", {"Held", ""}}, {2000, 2005}, {1, 0.5}, {}, true};
    curves.panels = {{{"p", {"One", ""}}, {rising, held}}};
    std::string const text = plain(of(curves));
    EXPECT_THAT(text, HasSubstr("\nOne\n"));
    EXPECT_THAT(line_with(text, "Rising"), HasSubstr("▁▁▂▃ ▅▆▇██  0.00 → 1.00"));
    EXPECT_THAT(line_with(text, "Held"), HasSubstr("█████▅      1.00 → 0.50"));
    EXPECT_THAT(text, HasSubstr("2000  2009"));
    EXPECT_THAT(text, HasSubstr("Year from 2000 to 2009; Deviation from 0 (▁) to 1 (█)"));
}

TEST(Terminal, PanelsOfOneLineTakeOneRow) {
    Curves curves = sample::curves();
    for (CurvePanel& panel : curves.panels) panel.curves.resize(1);
    std::string const text = plain(of(curves));
    EXPECT_THAT(line_with(text, "Türkiye"), HasSubstr("→"));
    EXPECT_THAT(text, Not(HasSubstr("Observed")));
}

TEST(Terminal, NetworksTellTheirEdgesByHubAndThenWhatChanged) {
    std::string const text = plain(of(sample::network()));
    EXPECT_THAT(text, HasSubstr("\nBefore · edges: 35, added: 0\n  treaty (35)\n    · Canada: United Kingdom "));
    EXPECT_THAT(text, HasSubstr("\nAfter the links · edges: 36, added: 2\n  edges as in “Before”: 34\n"
                                "  edges of “Before” that are gone or changed: 1\n  link · added (2)\n"
                                "    + United Kingdom: Japan 0.75, Australia 0.50\n"));
    EXPECT_THAT(line_with(text, "Türkiye"), Not(HasSubstr("treaty")));
    EXPECT_THAT(text, HasSubstr("Reliability, Before  Reliability, After the links"));
}

TEST(Terminal, ScattersAreLettersOnAPlane) {
    std::string const text = plain(of(sample::scatter()));
    EXPECT_THAT(text, HasSubstr("\nReliability (↑ better)\n"));
    EXPECT_THAT(text, HasSubstr("Leader's cost (← better)\n"));
    EXPECT_THAT(line_with(text, "0.8 ┤"), HasSubstr("0.8 ┤        ┆                   D"));
    EXPECT_THAT(text, HasSubstr("│┄┄┄┄┄┄┄┄A····················┄┄"));
    EXPECT_THAT(text, HasSubstr("\nA  Hold "));
    EXPECT_THAT(text, HasSubstr("\n–  Divide the rivals   –  "));
}

TEST(Terminal, LettersThatMeetStandSideBySide) {
    Scatter scatter;
    scatter.points = {{{"a", {"a", ""}}, 0.5, 0.5}, {{"b", {"b", ""}}, 0.5, 0.5}, {{"c", {"c", ""}}, 0.5, 0.5}};
    EXPECT_THAT(plain(of(scatter)), HasSubstr(" CAB\n"));
}

TEST(Terminal, TableAlignsOnTheDecimalPoint) {
    Table table;
    table.columns = {{"name", {"Name", ""}}, {"x", {"Value", ""}}};
    table.rows = {
        {Text{"one", ""}, Number{116.79, 2}}, {Text{"two", ""}, Number{-3.5, 1}}, {Text{"none", ""}, std::monostate{}}};
    std::string const text = plain(of(table));
    auto const point = [&text](std::string const& row, std::string const& glyph) {
        std::string const line = line_with(text, row);
        return display_width(line.substr(0, line.find(glyph)));
    };
    EXPECT_EQ(point("one", "."), point("two", "."));
    EXPECT_EQ(point("none", "–") + 1, point("one", "."));
}

TEST(Terminal, TableWrapsLongTextAndKeepsShortColumnsWhole) {
    std::string const text = plain(of(sample::table()));
    EXPECT_THAT(text, HasSubstr("United Kingdom  technology"));
    EXPECT_THAT(text, HasSubstr("vulnerable."));
}

TEST(Terminal, LedgersBehindCellsAreNamedNotPrinted) {
    std::string const text = plain(sample::report());
    EXPECT_THAT(text, HasSubstr("315 ledgers stand behind these cells."));
    EXPECT_THAT(text, HasSubstr("casus explain CASE alienation/CAN/security"));
    EXPECT_THAT(text, Not(HasSubstr("need for cooperation")));
}

TEST(Terminal, LedgerOnItsOwnIsPrinted) {
    std::string const text = plain(of(sample::ledger({"AUS", {"Australia", ""}}, {"trade", {"Trade", ""}}, 0.43)));
    EXPECT_THAT(text, HasSubstr("Follows with share 0.43."));
    EXPECT_THAT(line_with(text, "need for cooperation"), HasSubstr("0.770"));
    EXPECT_THAT(text, HasSubstr("[WDI 2021]"));
}

TEST(Terminal, EndsWithTheManifest) {
    std::string const text = terminal(sample::report(), Language::Chinese, {false, 100});
    EXPECT_THAT(text, HasSubstr("抽样次数 2,000 · 随机种子 1"));
    EXPECT_THAT(text, HasSubstr("us-alliance-system-2021.toml (SHA-256 aaaaaaaaaaaa)"));
    EXPECT_THAT(text, HasSubstr("线程数 2"));
}

TEST(Terminal, NoTextSteersTheTerminal) {
    Report report = of(Notes{"n", {"a\x1b]0;title\x07", ""}, {{"b\x1b[2J", ""}}});
    report.title = {"t\x1b[31m", ""};
    report.sources = {{"k\x1b", "c\x1b"}};
    EXPECT_THAT(plain(report), Not(HasSubstr("\x1b")));
}

} // namespace casus::report
