#include "casus/game/answer.hpp"

#include "casus/base/error.hpp"
#include "casus/game/catalogue.hpp"
#include "casus/game/random_game.hpp"

#include <gtest/gtest.h>

namespace casus::game {
namespace {

using Json = nlohmann::ordered_json;

GameFile file_of(DenseGame game) {
    GameFile file;
    file.players = numbered_players(game.players());
    file.game = std::move(game);
    return file;
}

Request asking(std::vector<std::string> solutions) {
    Request request;
    request.solutions = std::move(solutions);
    return request;
}

GameFile majority_of_three() {
    return game_from_json(R"({"players": ["A", "B", "C"], "voting": [{"quota": 2, "weights": [1, 1, 1]}],
        "unions": [["A", "B"]], "links": [["A", "B"]]})",
                          "g.json");
}

TEST(Answer, WritesWhatTheSchemaSays) {
    Answer const answer = solve(majority_of_three(), "g", asking({"shapley", "core", "structure"}));
    Json const json = answer_document(answer, false);
    EXPECT_EQ(json["schema"], "casus.game/1");
    EXPECT_EQ(json["players"], (Json{"A", "B", "C"}));
    EXPECT_NEAR(json["solutions"]["shapley"]["B"].get<double>(), 1.0 / 3, 1e-15);
    EXPECT_EQ(json["solutions"]["core"]["empty"], true);
    EXPECT_EQ(json["certificates"]["core"]["weights"][0]["weight"], "1/2");
    EXPECT_EQ(json["solutions"]["structure"]["value"], 1.0);
    EXPECT_FALSE(json.contains("seconds"));
    EXPECT_TRUE(answer_document(answer, true).contains("seconds"));
}

TEST(Answer, EverySolutionOfTheCatalogueIsAnswered) {
    GameFile const file =
        game_from_json(R"({"players": ["L", "R", "H"], "production": {"goods": ["pear", "apple", "peach"],
        "recipes": [{"price": 100, "uses": {"pear": 1, "apple": 1}}, {"price": 40, "uses": {"pear": 1, "peach": 1}}],
        "endowments": {"L": {"pear": 1}, "R": {"apple": 1}, "H": {"peach": 1}}},
        "links": [["L", "R"]], "unions": [["R", "H"]]})",
                       "g.json");
    std::vector<std::string> keys;
    for (SolutionNote const& note : solution_catalogue()) keys.push_back(note.key);
    Request request = asking(keys);
    request.point = {50, 50, 0};
    request.count = 2;
    request.size_weights = {1, 0, 1};
    Answer const answer = solve(file, "g", request);
    ASSERT_EQ(answer.solved.size(), keys.size());
    for (Solved const& one : answer.solved) EXPECT_FALSE(one.json.is_null()) << one.key;
    Json const json = answer_document(answer, false)["solutions"];
    EXPECT_NEAR(json["production-core"]["L"].get<double>() + json["production-core"]["R"].get<double>(), 100.0, 1e-9);
    EXPECT_EQ(json["membership"]["core"], true);
    EXPECT_EQ(json["structure"]["next"].size(), 1U);
    Chapter const chapter = answer_chapter(answer);
    EXPECT_EQ(std::get<Table>(chapter.shapes[0]).rows.size(), 3U);
    for (Check const& check : check_answer(file, "g", answer_document(answer, false))) {
        bool const estimate = check.key == "shapley-sampled";
        EXPECT_EQ(check.verdict, estimate ? Verdict::Unchecked : Verdict::Proven)
            << check.key << ": " << check.reason.en;
    }
}

TEST(Answer, IsProvenOverEveryDistribution) {
    for (Distribution const d : all_distributions)
        for (std::size_t const n : {1U, 2U, 4U, 7U, 9U}) {
            GameFile const file = file_of(random_game(d, n, 31));
            Json const json = answer_document(
                solve(file, "g",
                      asking({"shapley", "banzhaf", "banzhaf-normalised", "binomial", "tau", "interaction", "core",
                              "least-core", "prenucleolus", "nucleolus", "structure", "stability"})),
                false);
            for (Check const& check : check_answer(file, "g", Json::parse(json.dump())))
                EXPECT_TRUE(check.verdict == Verdict::Proven || check.verdict == Verdict::WithinRounding)
                    << name_of(d) << n << " " << check.key << ": " << check.reason.en;
        }
}

