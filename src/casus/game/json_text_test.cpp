#include "casus/game/json_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace casus::game {
namespace {

std::string refusal(std::string const& text, std::string const& word) {
    try {
        JsonText const json(text, "g.json");
        (void)json.parse();
        json.fail({"wrong", "错"}, word, {});
    } catch (Error const& error) { return error.what(); }
}

TEST(JsonText, NamesThePlaceWhereAWordStandsLast) {
    EXPECT_THAT(refusal("{\"a\":\n \"b\", \"c\": \"b\"}", "b"), testing::StartsWith("g.json:2:12: wrong 'b'"));
    EXPECT_THAT(refusal("{}", "b"), testing::StartsWith("g.json: wrong 'b'"));
}

TEST(JsonText, RefusesWhatIsNoJsonAndKeysThatStandTwice) {
    EXPECT_THAT(refusal("{\"a\": }", "b"), testing::HasSubstr("not valid JSON"));
    EXPECT_THAT(refusal("{\"a\": 1, \"a\": 2}", "b"), testing::HasSubstr("stands twice 'a'"));
}

TEST(JsonText, TellsKindsApart) {
    JsonText const json("", "g.json");
    EXPECT_EQ(json.number(1.5), 1.5);
    EXPECT_THROW((void)json.number("1"), Error);
    EXPECT_EQ(json.whole(7U), 7U);
    EXPECT_THROW((void)json.whole(-7), Error);
    EXPECT_THROW((void)json.whole(1.5), Error);
    EXPECT_EQ(json.names({"A", "B"}), (std::vector<std::string>{"A", "B"}));
    EXPECT_THROW((void)json.names({"A", 1}), Error);
    EXPECT_THROW((void)json.at(nlohmann::json::object(), "key"), Error);
}

} // namespace
} // namespace casus::game
