// casus estimate km, cuminc, cox, weibull … as their users run them.
#include "running.hpp"

#include "casus/world/case_file/test_case.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace casus::app {
namespace {

using case_file::TemporaryFolder;
using testing::HasSubstr;
using testing::Not;

/// 60 spells of 20 subjects, those with pact = 1 ending sooner; cause 1 or 2.
std::string rows() {
    std::string text = "id,from,to,event,cause,pact,size,era\n";
    for (int i = 0; i < 60; ++i) {
        int const pact = i % 2;
        int const from = i % 4;
        int const to = from + 1 + (i * 37 % 60) / (pact == 1 ? 6 : 3);
        int const event = i * 53 % 60 < 40 ? 1 : 0;
        text += std::to_string(i / 3) + "," + std::to_string(from) + "," + std::to_string(to) + "," +
                std::to_string(event) + "," + std::to_string(event * (1 + i % 3 % 2)) + "," + std::to_string(pact) +
                "," + std::to_string(i * 29 % 60) + "," + (i % 5 < 2 ? "early" : "late") + "\n";
    }
    return text;
}

class EstimateSurvivalCommand : public testing::Test {
protected:
    TemporaryFolder folder;
    std::string file = folder.write("spells.csv", rows()).string();

    Ran run(std::string const& verb, std::vector<std::string> words) const {
        words.insert(words.begin(), {"estimate", verb, "--data", file});
        return casus(words);
    }
};

TEST_F(EstimateSurvivalCommand, CoxGivesATableWithItsTests) {
    Ran const table = run("cox", {"--formula", "to, event ~ pact + size", "--start", "from", "--strata", "era",
                                  "--cluster", "id", "--zph"});
    EXPECT_EQ(table.status, 0) << table.err;
    for (char const* const words : {"pact", "size", "robust se", "concordance 0.", "proportional hazards, all: χ² = "})
        EXPECT_THAT(table.out, HasSubstr(words));
    EXPECT_THAT(table.out, Not(HasSubstr("nan")));
    Ran const json = run("cox", {"--formula", "to, event ~ pact + size", "--ties", "breslow", "--json", "-"});
    auto const document = nlohmann::json::parse(json.out);
    EXPECT_EQ(document["schema"], "casus.estimate/1");
    EXPECT_EQ(document["events"], 40);
    ASSERT_EQ(document["terms"].size(), 2u); // no intercept
    EXPECT_GT(document["terms"][0]["estimate"].get<double>(), 0.0);
}

TEST_F(EstimateSurvivalCommand, CoxSaysItsTestsInJson) {
    Ran const ran = run("cox", {"--formula", "to, event ~ pact + size", "--zph", "--bootstrap", "20", "--json", "-"});
    auto const document = nlohmann::json::parse(ran.out);
    for (char const* const test : {"likelihood_ratio", "wald", "score"}) {
        EXPECT_EQ(document[test]["df"], 2) << test;
        EXPECT_GT(document[test]["chi_square"], 0.0) << test;
    }
    EXPECT_NEAR(document["likelihood_ratio"]["chi_square"].get<double>(),
                2.0 * (document["loglik"].get<double>() - document["loglik_null"].get<double>()), 1e-9);
    EXPECT_GT(document["concordance"]["value"], 0.5);
    ASSERT_EQ(document["zph"].size(), 3u);
    EXPECT_EQ(document["zph"][0]["term"], "pact");
    EXPECT_TRUE(document["zph"][2]["term"].is_null());
    EXPECT_EQ(document["zph"][2]["df"], 2);
    EXPECT_EQ(document["bootstrap"]["resamples"], 20);
    Ran const two = run("cox", {"--formula", "to, event ~ pact", "--formula", "to, event ~ size", "--json", "-"});
    EXPECT_EQ(nlohmann::json::parse(two.out)["models"][1]["score"]["df"], 1);
}

TEST_F(EstimateSurvivalCommand, CoxWritesResidualsAndCurves) {
    Ran const residuals = run("cox", {"--formula", "to, event ~ pact", "--residuals", "-", "--csv", "-"});
    EXPECT_THAT(residuals.out,
                HasSubstr("line,martingale,deviance,score.pact,dfbeta.pact,schoenfeld.pact,scaled.pact"));
    EXPECT_THAT(residuals.out, HasSubstr("\n61,")); // the last row
    std::vector<std::string> words{"--formula", "to, event ~ pact", "--strata", "era", "--csv", "-", "--curve", "-"};
    std::string const mean = run("cox", words).out;
    EXPECT_THAT(mean, HasSubstr("\nlate,"));
    words.insert(words.end(), {"--at", "pact=0.5"}); // half the rows have it
    EXPECT_EQ(run("cox", words).out, mean);
    words.back() = "pakt=1";
    EXPECT_THAT(run("cox", words).err,
                HasSubstr("--at names no term of the model 'pakt'; expected TERM=VALUE; did you mean 'pact'?"));
    words.back() = "pact=x";
    EXPECT_THAT(run("cox", words).err, HasSubstr("--at needs a number for pact 'x'"));
    EXPECT_THAT(run("cox", {"--formula", "to, event ~ pact", "--at", "pact=1"}).err, HasSubstr("--at has no effect"));
    EXPECT_THAT(run("cox", {"--formula", "to, event ~ pact", "--formula", "to, event ~ size", "--curve", "-"}).err,
                HasSubstr("--residuals and --curve are of one model"));
}

TEST_F(EstimateSurvivalCommand, OneClusterOrOneResampleGivesNoErrors) {
    std::string const one =
        folder.write("one.csv", "t,e,x,all\n1,1,1,7\n2,1,0,7\n3,0,1,7\n4,1,0,7\n5,1,1,7\n").string();
    for (char const* const verb : {"cox", "weibull"}) {
        Ran const ran = casus({"estimate", verb, "--data", one, "--formula", "t, e ~ x", "--cluster", "all"});
        EXPECT_THAT(ran.out, HasSubstr("all rows lie in one cluster")) << ran.err;
        EXPECT_THAT(ran.out, Not(HasSubstr("robust")));
    }
    Ran const ran = run("cox", {"--formula", "to, event ~ pact", "--bootstrap", "1"});
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("one resample has no spread"));
}

