#include "casus/game/read_game.hpp"

#include "casus/base/error.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>

namespace casus::game {
namespace {

DenseGame dense_of(GameFile const& file) {
    std::optional<DenseGame> room;
    return listed(file, "game", room);
}

/// What an input is refused with, first line.
template <class Read> std::string refusal(Read&& read) {
    try {
        read();
    } catch (Error const& error) { return error.what(); }
    return "accepted";
}

std::string refused_text(std::string const& content) {
    return refusal([&] { (void)game_from_text(content, "g.txt", Order::Bits); });
}

std::string refused_json(std::string const& content) {
    return refusal([&] { (void)game_from_json(content, "g.json"); });
}

TEST(ReadText, TakesValuesWithAndWithoutTheEmptyCoalition) {
    auto const with = game_from_text("2\n0 1 2 5", "g", Order::Bits);
    auto const without = game_from_text("2 # players\n1, 2, 5\n", "g", Order::Bits);
    for (Coalition s = 0; s < 4; ++s) EXPECT_EQ((*with.game)[s], (*without.game)[s]);
    EXPECT_EQ(with.players, (std::vector<std::string>{"1", "2"}));
}

TEST(ReadText, LexicographicOrderGoesBySizeThenMembers) {
    auto const read = game_from_text("3  1 2 3 12 13 23 123", "g", Order::Lexicographic);
    EXPECT_EQ((*read.game)[0b011], 12.0);
    EXPECT_EQ((*read.game)[0b100], 3.0);
    EXPECT_EQ((*read.game)[0b101], 13.0);
    EXPECT_EQ((*read.game)[0b110], 23.0);
    EXPECT_EQ((*read.game)[0b111], 123.0);
}

TEST(ReadText, RefusesWhatIsWrong) {
    EXPECT_EQ(refused_text("2\n0 1 2"), "accepted"); // 2^n − 1 values
    EXPECT_EQ(refused_text("2\n0 1"), "g.txt: wrong count of values '2'; expected 3 or 4 values for 2 players");
    EXPECT_EQ(refused_text("2\n1 nan 2"), "g.txt:2:3: not a finite number 'nan'; expected the worth of a coalition");
    EXPECT_EQ(refused_text("2\n3 1 2 5"), "g.txt: the empty coalition is worth something '3'; expected v(∅) = 0");
    EXPECT_EQ(refused_text("x"), "g.txt:1:1: not a finite number 'x'; expected the worth of a coalition");
    EXPECT_EQ(refused_text(""), "g.txt: the file is empty; expected the number of players, 1 to 60");
    EXPECT_NE(refused_text("50 1 2").find("that would need 16 PiB"), std::string::npos);
}

std::string bytes_of(std::vector<double> const& values) {
    std::string bytes(values.size() * sizeof(double), '\0');
    std::memcpy(bytes.data(), values.data(), bytes.size());
    return bytes;
}

TEST(ReadRaw, TakesFloat64) {
    EXPECT_EQ((*game_from_raw(bytes_of({0, 1, 2, 7}), "g", Order::Bits).game)[3], 7.0);
    EXPECT_EQ((*game_from_raw(bytes_of({1, 2, 7}), "g", Order::Bits).game)[3], 7.0);
    EXPECT_EQ(refusal([] {
                  (void)game_from_raw(bytes_of({1, 2, 3, 4, 5}), "g", Order::Bits);
              }),
              "g: wrong count of values '5'; expected 2^n or 2^n − 1 values");
    EXPECT_NE(refusal([] { (void)game_from_raw("abc", "g", Order::Bits); }).find("multiple of 8"), std::string::npos);
}

TEST(ReadNpy, TakesNumpyArrays) {
    std::string header = "{'descr': '<f8', 'fortran_order': False, 'shape': (4,), }";
    header.resize(118, ' ');
    std::string const start = std::string("\x93NUMPY\x01\x00", 8) + std::string("\x76\x00", 2);
    EXPECT_EQ((*game_from_npy(start + header + bytes_of({0, 1, 2, 7}), "g", Order::Bits).game)[3], 7.0);
    header.replace(header.find("<f8"), 3, "<f4");
    EXPECT_NE(refusal([&] { (void)game_from_npy(start + header, "g", Order::Bits); }).find("'<f4'"), std::string::npos);
    EXPECT_NE(refusal([] { (void)game_from_npy("PK", "g", Order::Bits); }).find("not a .npy file"), std::string::npos);
    EXPECT_NE(refusal([&] {
                  header.replace(header.find("<f4"), 3, "<f8");
                  (void)game_from_npy(start + header + bytes_of({0, 1}), "g", Order::Bits);
              }).find("not as long as its header says"),
              std::string::npos);
    EXPECT_NE(refusal([] {
                  (void)game_from_npy(std::string("\x93NUMPY\x01\x00\x07\x00'descr'", 17), "g", Order::Bits);
              }).find("cut off"),
              std::string::npos);
}

TEST(VotingFile, PairsQuotasWithWeights) {
    auto const file = voting_file({"51", "2"}, {"50,49,1", "1,1,1"}, {"A", "B", "C"});
    EXPECT_EQ(file.rules[0].weights, (std::vector<std::uint64_t>{50, 49, 1}));
    EXPECT_EQ(file.rules[1].quota, 2U);
    EXPECT_NE(refusal([] { (void)voting_file({"1"}, {}, {}); }).find("--quota stands 1 times and --weights 0 times"),
              std::string::npos);
    EXPECT_NE(refusal([] { (void)voting_file({"1"}, {"1,x"}, {}); }).find("not a whole number 'x'"), std::string::npos);
    EXPECT_NE(refusal([] { (void)voting_file({"9"}, {"1,1"}, {}); }).find("total weight 2"), std::string::npos);
    EXPECT_NE(refusal([] { (void)voting_file({"1"}, {"1,1"}, {"A"}); }).find("one per weight"), std::string::npos);
}

TEST(ReadJson, NamesPlayersAndCoalitions) {
    auto const read = game_from_json(R"({"players": ["A", "B", "C"], "values": {"A": 1, "C, A": 4, "A,B,C": 9},
        "others": 0, "links": [["A", "C"]], "unions": [["A", "B"]]})",
                                     "g.json");
    EXPECT_EQ((*read.game)[0b101], 4.0);
    EXPECT_EQ((*read.game)[0b110], 0.0);
    EXPECT_EQ(read.links->front(), (std::pair<std::size_t, std::size_t>{0, 2}));
    EXPECT_EQ(read.unions, (Partition{0b011, 0b100}));
    auto const listed = game_from_json(R"({"players": ["A","B"], "coalitions": [{"members": ["B","A"], "value": 2}],
        "others": 1})",
                                       "g.json");
    EXPECT_EQ((*listed.game)[3], 2.0);
    EXPECT_EQ((*game_from_json(R"({"values": [1, 2, 3]})", "g").game)[3], 3.0);
}

