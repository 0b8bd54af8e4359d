#include "casus/report/wrap.hpp"

#include "casus/report/glyphs.hpp"

#include <gtest/gtest.h>

namespace casus::report {

using Lines = std::vector<std::string>;

TEST(Wrap, BreaksLatinBetweenWords) {
    EXPECT_EQ(wrap("who follows, on what, until when", 12), (Lines{"who follows,", "on what,", "until when"}));
    EXPECT_EQ(wrap("a  b\nc", 10), (Lines{"a b", "c"}));
    EXPECT_EQ(wrap("", 10), Lines{""});
}

TEST(Wrap, BreaksChineseAnywhereButBeforeClosingPunctuation) {
    EXPECT_EQ(wrap("盟国追随，或背离。", 8), (Lines{"盟国追", "随，或背", "离。"}));
    EXPECT_EQ(wrap("称为“异化”的", 8), (Lines{"称为“异", "化”的"}));
}

TEST(Wrap, NeverExceedsTheWidth) {
    std::string const mixed =
        "澳大利亚 AUS 的贸易份额 exports/GDP=0.326（2018–2019）alliances_without_any_break_in_them。";
    for (int columns = 2; columns < 60; ++columns)
        for (std::string const& line : wrap(mixed, columns)) EXPECT_LE(display_width(line), columns) << line;
}

TEST(Wrap, LosesNothingButSpaces) {
    std::string const text = "selective following 选择性追随, hedging 对冲";
    std::string joined;
    for (std::string const& line : wrap(text, 9)) joined += line;
    std::erase(joined, ' ');
    std::string expected = text;
    std::erase(expected, ' ');
    EXPECT_EQ(joined, expected);
}

TEST(Wrap, KnowsTheLongestPiece) {
    EXPECT_EQ(longest_piece("follow share"), 6);
    EXPECT_EQ(longest_piece("追随份额"), 2);
    EXPECT_EQ(longest_piece(""), 0);
}

} // namespace casus::report