TEST_F(EstimateSurvivalCommand, ResamplesAreTheSameOnAnyNumberOfThreads) {
    std::vector<std::string> words{
        "--formula", "to, event ~ pact + size", "--cluster", "id", "--bootstrap", "50", "--csv", "-", "--threads", "1"};
    Ran const one = run("cox", words);
    words.back() = "3";
    EXPECT_EQ(one.status, 0) << one.err;
    EXPECT_EQ(one.out, run("cox", words).out);
}

TEST_F(EstimateSurvivalCommand, DistributionsHaveTheirShape) {
    for (char const* const verb : {"exponential", "weibull", "lognormal", "loglogistic", "gompertz"}) {
        Ran const ran = run(verb, {"--formula", "to, event ~ pact", "--start", "from"});
        EXPECT_EQ(ran.status, 0) << ran.err;
        EXPECT_EQ(ran.out.find("Log(scale)") != std::string::npos,
                  std::string(verb) != "exponential" && std::string(verb) != "gompertz")
            << verb;
    }
}

TEST_F(EstimateSurvivalCommand, KmDrawsCurvesAndComparesGroups) {
    Ran const ran = run("km", {"--formula", "to, event ~ pact"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    for (char const* const words : {"pact=0", "pact=1", "Median", "log-rank test: χ² = "})
        EXPECT_THAT(ran.out, HasSubstr(words));
    auto const document = nlohmann::json::parse(run("km", {"--formula", "to, event ~ 1", "--json", "-"}).out);
    EXPECT_EQ(document["schema"], "casus.survival/1");
    ASSERT_EQ(document["curves"].size(), 1u);
    EXPECT_EQ(document["curves"][0]["points"][0]["at_risk"], 60);
    EXPECT_FALSE(document.contains("log_rank"));
}

TEST_F(EstimateSurvivalCommand, CumincGivesAShareForEachCause) {
    auto const document = nlohmann::json::parse(run("cuminc", {"--formula", "to, cause ~ 1", "--json", "-"}).out);
    ASSERT_EQ(document["curves"].size(), 2u);
    double const together = document["curves"][0]["points"].back()["incidence"].get<double>() +
                            document["curves"][1]["points"].back()["incidence"].get<double>();
    EXPECT_GT(together, 0.5);
    EXPECT_LE(together, 1.0 + 1e-12);
}

TEST_F(EstimateSurvivalCommand, SaysWhereSpellsAreWrong) {
    std::string const bad = folder.write("bad.csv", "from,to,event,x\n0,3,1,1\n5,4,1,2\n2,2,0,3\n0,6,1,4\n").string();
    Ran const ran = casus({"estimate", "cox", "--data", bad, "--formula", "to, event ~ x", "--start", "from"});
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("bad.csv:3: the spell ends before it begins '4'; expected a time after 5"));
    EXPECT_THAT(ran.err, HasSubstr("bad.csv:4: the spell has no length '2'; expected a time after 2"));
    EXPECT_THAT(run("cox", {"--formula", "to, size ~ pact"}).err, HasSubstr("not an event in row "));
    EXPECT_THAT(run("cox", {"--formula", "to, event ~ 1"}).err, HasSubstr("nothing to estimate right of ~"));
    EXPECT_THAT(run("km", {"--formula", "to, event ~ pact + size"}).err,
                HasSubstr("groups are the values of one column"));
}

} // namespace
} // namespace casus::app