TEST(ReadJson, MakesTheNamedKindsOfGame) {
    auto const vote =
        game_from_json(R"({"players": ["A","B"], "voting": [{"quota": 3, "weights": {"A": 2, "B": 1}}]})", "g");
    EXPECT_EQ(dense_of(vote)[3], 1.0);
    EXPECT_EQ(dense_of(vote)[1], 0.0);
    auto const glove =
        game_from_json(R"({"players": ["A","B"], "glove": {"left": ["A"], "right": ["B"], "price": 5}})", "g");
    EXPECT_EQ((*glove.game)[3], 5.0);
    auto const salad = game_from_json(R"({"players": ["L", "R", "H"], "production": {
        "goods": ["pear", "apple", "peach"], "recipes": [{"price": 100, "uses": {"pear": 1, "apple": 1}}],
        "endowments": {"L": {"pear": 1}, "R": {"apple": 1}, "H": {"peach": 1}}}})",
                                      "g");
    EXPECT_DOUBLE_EQ((*salad.game)[0b011], 100.0);
    EXPECT_DOUBLE_EQ((*salad.game)[0b101], 0.0);
    EXPECT_NEAR(salad.production_core_point[0] + salad.production_core_point[1], 100.0, 1e-9);
}

TEST(ReadJson, WeighsVotersBeyondSixtyFourByName) {
    std::string players;
    std::string weights;
    for (int i = 0; i < 100; ++i) {
        players += fmt::format("{}\"p{}\"", i == 0 ? "" : ", ", i);
        weights += fmt::format("{}\"p{}\": {}", i == 0 ? "" : ", ", i, i == 70 ? 40 : 1);
    }
    auto const read = game_from_json(
        "{\"players\": [" + players + "], \"voting\": [{\"quota\": 70, \"weights\": {" + weights + "}}]}", "g");
    EXPECT_EQ(read.rules[0].weights[6], 1U);
    EXPECT_EQ(read.rules[0].weights[70], 40U);
}

