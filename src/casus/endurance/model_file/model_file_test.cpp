#include "casus/endurance/model_file/model_file.hpp"

#include "casus/endurance/made_up_model.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <gtest/gtest.h>

namespace casus::endurance {
namespace {

using case_file::messages;
using case_file::TemporaryFolder;
using case_file::with;

class ModelFileTest : public testing::Test {
protected:
    std::string errors(std::string const& content, Language language = Language::English) {
        return messages(
            folder, [&] { (void)read_model(folder.write("m.toml", content)); }, language);
    }
    TemporaryFolder folder;
    std::string const text = model_text(made_up_model(), "Made up.\nFor tests.");
};

TEST_F(ModelFileTest, ComesBackAsItWasWritten) {
    ModelFile const read = read_model(folder.write("m.toml", text + "\n[judged]\nconcordance = 0.5\n"));
    Model const model = made_up_model();
    EXPECT_EQ(read.file.name, "m.toml");
    EXPECT_EQ(read.model.name, "invented");
    EXPECT_EQ(read.model.estimates(), model.estimates());
    EXPECT_EQ(read.model.covariance, model.covariance);
    EXPECT_EQ(read.model.fitted_on.data[0].sha256, "00");
    EXPECT_EQ(read.model.fitted_on.events, 5U);
    ASSERT_EQ(read.model.terms.size(), model.terms.size());
    for (std::size_t n = 0; n < model.terms.size(); ++n) {
        EXPECT_EQ(read.model.terms[n].name, model.terms[n].name);
        EXPECT_EQ(read.model.terms[n].label, model.terms[n].label);
        EXPECT_EQ(read.model.terms[n].claim.key, model.terms[n].claim.key);
        EXPECT_EQ(read.model.terms[n].claim.name, model.terms[n].claim.name);
        EXPECT_EQ(read.model.terms[n].nature, model.terms[n].nature);
        EXPECT_EQ(read.model.terms[n].expected, model.terms[n].expected);
        EXPECT_EQ(read.model.terms[n].centre, model.terms[n].centre);
        EXPECT_EQ(read.model.terms[n].sd, model.terms[n].sd);
        EXPECT_EQ(read.model.terms[n].se, model.terms[n].se);
    }
    EXPECT_EQ(model_text(read.model, "Made up.\nFor tests."), text);
    EXPECT_TRUE(text.starts_with("# Made up.\n# For tests.\nschema = "));
}

TEST_F(ModelFileTest, AModelOfAgeAloneNeedsNoTerm) {
    EXPECT_TRUE(read_model(folder.write("m.toml", model_text(constant_model(-2.0, 0.5), ""))).model.terms.empty());
}

TEST_F(ModelFileTest, ReportsEverythingInOneGo) {
    std::string wrong = with(text, "casus.endurance/1", "casus.endurance/2");
    wrong = with(wrong, "alliances = 10", "alliances = 0");
    wrong = with(wrong, "events = 5", "evnts = 5");
    wrong = with(wrong, "function = \"ln(1+age)\"", "function = \"ln(1+ag)\"");
    wrong = with(wrong, "name = \"institution\"", "name = \"regime_change\"");
    wrong = with(wrong, "nature = \"setting\"\nexpected = 0", "nature = \"settin\"\nexpected = 2");
    wrong = with(wrong, "sd = 0.1\n", "sd = -0.1\n");
    EXPECT_EQ(errors(wrong),
              "m.toml:3:10: unknown schema 'casus.endurance/2'; expected \"casus.endurance/1\"\n"
              "m.toml:6:1: missing 'events'; expected a whole number of at least 1\n"
              "m.toml:8:13: wrong value for alliances '0'; expected a whole number of at least 1\n"
              "m.toml:10:1: unknown key 'evnts'; did you mean 'events'?\n"
              "m.toml:21:12: unknown function 'ln(1+ag)'; expected one of 1, ln(1+age), ln(1+age)^2; did you mean "
              "'ln(1+age)'?\n"
              "m.toml:43:6: sd is out of range '-0.1'; expected a number of at least 0\n"
              "m.toml:59:8: given twice 'regime_change'\n"
              "m.toml:73:10: unknown nature 'settin'; expected one of rational, non-rational, setting; did you mean "
              "'setting'?\n"
              "m.toml:74:12: wrong value for expected '2'; expected 1, -1 or 0\n");
}

TEST_F(ModelFileTest, AFunctionOfAgeStandsOnce) {
    EXPECT_EQ(errors(with(text, "function = \"ln(1+age)\"", "function = \"1\"")), "m.toml:21:12: given twice '1'\n");
}

TEST_F(ModelFileTest, TheCovarianceMustFitTheRest) {
    EXPECT_EQ(errors(with(text, "    [-0.01, 0.010000000000000002,", "    [0.010000000000000002,")),
              "m.toml:81:10: wrong shape of matrix; expected 7 rows of 7 numbers, one for each [[age]] and then each "
              "[[term]]\n");
    EXPECT_EQ(errors(with(text, "    [-0.01, 0.010000000000000002,", "    [-0.02, 0.010000000000000002,")),
              "m.toml:81:10: covariance matrix is not symmetric and non-negative definite\n");
    EXPECT_EQ(errors(with(text, "estimate = -0.8\nse = 0.3", "estimate = -0.8\nse = 0.4")),
              "m.toml:81:10: the variance of common_threat is not the square of its se '0.09'; expected "
              "0.16000000000000003\n");
}

TEST_F(ModelFileTest, SaysWhatIsMissing) {
    EXPECT_EQ(errors("schema = \"casus.endurance/1\"\nname = \"x\"\n"),
              "m.toml: missing 'fit'; expected a section [fit]\n"
              "m.toml: missing 'age'; expected sections [[age]]\n"
              "m.toml: missing 'covariance'; expected a section [covariance]\n");
    EXPECT_EQ(errors("schema = \"casus.endurance/1\"\nname = \"x\"\nage = 3\n", Language::Chinese),
              "m.toml: 缺少“fit”；应为[fit] 一节\nm.toml: 缺少“covariance”；应为[covariance] 一节\n"
              "m.toml:3:7: age 的值有误“3”；应为若干 [[age]] 节\n");
}

} // namespace
} // namespace casus::endurance
