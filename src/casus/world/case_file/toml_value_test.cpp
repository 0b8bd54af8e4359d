#include "casus/world/case_file/toml_value.hpp"

#include <gtest/gtest.h>

#include <string>

namespace casus::case_file {
namespace {

std::string message(std::string_view content, Language language = Language::English) {
    try {
        (void)read_toml(content, "a.toml");
    } catch (Error const& error) { return render(error.problems().front(), language); }
    return "";
}

TEST(TomlValue, KeepsTheOrderOfTheFile) {
    TomlValue const document =
        read_toml("[z.USA.trade]\nCHN = 1\n[z.KOR]\nb = 2\na = 3\n[y]\n[z.USA]\nk = 4\n", "a.toml");
    ASSERT_EQ(document.entries.size(), 2U);
    EXPECT_EQ(document.entries[0].key, "z");
    EXPECT_EQ(document.entries[1].key, "y");
    TomlValue const& z = document.entries[0].value;
    ASSERT_EQ(z.entries.size(), 2U);
    EXPECT_EQ(z.entries[0].key, "USA");
    EXPECT_EQ(z.entries[1].key, "KOR");
    EXPECT_EQ(z.entries[1].value.entries[0].key, "b");
    EXPECT_EQ(z.entries[1].value.entries[1].key, "a");
    EXPECT_EQ(z.entries[0].value.entries[1].key, "k");
}

TEST(TomlValue, KnowsPlacesAndKinds) {
    TomlValue const document = read_toml(
        "\xEF\xBB\xBFt = '文'\r\n  n = 1_000\r\nr = 2.5\r\nb = true\r\nd = 2021-01-02\r\na = [1, 'x']\r\n", "a.toml");
    ASSERT_EQ(document.entries.size(), 6U);
    TomlValue const& text = document.entries[0].value;
    EXPECT_EQ(text.kind, TomlValue::Kind::String);
    EXPECT_EQ(text.text, "文");
    EXPECT_EQ(document.entries[1].place.line, 2);
    EXPECT_EQ(document.entries[1].place.column, 3);
    TomlValue const& number = document.entries[1].value;
    EXPECT_EQ(number.kind, TomlValue::Kind::Number);
    EXPECT_TRUE(number.whole);
    EXPECT_EQ(number.number, 1000.0);
    EXPECT_EQ(number.text, "1000");
    EXPECT_EQ(number.place.column, 7);
    EXPECT_FALSE(document.entries[2].value.whole);
    EXPECT_EQ(document.entries[2].value.text, "2.5");
    EXPECT_TRUE(document.entries[3].value.truth);
    EXPECT_EQ(document.entries[4].value.kind, TomlValue::Kind::Time);
    EXPECT_EQ(document.entries[4].value.text, "2021-01-02");
    ASSERT_EQ(document.entries[5].value.items.size(), 2U);
    EXPECT_EQ(document.find("r")->number, 2.5);
    EXPECT_EQ(document.find("q"), nullptr);
}

TEST(TomlValue, SyntaxErrorsSayWhere) {
    EXPECT_EQ(message("leader = USA\n"), "a.toml:1:10: not valid TOML: Error while parsing value: could not determine "
                                         "value type; expected a number, or text in double quotes");
    EXPECT_EQ(message("leader = USA\n", Language::Chinese),
              "a.toml:1:10: 不是有效的 TOML：Error while parsing value: could not determine value type；"
              "应为数字，或加双引号的文字");
    EXPECT_EQ(message("year = 2021\nyear = 2022\n"), "a.toml:2:8: not valid TOML: Error while parsing key-value pair: "
                                                     "cannot redefine existing integer 'year'");
    EXPECT_EQ(
        message("title = \"abc\n"),
        "a.toml:1:13: not valid TOML: Error while parsing string: unescaped control characters other than TAB (U+0009) "
        "are explicitly prohibited; expected the closing quote on the same line");
}

TEST(TomlValue, SyntaxErrorsThatTheParserBelievesImpossibleSayWhereToo) {
    EXPECT_EQ(message("title = \"年\"\nfigures = [\"年.csv\", }\nyear = 1\n"),
              "a.toml:2:21: not valid TOML: unexpected character '}'");
    EXPECT_EQ(message("[{actors.USA]\n"), "a.toml:1:2: not valid TOML: unexpected character '{'");
    EXPECT_EQ(message("a = 0.3。\n", Language::Chinese),
              "a.toml:1:8: 不是有效的 TOML：引号之外的字符“。”；应为引号和注释之外只用半角英文字符；是否想写“.”？");
}

} // namespace
} // namespace casus::case_file
