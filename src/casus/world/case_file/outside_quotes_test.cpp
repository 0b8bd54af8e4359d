#include "casus/world/case_file/outside_quotes.hpp"

#include <gtest/gtest.h>

namespace casus::case_file {
namespace {

std::string found(std::string_view content, Language language = Language::English) {
    auto const problem = foreign_character(content, "a.toml");
    return problem ? render(*problem, language) : "";
}

TEST(ForeignCharacter, IsNamedWithTheOneMeant) {
    EXPECT_EQ(found("a = 1\nchallengers = [\"CHN\"， \"RUS\"]\n"),
              "a.toml:2:21: not valid TOML: character outside of quotes '，'; expected ASCII outside of quotes and "
              "remarks; did you mean ','?");
    EXPECT_EQ(found("a = 1\nchallengers = [\"CHN\"， \"RUS\"]\n", Language::Chinese),
              "a.toml:2:21: 不是有效的 TOML：引号之外的字符“，”；应为引号和注释之外只用半角英文字符；是否想写“,”？");
    EXPECT_EQ(found("\xEF\xBB\xBFtitle = “x”\n"),
              "a.toml:1:9: not valid TOML: character outside of quotes '“'; expected ASCII outside of quotes and "
              "remarks; did you mean '\"'?");
    EXPECT_EQ(
        found("t = \"communiqu\"é\"\n"),
        "a.toml:1:16: not valid TOML: character outside of quotes 'é'; expected ASCII outside of quotes and remarks");
}

TEST(ForeignCharacter, MayStandInQuotesAndRemarks) {
    for (char const* content :
         {"", "a = \"中\" # 中\nb = '中'\n", "a = \"\\\"中\"\n", "a = \"\"\"\n中\"\n中\"\"\"\n",
          "a = '''\n中'\n中'''\n", "\xEF\xBB\xBF# 中", "a = '\\'\nb = \"中\"\n", "a = \"\"\nb = \"中\"\n"})
        EXPECT_EQ(found(content), "") << content;
}

TEST(ForeignCharacter, LeavesOpenQuotesToTheParser) {
    EXPECT_EQ(found("a = \"中\nb = \"中\"\n"), "");
    EXPECT_EQ(found("a = \"\"\"中\nb = \"中\"\n"), "");
    EXPECT_EQ(found("a = \"中\nb = 中\n").substr(0, 11), "a.toml:2:5:");
}

TEST(PlaceAt, CountsCharacters) {
    EXPECT_EQ(place_at("中文\n年", 0, "f").column, 1);
    EXPECT_EQ(place_at("中文\n年", 3, "f").column, 2);
    EXPECT_EQ(place_at("中文\n年", 7, "f").line, 2);
    EXPECT_EQ(place_at("中文\n年", 7, "f").column, 1);
}

} // namespace
} // namespace casus::case_file
