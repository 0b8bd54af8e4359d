// The JSON documents that the program writes.
#include "running.hpp"

#include "casus/world/case_file/test_case.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <map>

namespace casus::app {
namespace {

using nlohmann::json;
using Words = std::vector<std::string>;

std::string text_of(Words words, Words const& more = {}) {
    words.insert(words.end(), more.begin(), more.end());
    Ran const ran = casus(words);
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.err, "");
    return ran.out;
}

/// Standard output must be JSON and nothing else, or the parser throws.
json document_of(Words const& words) { return json::parse(text_of(words)); }

json const& assessment() {
    static json const document = document_of({"assess", shipped, "--draws", "200", "--json", "-"});
    return document;
}

std::vector<json> assessed() {
    std::vector<json> all;
    for (char const* const list : {"allies", "partners"})
        for (json const& actor : assessment()["alienation"][list]) all.push_back(actor);
    return all;
}

void expect_share(json const& value) {
    EXPECT_GE(value.get<double>(), 0.0);
    EXPECT_LE(value.get<double>(), 1.0);
}

void expect_interval(json const& object) {
    EXPECT_LE(object.at("low"), object.at("high"));
    expect_share(object.at("low"));
    expect_share(object.at("high"));
}

TEST(AssessmentDocument, HasItsParts) {
    json const& document = assessment();
    EXPECT_EQ(document.at("schema"), "casus.assessment/1");
    EXPECT_EQ(document.at("year"), 2021);
    EXPECT_EQ(document.at("title").at("zh"), "2021年美国联盟体系");
    EXPECT_EQ(document.at("threat").size(), 48u);
    json const& lens = document.at("alienation");
    EXPECT_EQ(lens.at("leader"), "USA");
    EXPECT_EQ(lens.at("challengers"), (json{"CHN", "RUS"}));
    EXPECT_EQ(lens.at("allies").size(), 34u);
    EXPECT_EQ(lens.at("partners").size(), 8u);
}

TEST(AssessmentDocument, SaysWhatItWasMadeFrom) {
    json const& manifest = assessment().at("manifest");
    EXPECT_EQ(manifest.at("program").at("name"), "casus");
    for (char const* const key : {"version", "commit", "compiler"})
        EXPECT_FALSE(manifest.at("program").at(key).get<std::string>().empty());
    EXPECT_EQ(manifest.at("verb"), "assess");
    EXPECT_EQ(manifest.at("seed"), 1);
    EXPECT_EQ(manifest.at("draws"), 200);
    EXPECT_EQ(manifest.at("case").size(), 8u);
    EXPECT_EQ(manifest.at("case")[0].at("name"), "us-alliance-system-2021.toml");
    EXPECT_EQ(manifest.at("case")[0].at("sha256"),
              sha256(read_file(std::filesystem::path(CASUS_SOURCE_DIR) / shipped)));
    EXPECT_EQ(manifest.at("parameters").at("set"), "judgement");
    EXPECT_THAT(manifest.at("run").at("command_line"), testing::HasSubstr("assess " + shipped + " --draws 200"));
    for (char const* const key : {"threads", "started", "seconds", "machine"})
        EXPECT_TRUE(manifest.at("run").contains(key)) << key;
}

TEST(AssessmentDocument, SharesAreShares) {
    for (json const& actor : assessed()) {
        expect_share(actor.at("index"));
        expect_interval(actor);
        expect_share(actor.at("swing"));
        EXPECT_GE(actor.at("dispersion"), 0.0);
        EXPECT_EQ(actor.at("stances").size(), 7u);
        double weights = 0.0;
        double index = 0.0;
        for (json const& stance : actor.at("stances")) {
            expect_share(stance.at("follow"));
            expect_interval(stance);
            expect_share(stance.at("swing"));
            double sum = 0.0;
            for (json const& share : stance.at("shares")) sum += share.get<double>();
            EXPECT_NEAR(sum, 1.0, 1e-12);
            EXPECT_EQ(stance.at("follow"), stance.at("shares").at("follow"));
            weights += stance.at("weight").get<double>();
            index += stance.at("weight").get<double>() * (1.0 - stance.at("follow").get<double>());
        }
        EXPECT_NEAR(weights, 1.0, 1e-12);
        EXPECT_NEAR(index, actor.at("index").get<double>(), 1e-12);
    }
}

TEST(AssessmentDocument, TermsOfAnOptionAddUpToItsUtility) {
    for (json const& actor : assessed())
        for (json const& stance : actor.at("stances")) {
            std::map<std::string, double> sums;
            for (json const& term : stance.at("terms"))
                sums[term.at("option").get<std::string>()] += term.at("value").get<double>();
            EXPECT_GE(sums.size(), 3u);
            for (auto const& [option, sum] : sums)
                EXPECT_NEAR(sum, stance.at("utilities").at(option).get<double>(), 1e-12)
                    << actor["actor"] << stance["issue"] << option;
            for (auto const& [option, share] : stance.at("shares").items())
                EXPECT_TRUE(share == 0.0 || option == "abstain" || sums.contains(option)) << option;
        }
}

TEST(AssessmentDocument, TheLeadingOptionHasTheGreatestShare) {
    for (json const& actor : assessed())
        for (json const& stance : actor.at("stances")) {
            json const& shares = stance.at("shares");
            std::string const leading = stance.at("flip").at("leading");
            for (json const& share : shares) EXPECT_LE(share, shares.at(leading));
            std::string const rival = stance.at("flip").at("rival"); // of following, which may lead itself
            EXPECT_EQ(rival == leading, leading != "follow");
            EXPECT_EQ(stance.at("flip").at("offer").size(), 2u);
            for (char const* const lever : {"reward", "pressure"}) EXPECT_TRUE(stance.at("flip").contains(lever));
            double const follow = stance.at("follow");
            EXPECT_EQ(stance.at("stance"), follow >= 0.6 ? "follow" : follow <= 0.4 ? "deviate" : "hedge");
        }
}

TEST(AssessmentDocument, RegimesAreOfAlliesOnly) {
    for (json const& ally : assessment()["alienation"]["allies"]) {
        EXPECT_THAT(ally.at("regime").get<std::string>(), testing::AnyOf("compliance", "alienation", "dissolution"));
        double sum = 0.0;
        for (json const& share : ally.at("regime_shares")) sum += share.get<double>();
        EXPECT_NEAR(sum, 1.0, 1e-12);
    }
    for (json const& partner : assessment()["alienation"]["partners"]) EXPECT_TRUE(partner.at("regime").is_null());
}

TEST(AssessmentDocument, ThreatsAreShares) {
    for (json const& actor : assessment()["threat"]) {
        for (char const* const key : {"threat", "shortfall", "need"}) expect_share(actor.at(key));
        expect_interval(actor);
        // Need leaves out the threats of the leader and of fellow allies.
        EXPECT_LE(actor.at("need").get<double>(),
                  actor.at("threat").get<double>() * actor.at("shortfall").get<double>() + 1e-12);
    }
}

TEST(AssessmentDocument, IsTheSameWhateverTheThreadsAndTheWriter) {
    Words const words{"assess", shipped, "--draws", "300", "--reproducible", "--json", "-"};
    std::string const one = text_of(words, {"--threads", "1"});
    EXPECT_EQ(text_of(words, {"--threads", "2"}), one);
    EXPECT_EQ(text_of(words, {"--threads", "8"}), one);
    EXPECT_EQ(text_of(words, {"--threads", "8", "--lang", "zh"}), one);
    EXPECT_FALSE(json::parse(one).at("manifest").contains("run"));
    case_file::TemporaryFolder const folder;
    std::string const file = folder.path() / "a.json";
    Words to_file = words;
    to_file.back() = file;
    EXPECT_THAT(text_of(to_file), testing::HasSubstr("What stands out"));
    EXPECT_EQ(read_file(file), one);
}

TEST(AssessmentDocument, AnotherSeedGivesOtherIntervalsAndTheSameCentre) {
    Words const words{"assess", shipped, "--draws", "100", "--reproducible", "--json", "-"};
    json const one = json::parse(text_of(words, {"--seed", "1"}));
    json const two = json::parse(text_of(words, {"--seed", "2"}));
    json const& first = one["alienation"]["allies"][0];
    json const& second = two["alienation"]["allies"][0];
    EXPECT_EQ(first["index"], second["index"]);
    EXPECT_NE(first["low"], second["low"]);
    EXPECT_NE(first["high"], second["high"]);
}

TEST(LedgerDocument, ExplainsEveryPathOfASmallCase) {
    case_file::TemporaryFolder const folder;
    std::string const small = folder.write("small.toml", case_file::small_case);
    Words paths{"alienation/hegemon"};
    for (std::string const actor : {"JPN", "KOR", "IND"}) {
        paths.push_back("alienation/" + actor);
        for (std::string const issue : {"trade", "security"}) paths.push_back("alienation/" + actor + "/" + issue);
    }
    for (std::string const actor : {"USA", "CHN", "JPN", "KOR", "IND"}) paths.push_back("threat/" + actor);
    json const whole = document_of({"assess", small, "--draws", "10", "--json", "-"});
    for (std::string const& path : paths) {
        json const document = document_of({"explain", small, path, "--json", "-"});
        EXPECT_EQ(document.at("schema"), "casus.ledger/1");
        EXPECT_EQ(document.at("manifest").at("verb"), "explain");
        EXPECT_FALSE(document.at("manifest").contains("draws"));
        EXPECT_EQ(document.at("ledger").at("id"), path);
        EXPECT_FALSE(document.at("ledger").at("lines").empty());
        EXPECT_THAT(text_of({"explain", small, path, "--lang", "zh"}), testing::HasSubstr("解释：" + path));
    }
    ASSERT_EQ(whole["alienation"]["allies"][0]["actor"], "KOR");
    json const ledger = document_of({"explain", small, "alienation/KOR", "--json", "-"})["ledger"];
    EXPECT_EQ(ledger["lines"][0]["key"], "index");
    EXPECT_EQ(ledger["lines"][0]["value"], whole["alienation"]["allies"][0]["index"]);
}

TEST(RobustDocument, ComparesVariantsWithTheMainFormula) {
    json const document = document_of({"robust", shipped, "--json", "-"});
    EXPECT_EQ(document.at("schema"), "casus.robust/1");
    json const& variants = document.at("variants");
    ASSERT_GE(variants.size(), 3u);
    EXPECT_EQ(variants[0].at("variant"), "main");
    EXPECT_EQ(variants[0].at("tau_b"), 1.0);
    EXPECT_TRUE(variants[0].at("mover").is_null());
    for (json const& variant : variants) {
        EXPECT_LE(std::abs(variant.at("tau_b").get<double>()), 1.0);
        EXPECT_EQ(variant.at("allies").size(), 34u);
        for (json const& ally : variant.at("allies")) {
            EXPECT_GE(ally.at("rank"), 1.0);
            EXPECT_LE(ally.at("rank"), 34.0);
        }
    }
}

TEST(CheckDocument, CountsWhatNumbersRestOn) {
    json const document = document_of({"check", shipped, "--json", "-"});
    EXPECT_EQ(document.at("schema"), "casus.check/1");
    std::vector<std::string> ids;
    for (json const& shape : document.at("shapes")) ids.push_back(shape.at("id"));
    EXPECT_THAT(ids, testing::IsSupersetOf({"check/system", "check/basis", "check/filled", "check/sources"}));
}

} // namespace
} // namespace casus::app