Verdict verdict_on(GameFile const& file, Json const& document, std::string const& key) {
    for (Check const& check : check_answer(file, "g", document))
        if (check.key == key) return check.verdict;
    return Verdict::Unchecked;
}

TEST(AnswerCheck, RefutesAnswersThatWereChanged) {
    GameFile const file = file_of(random_game(Distribution::Uniform, 6, 3));
    Json const good =
        answer_document(solve(file, "g", asking({"shapley", "core", "prenucleolus", "structure"})), false);
    for (std::string const key : {"shapley", "prenucleolus"}) {
        Json bad = good;
        bad["solutions"][key]["1"] = bad["solutions"][key]["1"].get<double>() + 0.001;
        EXPECT_EQ(verdict_on(file, bad, key), Verdict::Refuted) << key;
    }
    Json bad = good;
    bad["certificates"]["prenucleolus"]["stages"][0]["coalitions"][0]["weight"] = "5/7";
    EXPECT_EQ(verdict_on(file, bad, "prenucleolus"), Verdict::Refuted);
    bad = good;
    bad["solutions"]["structure"]["blocks"] = Json::parse(R"([["1"],["2"],["3"],["4"],["5"],["6"]])");
    EXPECT_EQ(verdict_on(file, bad, "structure"), Verdict::Refuted);
    bad = good;
    bad["certificates"]["prenucleolus"]["stages"][0]["coalitions"][0]["weight"] = "x";
    EXPECT_THROW((void)check_answer(file, "g", bad), Error);
    bad = good;
    bad["certificates"].erase("structure");
    EXPECT_THROW((void)check_answer(file, "g", bad), Error);
    bad = good;
    bad["players"][0] = "Z";
    EXPECT_THROW((void)check_answer(file, "g", bad), Error);
    EXPECT_THROW((void)check_answer(file, "g", Json::object()), Error);
}

/// A changed place of a good answer, and what is refuted by it.
struct Change {
    std::string key;
    std::string at; ///< JSON pointer below "solutions"
    Json to;        ///< a claim (true or false) is turned round
};

TEST(AnswerCheck, RefutesEveryKindOfChange) {
    GameFile const file =
        game_from_json(R"({"players": ["L", "R", "H"], "production": {"goods": ["pear", "apple", "peach"],
        "recipes": [{"price": 100, "uses": {"pear": 1, "apple": 1}}, {"price": 40, "uses": {"pear": 1, "peach": 1}}],
        "endowments": {"L": {"pear": 1}, "R": {"apple": 1}, "H": {"peach": 1}}},
        "links": [["L", "R"]], "unions": [["R", "H"]]})",
                       "g.json");
    Request request = asking({"owen", "myerson", "tau", "interaction", "semivalue", "core", "least-core", "membership",
                              "production-core", "structure", "stability"});
    request.point = {60, 40, 0};
    request.count = 3;
    request.size_weights = {1, 2, 1};
    Json const good = answer_document(solve(file, "g", request), false);
    std::vector<Change> const changes{{"owen", "/owen/L", 1.5},
                                      {"myerson", "/myerson/H", 2.0},
                                      {"tau", "/tau/L", 51.0},
                                      {"tau", "/tau", nullptr},
                                      {"interaction", "/interaction/L/R", 0.25},
                                      {"semivalue", "/semivalue/R", 7.0},
                                      {"core", "/core/point/H", 1.0},
                                      {"core", "/core/least_epsilon", -3.0},
                                      {"core", "/core", nullptr},
                                      {"least-core", "/least-core/epsilon", 1.0},
                                      {"least-core", "/least-core/point/L", 0.0},
                                      {"membership", "/membership/core", true},
                                      {"membership", "/membership/kernel", true},
                                      {"production-core", "/production-core/H", 30.0},
                                      {"structure", "/structure/next/0/value", 99.0},
                                      {"structure", "/structure", nullptr},
                                      {"stability", "/stability/nash", true},
                                      {"stability", "/stability/core_with_payments", true},
                                      {"stability", "/stability/point/R", -1.0},
                                      {"stability", "/stability/stable/core", nullptr}};
    for (Change const& change : changes) {
        EXPECT_EQ(verdict_on(file, good, change.key), Verdict::Proven) << change.key;
        Json bad = good;
        Json& place = bad["solutions"][Json::json_pointer(change.at)];
        place = change.to.is_boolean() ? Json(!place.get<bool>()) : change.to;
        try {
            EXPECT_EQ(verdict_on(file, bad, change.key), Verdict::Refuted) << change.at;
        } catch (Error const&) { // or its certificate is missing
            EXPECT_EQ(change.at, "/stability/core_with_payments");
        }
    }
}

