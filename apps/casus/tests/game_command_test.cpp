// casus game as its users run it: names, not bit masks; answers that verify; clear refusals in both languages.
#include "running.hpp"

#include "casus/world/case_file/test_case.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace casus::app {
namespace {

using case_file::TemporaryFolder;
using testing::HasSubstr;
using testing::Not;

std::string const glove = "docs/examples/glove.json";
std::string const salad = "docs/examples/salad.json";

TEST(GameCommand, SolvesTheExamplesByName) {
    Ran const ran =
        casus({"game", "solve", salad, "--solution", "shapley,myerson,owen,nucleolus,structure", "--lang", "en"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("Rising power"));
    EXPECT_THAT(ran.out, HasSubstr("100: Ally, Hegemon | Rising power"));
    EXPECT_THAT(ran.out, HasSubstr("Proven in exact fractions"));
    Ran const chinese = casus({"game", "solve", glove, "--lang", "zh"});
    EXPECT_THAT(chinese.out, HasSubstr("沙普利值"));
    EXPECT_THAT(chinese.out, HasSubstr("核仁"));
}

TEST(GameCommand, AnswersVerifyAndChangedOnesDoNot) {
    TemporaryFolder const folder;
    std::filesystem::path const path = folder.path() / "answer.json";
    ASSERT_EQ(casus({"game", "solve", glove, "--json", path.string()}).status, 0);
    EXPECT_EQ(casus({"game", "verify", glove, path.string()}).status, 0);
    nlohmann::ordered_json answer = nlohmann::ordered_json::parse(std::ifstream(path));
    EXPECT_EQ(answer["schema"], "casus.game/1");
    EXPECT_TRUE(answer.contains("seconds"));
    answer["solutions"]["shapley"]["Ann"] = 0.5;
    std::ofstream(path) << answer;
    Ran const refuted = casus({"game", "verify", glove, path.string(), "--lang", "en"});
    EXPECT_EQ(refuted.status, 2);
    EXPECT_THAT(refuted.out, HasSubstr("Ann should have 0.666667"));
    EXPECT_THAT(refuted.err, HasSubstr("the answer does not hold 'shapley'"));
}

TEST(GameCommand, ReproducibleAnswersDoNotDependOnThreads) {
    auto const answer = [](std::string const& threads) {
        return casus({"game", "solve", salad, "--solution", "shapley,nucleolus,core,structure,stability", "--threads",
                      threads, "--reproducible", "--json", "-"})
            .out;
    };
    EXPECT_EQ(answer("1"), answer("2"));
    EXPECT_EQ(answer("1"), answer("8"));
    EXPECT_THAT(answer("1"), Not(HasSubstr("seconds")));
}

TEST(GameCommand, CountsVotesOfSeveralRules) {
    Ran const ran = casus({"game", "voting", "--quota", "51", "--weights", "50,49,1", "--quota", "2", "--weights",
                           "1,1,1", "--players", "Large,Middle,Small", "--json", "-"});
    auto const json = nlohmann::json::parse(ran.out);
    EXPECT_EQ(json["counts"]["swings"]["Large"], "3");
    EXPECT_EQ(json["counts"]["winning"], "3");
    EXPECT_EQ(casus({"game", "voting", "docs/examples/security-council.json"}).status, 0);
}

TEST(GameCommand, RefusesWithTheNearestWord) {
    EXPECT_THAT(casus({"game", "slove", "--lang", "en"}).err, HasSubstr("did you mean 'solve'?"));
    EXPECT_THAT(casus({"game", "--lang", "en"}).err, HasSubstr("a verb is missing after game"));
    EXPECT_THAT(casus({"game", "solve", glove, "--solution", "nucleous", "--lang", "en"}).err,
                HasSubstr("did you mean 'nucleolus'?"));
    EXPECT_THAT(casus({"game", "solve", glove, "--apart", "Ann,Bne", "--lang", "en"}).err,
                HasSubstr("did you mean 'Ben'?"));
    EXPECT_THAT(casus({"game", "solve", glove, "--ordre", "bits", "--lang", "en"}).err,
                HasSubstr("casus game solve --help lists; did you mean '--order'?"));
    EXPECT_THAT(casus({"game", "solve", "--lang", "zh"}).err, HasSubstr("没有博弈"));
    EXPECT_THAT(casus({"game", "solve", glove, "--partition", "Ann|Ben", "--lang", "en"}).err,
                HasSubstr("a partition leaves somebody out"));
}

TEST(GameCommand, RefusesWhatNothingWouldRead) {
    EXPECT_THAT(casus({"game", "solve", glove, "--order", "bits", "--lang", "en"}).err,
                HasSubstr("\"order\" in the file"));
    EXPECT_THAT(casus({"game", "solve", glove, "--solution", "shapley-sampled", "--sampling", "coalitions", "--seconds",
                       "1", "--lang", "en"})
                    .err,
                HasSubstr("--seconds goes with --sampling orders"));
    EXPECT_THAT(casus({"game", "solve", glove, "--solution", "shapley-sampled", "--range", "0.1", "--lang", "zh"}).err,
                HasSubstr("至少 1"));
    EXPECT_THAT(casus({"game", "solve", glove, "--solution", "semivalue", "--lang", "en"}).err,
                HasSubstr("--size-weights with 3 numbers"));
    EXPECT_THAT(casus({"game", "solve", "--quota", "3", "--quota", "2", "--weights", "1,2", "--lang", "zh"}).err,
                HasSubstr("--quota 出现 2 次"));
}

TEST(GameCommand, PointsLargeVotesToTheVerbThatCounts) {
    std::string weights = "1";
    for (int voter = 1; voter < 200; ++voter) weights += ",1";
    Ran const ran = casus({"game", "solve", "--quota", "101", "--weights", weights, "--lang", "en"});
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("casus game voting"));
}

TEST(GameCommand, ExplainsEverySolution) {
    EXPECT_THAT(casus({"game", "explain", "--lang", "en"}).out, HasSubstr("Schmeidler 1969"));
    EXPECT_THAT(casus({"game", "explain", "tau", "--lang", "zh"}).out, HasSubstr("τ 值"));
    EXPECT_EQ(casus({"game", "explain", "tua"}).status, 2);
}

} // namespace
} // namespace casus::app
