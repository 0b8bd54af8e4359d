// The dilemma's cases as users run them: claims, time line, evidence.
#include "running.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace casus::app {
namespace {

using nlohmann::json;

std::vector<std::string> const timeline_words{
    "dilemma", "timeline", shipped, "--linkages", "cases/us-linkages.toml", "--draws", "20", "--reproducible"};

std::vector<std::string> with(std::vector<std::string> words, std::vector<std::string> const& more) {
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

/// Characters as the terminal counts them: continuation bytes are none.
std::size_t widest_line(std::string const& screen) {
    std::istringstream lines(screen);
    std::size_t widest = 0;
    for (std::string line; std::getline(lines, line);) {
        std::size_t wide = 0;
        for (char const c : line) wide += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
        widest = std::max(widest, wide);
    }
    return widest;
}

TEST(DilemmaCasesCommand, CountsWhatItShowsAndHidesNoMiss) {
    std::vector<std::string> const words{"replicate", "dilemma", "--draws", "20", "--reproducible", "--lang", "en"};
    json const document = json::parse(casus(with(words, {"--json", "-"})).out);
    EXPECT_EQ(document.at("schema"), "casus.replication-dilemma/1");
    std::size_t first = 0;
    for (json const& each : document.at("claims")) {
        EXPECT_EQ(each.at("agrees_first"), each.at("first") == each.at("computed")) << each.at("id");
        first += each.at("agrees_first").get<bool>() ? 1 : 0;
    }
    EXPECT_EQ(document.at("claims").size(), 22U);
    EXPECT_EQ(document.at("codings").at(0).at("agree"), first);
    EXPECT_NEAR(document.at("coders").at("kappa").get<double>(), 0.88, 0.01);
    std::string const screen = casus(words).out;
    for (json const& each : document.at("claims"))
        EXPECT_THAT(screen, testing::HasSubstr(each.at("id").get<std::string>()));
    EXPECT_LE(widest_line(screen), 100U);
}

TEST(DilemmaCasesCommand, TheTimeLineHasAStageForEachComingAndEnd) {
    json const document = json::parse(casus(with(timeline_words, {"--json", "-"})).out);
    EXPECT_EQ(document.at("schema"), "casus.dilemma-timeline/1");
    json const& stages = document.at("stages");
    ASSERT_EQ(stages.size(), 19U); // none, sixteen that came, two that ended
    EXPECT_TRUE(stages[0].at("code").is_null());
    EXPECT_EQ(stages.back().at("code"), "JPN-PHL-RAA");
    EXPECT_LT(stages.back().at("since").at("dominance").at("high"), 0.0);
    EXPECT_GT(stages.back().at("since").at("strength_CHN").at("low"), 0.0);
    for (std::size_t s = 1; s < stages.size(); ++s)
        EXPECT_LE(stages[s - 1].at("date").is_null() ? "" : stages[s - 1].at("date").get<std::string>(),
                  stages[s].at("date").get<std::string>());
    EXPECT_LE(widest_line(casus(with(timeline_words, {"--lang", "en"})).out), 100U);
}

TEST(DilemmaCasesCommand, SaysWhatIsMissing) {
    EXPECT_EQ(casus({"dilemma", "timeline", shipped, "--lang", "en"}).err,
              "error: no linkages; expected --linkages FILE, as cases/us-linkages.toml\n");
    EXPECT_EQ(casus({"dilemma", "evidence", "--lang", "en"}).err,
              "error: no data; expected --data FILE: Leeds–Anac or Berkemeier–Fuhrmann (docs/dilemma-cases.md)\n");
}

} // namespace
} // namespace casus::app
