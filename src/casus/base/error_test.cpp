#include "casus/base/error.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace casus {
namespace {

Problem unknown_actor() {
    return {.place = {"case.toml", 12, 5},
            .what = {"unknown actor", "未知行为体"},
            .found = "AUSS",
            .expected = {"one of the actors above", "上文列出的行为体之一"},
            .nearest = "AUS"};
}

TEST(Error, RendersEverythingInBothLanguages) {
    EXPECT_EQ(render(unknown_actor(), Language::English),
              "case.toml:12:5: unknown actor 'AUSS'; expected one of the actors above; did you mean 'AUS'?");
    EXPECT_EQ(render(unknown_actor(), Language::Chinese),
              "case.toml:12:5: 未知行为体“AUSS”；应为上文列出的行为体之一；是否想写“AUS”？");
}

TEST(Error, LeavesOutWhatDoesNotApply) {
    EXPECT_EQ(
        render({.place = {"case.toml", 0, 0}, .what = {"is empty", "为空"}, .found = {}, .expected = {}, .nearest = {}},
               Language::English),
        "case.toml: is empty");
    EXPECT_EQ(render({.place = {}, .what = {"no draws", "没有抽样"}, .found = "0", .expected = {}, .nearest = {}},
                     Language::Chinese),
              "没有抽样“0”");
    EXPECT_EQ(render({.place = {"a", 3, 0}, .what = {"x", ""}, .found = {}, .expected = {}, .nearest = {}},
                     Language::Chinese),
              "a:3: x"); // English where a translation is missing
}

TEST(Error, SaysAllProblemsALineEach) {
    Problem second = unknown_actor();
    second.place.line = 14;
    second.nearest.clear();
    Error const error(std::vector<Problem>{unknown_actor(), second});
    EXPECT_EQ(error.problems().size(), 2u);
    EXPECT_STREQ(error.what(),
                 "case.toml:12:5: unknown actor 'AUSS'; expected one of the actors above; did you mean 'AUS'?\n"
                 "case.toml:14:5: unknown actor 'AUSS'; expected one of the actors above");
}

TEST(Nearest, MendsSlips) {
    std::vector<std::string> const words{"security", "trade", "finance", "technology", "as", "AUS"};
    EXPECT_EQ(nearest("securty", words), "security");  // one left out
    EXPECT_EQ(nearest("secuirty", words), "security"); // two exchanged
    EXPECT_EQ(nearest("traide", words), "trade");      // one too many
    EXPECT_EQ(nearest("technologie", words), "technology");
    EXPECT_EQ(nearest("TRADE", words), "trade");
}

TEST(Nearest, TakesLetterCaseForASmallSlip) {
    EXPECT_EQ(nearest("aus", {"as", "AUS"}), "AUS");
    EXPECT_EQ(nearest("aus", {"as", "bus"}), "as"); // the first of equals
    EXPECT_EQ(nearest("a", {"b", "A"}), "A");
}

TEST(Nearest, IsSilentWhereNothingIsNear) {
    EXPECT_EQ(nearest("health", {"security", "trade"}), "");
    EXPECT_EQ(nearest("ab", {"xy"}), ""); // a wholly different word is not near, however short
    EXPECT_EQ(nearest("", {"trade"}), "");
    EXPECT_EQ(nearest("trade", {}), "");
}

} // namespace
} // namespace casus
