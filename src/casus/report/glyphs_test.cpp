#include "casus/report/glyphs.hpp"

#include <gtest/gtest.h>

namespace casus::report {

TEST(Glyphs, ChineseTakesTwoColumnsAndLatinOne) {
    EXPECT_EQ(display_width("ally"), 4);
    EXPECT_EQ(display_width("盟国"), 4);
    EXPECT_EQ(display_width("盟国，AUS"), 9);
    EXPECT_EQ(display_width("├──●──┤"), 7);
    EXPECT_EQ(display_width("한국"), 4);
    EXPECT_EQ(display_width("カナダ"), 6);
    EXPECT_EQ(display_width("（）"), 4);
    EXPECT_EQ(display_width("𠀀"), 2);
    EXPECT_EQ(display_width("–…−·λ"), 5);
}

TEST(Glyphs, CombiningMarksTakeNone) {
    EXPECT_EQ(display_width("c\u0302"), 1);
    EXPECT_EQ(glyphs("c\u0302a").size(), 2U);
    EXPECT_EQ(display_width("a\u200Bb"), 2);
}

TEST(Glyphs, ControlCharactersVanish) {
    EXPECT_EQ(display_width("a\x1b[31mb\n"), 6);
    EXPECT_EQ(shorten("a\x1b[31mb\n", 80), "a[31mb");
    EXPECT_EQ(shorten("a\u0085b", 80), "ab");
}

TEST(Glyphs, MalformedBytesBecomeReplacementCharacters) {
    EXPECT_EQ(shorten("a\xffz", 80), "a\uFFFDz");
    EXPECT_EQ(shorten("\xe7\x9b", 80), "\uFFFD\uFFFD");
    EXPECT_EQ(display_width("\xC0\xAF"), 2);
}

TEST(Glyphs, ShortensInTheMiddle) {
    EXPECT_EQ(shorten_middle("NMC.csv", 7), "NMC.csv");
    EXPECT_EQ(shorten_middle("converted_atop.csv.gz", 16), "convert…p.csv.gz");
    EXPECT_EQ(shorten_middle("converted_atop.csv.gz", 15), "convert….csv.gz");
    EXPECT_EQ(shorten_middle("国家物质能力数据.csv", 12), "国家…据.csv");
    EXPECT_EQ(shorten_middle("abc", 1), "…");
}

TEST(Glyphs, ShortensToTheColumn) {
    EXPECT_EQ(shorten("Netherlands", 11), "Netherlands");
    EXPECT_EQ(shorten("Netherlands", 6), "Nethe…");
    EXPECT_EQ(shorten("United Kingdom", 8), "United…");
    EXPECT_EQ(shorten("沙特阿拉伯", 6), "沙特…");
    EXPECT_EQ(display_width(shorten("沙特阿拉伯", 6)), 5);
}

TEST(Glyphs, PadsToTheColumn) {
    EXPECT_EQ(pad_right("日本", 6), "日本  ");
    EXPECT_EQ(pad_left(".72", 5), "  .72");
    EXPECT_EQ(display_width(pad_right("沙特阿拉伯", 6)), 6);
}

} // namespace casus::report