TEST(ReadJson, RefusesWhatIsWrongAtItsPlace) {
    EXPECT_EQ(refused_json("{\"players\": [\"France\", \"Spain\"],\n \"values\": {\"Frence\": 1}, \"others\": 0}"),
              "g.json:2:13: unknown player 'Frence'; expected one of the game's players; did you mean 'France'?");
    EXPECT_EQ(refused_json("{\"players\": [\"A\", \"B\"],\n \"values\": {\"A,B\": 1, \"B,A\": 2}, \"others\": 0}"),
              "g.json:2:23: a coalition stands twice 'B,A'");
    EXPECT_EQ(refused_json("{\"players\": [\"A\", \"B\"], \"values\": {\"A\": 1, \"A\": 2}}"),
              "g.json:1:44: a key or coalition stands twice 'A'");
    EXPECT_NE(refused_json(R"({"players": ["A","B"], "values": {"A": 1}})").find("a coalition has no value 'B'"),
              std::string::npos);
    EXPECT_NE(refused_json(R"({"players": ["A","B"], "values": {"": 1, "A": 1}, "others": 0})").find("v(∅) = 0"),
              std::string::npos);
    EXPECT_NE(refused_json(R"({"players": ["A","B"], "valeus": {}})").find("did you mean 'values'"), std::string::npos);
    EXPECT_NE(refused_json("{\"players\": [\"A\"\n").find("g.json:2:1: not valid JSON"), std::string::npos);
    EXPECT_NE(
        refused_json(R"({"players": ["A","B"], "voting": [{"quota": 9, "weights": [1, 1]}]})").find("total weight 2"),
        std::string::npos);
    EXPECT_NE(
        refused_json(R"({"players": ["A","B"], "voting": [{"quota": 1.5, "weights": [1, 1]}]})").find("whole number"),
        std::string::npos);
    EXPECT_NE(refused_json(R"({"players": ["A","A"], "values": {}})").find("one name"), std::string::npos);
    EXPECT_NE(refused_json(R"({"players": ["A","B"], "values": {"A": 1e999}, "others": 0})").find("out of range"),
              std::string::npos);
    EXPECT_NE(refused_json(R"({"values": [1, 2, 3], "order": 5})").find("another type"), std::string::npos);
    EXPECT_NE(refused_json(R"({"players": ["A"], "production": {"goods": ["g"], "recipes": [], "endowments": {}}})")
                  .find("no recipe"),
              std::string::npos);
    EXPECT_NE(refused_json(R"({"players": ["A","B"], "values": {"A": "x"}, "others": 0})").find("not a finite number"),
              std::string::npos);
}

TEST(ReadJson, AddsGamesAndTurnsThemRound) {
    auto const read = game_from_json(R"({"players": ["A", "B"], "sum": [{"values": [1, 2, 4]},
        {"dual": {"voting": [{"quota": 2, "weights": [1, 1]}]}}]})",
                                     "g");
    EXPECT_EQ((*read.game)[1], 2.0); // 1 and, since both can block, 1
    EXPECT_EQ((*read.game)[2], 3.0);
    EXPECT_EQ((*read.game)[3], 5.0);
}

TEST(ReadJson, LeavesNothingUnread) {
    auto const refused = [](std::string const& keys) {
        std::string const json = R"({"players": ["A", "B"], )" + keys + "}";
        return refusal([&] { (void)game_from_json(json, "g"); });
    };
    EXPECT_THAT(refused(R"("values": [0, 0, 1], "voting": [{"quota": 1, "weights": [1, 1]}])"),
                testing::HasSubstr("\"values\" already says"));
    EXPECT_THAT(refused(R"("values": [0, 0, 1], "governance": {"base": 1})"),
                testing::HasSubstr("beside \"production\""));
    EXPECT_THAT(refused(R"("values": {"A": 0, "B": 0, "A,B": 1}, "order": "bits")"), testing::HasSubstr("as a list"));
    EXPECT_THAT(refused(R"("glove": {"left": ["A"], "right": ["B"]}, "others": 0)"),
                testing::HasSubstr("beside named coalitions"));
    EXPECT_THAT(refused(R"("title": "nothing")"), testing::HasSubstr("the game has no values"));
    EXPECT_THAT(refused(R"("preferences": {"A": ["A"], "B": ["A"]})"), testing::HasSubstr("a block without B"));
    EXPECT_THAT(refused(R"("preferences": {"A": ["A"]})"), testing::HasSubstr("has no preferences 'B'"));
    EXPECT_THAT(refused(R"("sum": [{"players": ["B", "A"], "values": [1, 2, 3]}])"),
                testing::HasSubstr("other players"));
}

} // namespace
} // namespace casus::game