TEST(AnswerCheck, DoesNotPassAnAnswerWithoutSolutions) {
    GameFile const file = file_of(random_game(Distribution::Uniform, 3, 3));
    Json empty = answer_document(solve(file, "g", asking({"shapley"})), false);
    empty["solutions"] = Json::object();
    EXPECT_THROW((void)check_answer(file, "g", empty), Error);
    empty["solutions"]["shapely"] = 1;
    EXPECT_THROW((void)check_answer(file, "g", empty), Error);
}

TEST(AnswerCheck, NamesTheRulesThatAnAnswerIsUnder) {
    GameFile const file = file_of(random_game(Distribution::Uniform, 4, 3));
    Request request = asking({"structure"});
    request.rules.most_size = 2;
    request.rules.apart = {{0, 1}};
    auto const checks = check_answer(file, "g", answer_document(solve(file, "g", request), false));
    EXPECT_NE(checks[0].reason.en.find("among the partitions its rules allow"), std::string::npos);
    EXPECT_NE(checks[0].reason.en.find("apart {1, 2}"), std::string::npos);
    EXPECT_NE(checks[0].reason.en.find("at most 2"), std::string::npos);
}

TEST(Answer, RanksBlocksByPreferencesAlone) {
    GameFile const ring = game_from_json(R"({"players": ["A", "B", "C"], "preferences": {
        "A": ["A,B", "A,C", "A"], "B": ["B,C", "A,B", "B"], "C": ["A,C", "B,C", "C"]}})",
                                         "g.json");
    Json const json = answer_document(solve(ring, "g", asking({"stability"})), false);
    Json const& told = json["solutions"]["stability"];
    EXPECT_TRUE(told["stable"]["core"].is_null()) << "roommates in a ring";
    EXPECT_FALSE(told.contains("core_with_payments"));
    EXPECT_EQ(verdict_on(ring, json, "stability"), Verdict::Proven);
    EXPECT_THROW((void)solve(ring, "g", asking({"shapley"})), Error);
    GameFile const pairs = game_from_json(R"({"players": ["A", "B", "C"], "preferences": {
        "A": ["A,B", "A"], "B": [["A,B", "B"]], "C": ["C"]}})",
                                          "g.json");
    Json const stable = answer_document(solve(pairs, "g", asking({"stability"})), false)["solutions"]["stability"];
    EXPECT_EQ(stable["stable"]["nash"], Json::parse(R"([["A", "B"], ["C"]])"));
}

TEST(Answer, SaysWhenANormalisedValueWouldBeNoise) {
    GameFile const file = file_of(DenseGame(2, {0, 1, -1 - 1e-9, 1}));
    Json const json = answer_document(solve(file, "g", asking({"banzhaf-normalised"})), false);
    EXPECT_FALSE(json["solutions"]["banzhaf-normalised"].is_null());
    GameFile const nothing = file_of(DenseGame(3, {0, 3, 0, 0, 0, 0, 0, 1})); // raw values add up to nothing
    Json const none = answer_document(solve(nothing, "g", asking({"banzhaf-normalised"})), false);
    EXPECT_TRUE(none["solutions"]["banzhaf-normalised"].is_null());
    EXPECT_EQ(verdict_on(nothing, none, "banzhaf-normalised"), Verdict::Proven);
}

TEST(Answer, RefusesWhatItLacks) {
    GameFile const file = file_of(random_game(Distribution::Uniform, 4, 3));
    for (std::string const key : {"owen", "myerson", "production-core", "membership"})
        EXPECT_THROW((void)solve(file, "g", asking({key})), Error) << key;
    try {
        (void)solve(file, "g", asking({"shapely"}));
        FAIL();
    } catch (Error const& error) {
        EXPECT_NE(std::string(error.what()).find("did you mean 'shapley'"), std::string::npos);
    }
}

TEST(Answer, DoesNotDependOnThreads) {
    GameFile const file = file_of(random_game(Distribution::Ndcs, 12, 3));
    Request request = asking({"shapley", "banzhaf", "core", "nucleolus", "structure", "interaction"});
    std::string const one = answer_document(solve(file, "g", request), false).dump();
    request.threads = 4;
    EXPECT_EQ(answer_document(solve(file, "g", request), false).dump(), one);
}

} // namespace
} // namespace casus::game
