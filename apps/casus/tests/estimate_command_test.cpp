// casus estimate as its users run it.
#include "running.hpp"

#include "casus/world/case_file/test_case.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace casus::app {
namespace {

using case_file::TemporaryFolder;
using testing::HasSubstr;

/// 90 rows; every ninth lacks its x.
std::string rows() {
    std::string text = "y,x,z,region,war,unit\n";
    for (int i = 0; i < 90; ++i) {
        double const x = (i * 37 % 90) / 90.0;
        int const war = (i * i * 7 + i * 13) % 90 / 90.0 < 0.3 + 0.4 * x ? 1 : 0;
        text += std::to_string(2.0 * x + (i * 29 % 90) / 90.0) + "," + (i % 9 == 0 ? "NA" : std::to_string(x)) + "," +
                std::to_string(i % 5) + "," +
                (i % 3 == 0   ? "Asia"
                 : i % 3 == 1 ? "Europe"
                              : "Africa") +
                "," + std::to_string(war) + "," + std::to_string(i / 6) + "\n";
    }
    return text;
}

class EstimateCommand : public testing::Test {
protected:
    TemporaryFolder folder;
    std::string file = folder.write("rows.csv", rows()).string();

    Ran run(std::string const& verb, std::vector<std::string> words, std::string const& language = "en") const {
        words.insert(words.begin(), {"estimate", verb, "--data", file});
        words.insert(words.end(), {"--lang", language});
        return casus(words);
    }
};

TEST_F(EstimateCommand, GivesATableAndJson) {
    Ran const table = run("logit", {"--formula", "war ~ x + region", "--cluster", "unit"});
    EXPECT_EQ(table.status, 0) << table.err;
    EXPECT_THAT(table.out, HasSubstr("regionEurope"));
    EXPECT_THAT(table.out, HasSubstr("robust se"));
    EXPECT_THAT(table.out, HasSubstr("10 of 90 rows left out for missing values (x 10)"));
    EXPECT_THAT(table.out, Not(HasSubstr("nan")));

    Ran const json = run("logit", {"--formula", "war ~ x + region", "--cluster", "unit", "--json", "-"});
    auto const document = nlohmann::json::parse(json.out);
    EXPECT_EQ(document["schema"], "casus.estimate/1");
    EXPECT_EQ(document["n"], 80);
    EXPECT_EQ(document["clusters"], 15);
    ASSERT_EQ(document["terms"].size(), 4u);
    EXPECT_EQ(document["terms"][1]["term"], "x");
    for (char const* const key : {"estimate", "se", "robust_se", "z", "p"})
        EXPECT_TRUE(document["terms"][1][key].is_number()) << key;
    EXPECT_LT(document["loglik"], 0.0);
}

TEST_F(EstimateCommand, SetsModelsSideBySide) {
    std::string const tex = (folder.path() / "table.tex").string();
    std::string const page = (folder.path() / "table.html").string();
    Ran const ran =
        run("linear", {"--formula", "y ~ x", "--formula", "y ~ x * z", "--latex", tex, "--html", page, "--csv", "-"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_TRUE(ran.out.starts_with("model,term,estimate,se,robust_se,z,p\n1,(Intercept),"));
    EXPECT_THAT(ran.out, HasSubstr("\n2,x:z,"));
    EXPECT_THAT(read_file(tex), HasSubstr("\\begin{tabular}{lrr}"));
    EXPECT_THAT(read_file(page), HasSubstr("x:z"));
    Ran const shown = run("linear", {"--formula", "y ~ x", "--formula", "y ~ x * z"});
    EXPECT_THAT(shown.out, HasSubstr("* p < 0.05"));
    EXPECT_THAT(shown.out, HasSubstr("(2)"));
    EXPECT_THAT(run("linear", {"--formula", "y ~ x", "--formula", "y ~ z", "--no-stars"}).out,
                Not(HasSubstr("p < 0.05")));
    auto const document =
        nlohmann::json::parse(run("linear", {"--formula", "y ~ x", "--formula", "y ~ z", "--json", "-"}).out);
    EXPECT_EQ(document["models"].size(), 2u);
}

TEST_F(EstimateCommand, KnowsSeveralOutcomes) {
    Ran const grades = run("ordered", {"--formula", "z ~ x + y"});
    EXPECT_EQ(grades.status, 0) << grades.err;
    EXPECT_THAT(grades.out, HasSubstr("0|1"));
    Ran const kinds = run("multinomial", {"--formula", "region ~ x + y"});
    EXPECT_EQ(kinds.status, 0) << kinds.err;
    EXPECT_THAT(kinds.out, HasSubstr("Asia: x"));
    EXPECT_THAT(kinds.out, HasSubstr("outcomes beside \"Africa\""));
}

TEST_F(EstimateCommand, SaysHowWordsAreOrdered) {
    std::string text = "answer,x\n";
    for (int i = 0; i < 60; ++i) text += (i * 7 % 5 < 2 ? "low," : "high,") + std::to_string(i * 37 % 60) + "\n";
    std::string const words = folder.write("words.csv", text).string();
    EXPECT_THAT(casus({"estimate", "logit", "--data", words, "--formula", "answer ~ x", "--lang", "en"}).out,
                HasSubstr("\"low\" counts as 1"));
    EXPECT_THAT(casus({"estimate", "ordered", "--data", words, "--formula", "answer ~ x", "--lang", "zh"}).out,
                HasSubstr("等级按字符排序：high < low"));
}

TEST_F(EstimateCommand, CountsNoClusterOfWeightZero) {
    std::string const weighted = folder
                                     .write("weighted.csv", "y,x,w,unit\n1,1,1,a\n3,2,1,a\n2,3,1,b\n5,4,1,b\n"
                                                            "4,5,1,c\n9,9,0,d\n8,1,0,d\n")
                                     .string();
    auto const terms = [&](std::string const& data) {
        return nlohmann::json::parse(casus({"estimate", "linear", "--data", data, "--formula", "y ~ x", "--weights",
                                            "w", "--cluster", "unit", "--json", "-"})
                                         .out);
    };
    std::string const without =
        folder.write("without.csv", "y,x,w,unit\n1,1,1,a\n3,2,1,a\n2,3,1,b\n5,4,1,b\n4,5,1,c\n").string();
    EXPECT_EQ(terms(weighted)["clusters"], 3);
    // The sums run over other rows, so the last bits may differ.
    nlohmann::json const with_rows = terms(weighted)["terms"], without_rows = terms(without)["terms"];
    ASSERT_EQ(with_rows.size(), without_rows.size());
    for (std::size_t n = 0; n < with_rows.size(); ++n)
        for (char const* const figure : {"estimate", "se", "robust_se", "z", "p"})
            EXPECT_NEAR(with_rows[n][figure].get<double>(), without_rows[n][figure].get<double>(), 1e-12) << figure;
}

TEST_F(EstimateCommand, WritesLatexThatCompiles) {
    Ran const grades = run("ordered", {"--formula", "z ~ x", "--latex", "-"});
    EXPECT_THAT(grades.out, HasSubstr("0\\textbar{}1 & $"));
    EXPECT_THAT(run("linear", {"--formula", "y ~ x", "--latex", "-"}).out, HasSubstr("\n$R^2$ & $0."));
}

TEST_F(EstimateCommand, ResamplesTheSameWhateverTheThreads) {
    auto const terms = [&](std::string const& threads) {
        return run("linear", {"--formula", "y ~ x", "--cluster", "unit", "--bootstrap", "50", "--seed", "3",
                              "--threads", threads, "--csv", "-"})
            .out;
    };
    EXPECT_EQ(terms("1"), terms("3"));
}

TEST_F(EstimateCommand, RefusesWhatItCannotDo) {
    auto const says = [&](std::string const& verb, std::vector<std::string> const& words) {
        Ran const ran = run(verb, words);
        EXPECT_EQ(ran.status, 2);
        return ran.err;
    };
    EXPECT_EQ(says("linear", {"--formula", "y ~ regoin"}),
              "error: 'y ~ regoin':1:5: no such column in rows.csv 'regoin'; expected one of the 6 columns; did you "
              "mean 'region'?\n");
    EXPECT_THAT(says("linear", {}), HasSubstr("--formula is missing"));
    EXPECT_THAT(says("linear", {"--formula", "y ~ x", "--csv", "-", "--json", "-"}),
                HasSubstr("standard output takes one document"));
    EXPECT_THAT(says("linear", {"--formula", "region ~ x"}), HasSubstr("an outcome of words"));
    EXPECT_THAT(says("linear", {"--formula", "y, x ~ z"}), HasSubstr("wrong number of columns left of ~"));
    EXPECT_THAT(says("logit", {"--formula", "z ~ x"}), HasSubstr("the outcome in row 3 is neither 0 nor 1"));
    EXPECT_THAT(says("logit", {"--formula", "war ~ I(2 * war)"}), HasSubstr("complete separation"));
    EXPECT_THAT(says("linear", {"--formula", "y ~ x", "--missing", "error"}), HasSubstr("a value is missing in row 1"));
    EXPECT_THAT(says("linear", {"--formula", "y ~ x", "--cluster", "unti"}), HasSubstr("did you mean 'unit'?"));
    EXPECT_THAT(run("logit", {"--formula", "war ~ I(2 * war)"}, "zh").err, HasSubstr("完全分离"));
    Ran const firth = run("logit", {"--formula", "war ~ I(2 * war)", "--firth"});
    EXPECT_EQ(firth.status, 0) << firth.err;
}

} // namespace
} // namespace casus::app
