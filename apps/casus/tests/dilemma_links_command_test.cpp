// casus dilemma links as its users run it, and docs/dilemma-links.md held to what it writes.
#include "running.hpp"

#include "casus/base/file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace casus::app {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using Words = std::vector<std::string>;

Ran run_links(Words words) {
    words.insert(words.begin(), {"dilemma", "links", shipped, "--draws", "3"});
    return casus(words);
}

std::string refused_links(Words const& words) {
    Ran const ran = run_links(words);
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.out, "");
    return ran.err;
}

json links_json(Words words) {
    words.insert(words.end(), {"--json", "-", "--reproducible", "--candidates", "8"});
    Ran const ran = run_links(words);
    EXPECT_EQ(ran.status, 0) << ran.err;
    return json::parse(ran.out);
}

TEST(DilemmaLinksCommand, WritesItsBestSetsWithinTheBudget) {
    json const document = links_json({"--budget", "0.02"});
    EXPECT_EQ(document["schema"], "casus.dilemma-links/1");
    EXPECT_EQ(document["sets"], 256);
    EXPECT_LE(document["best"][0]["cost"], 0.02);
    EXPECT_GE(document["best"][0]["reliability"], document["without"]["reliability"]);
    EXPECT_EQ(document["links"].size(), 8U);
    EXPECT_GE(document["search"]["bound"], document["best"][0]["reliability"]);
    EXPECT_EQ(document["frontier"][0]["cost"], 0.0);
    json const strong = links_json({"--budget", "0.02", "--objective", "strength", "--levels", "2"});
    EXPECT_GE(strong["best"][0]["strength"], strong["without"]["strength"]);
    EXPECT_EQ(strong["sets"], 6561);
}

TEST(DilemmaLinksCommand, WritesEveryFieldThatTheDocumentNames) {
    std::string const page = read_file(std::string(CASUS_SOURCE_DIR) + "/docs/dilemma-links.md");
    json const document = links_json({"--budget", "0.02", "--require", "JPN-GBR"});
    for (auto const& [key, value] : document.items()) EXPECT_THAT(page, HasSubstr("`" + key + "`")) << key;
    EXPECT_EQ(document["required"][0]["a"], "GBR");
}

TEST(DilemmaLinksCommand, WritesAGraphWithTheChosenLinks) {
    Ran const ran = run_links({"--budget", "0.02", "--candidates", "JPN-KOR,JPN-GBR", "--graphml", "-"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("<graphml"));
    EXPECT_THAT(ran.out, HasSubstr("<graph id=\"after\""));
    EXPECT_THAT(ran.out, HasSubstr("<edge source=\"JPN\" target=\"KOR\">"));
    EXPECT_THAT(ran.out, HasSubstr("<data key=\"edge_added\">true</data>"));
}

TEST(DilemmaLinksCommand, ReportsInBothLanguagesWithinTheWidth) {
    for (std::string const language : {"en", "zh"}) {
        Ran const ran = run_links({"--budget", "0.02", "--candidates", "6", "--lang", language});
        EXPECT_EQ(ran.status, 0) << ran.err;
        EXPECT_THAT(ran.out, HasSubstr(language == "en" ? "Lynchpins" : "关键伙伴"));
    }
}

TEST(DilemmaLinksCommand, RefusesWhatCannotBeLinked) {
    EXPECT_EQ(refused_links({"--budget", "0.1", "--forbid", "JPN-GBX"}),
              "error: not a member of the alliance system 'GBX'; expected the code of an ally of the leader; did you "
              "mean 'GBR'?\n");
    EXPECT_EQ(refused_links({"--budget", "0.1", "--require", "GBR-FRA"}),
              "error: a link within one branch 'GBR-FRA'; expected members of different branches\n");
    EXPECT_EQ(refused_links({"--budget", "0.1", "--require", "JPN-GBR", "--forbid", "GBR-JPN"}),
              "error: a link both required and forbidden 'GBR-JPN'\n");
    EXPECT_EQ(refused_links({"--budget", "0.0001", "--require", "JPN-GBR"}),
              "error: the required links cost more than the budget '0.0129'; expected at most 0.0001\n");
    EXPECT_THAT(refused_links({"--budget", "-1"}), HasSubstr("bad value of --budget '-1'"));
    EXPECT_THAT(refused_links({}), HasSubstr("--budget is missing"));
    EXPECT_THAT(refused_links({"--budget", "0.1", "--candidates", "0"}), HasSubstr("bad value of --candidates '0'"));
}

} // namespace
} // namespace casus::app
