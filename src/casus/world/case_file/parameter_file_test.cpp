#include "casus/world/case_file/parameter_file.hpp"

#include "casus/world/case_file/test_case.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace casus::case_file {
namespace {

/// A whole set: every parameter 0.6, or its least value where that is more.
std::string a_set() {
    std::string text = "schema = \"casus.parameters/1\"\nname = \"trial\"\n[parameters]\n";
    for (ParameterInfo const& each : all_parameters())
        text += fmt::format("{} = {{ value = {}, sd = 0.1, coder = \"team\", reason = \"r\" }}\n", each.key,
                            std::max(each.low, 0.6));
    return text;
}

class ParameterFile : public testing::Test {
protected:
    ParameterSet read(std::string const& content) { return read_parameters(folder.write("p.toml", content)); }
    std::string errors(std::string const& content, Language language = Language::English) {
        return messages(
            folder, [&] { (void)read(content); }, language);
    }
    TemporaryFolder folder;
};

TEST_F(ParameterFile, GivesValuesSpreadsAndBases) {
    std::string const own = "temperature = { value = 0.6, sd = 0.1, coder = \"team\", reason = \"r\" }";
    ParameterSet const set =
        read(with(a_set(), own, "temperature = { value = 0.2, sd = 0.05, source = \"fit of 2021\" }"));
    EXPECT_EQ(set.parameters.set_name(), "trial");
    EXPECT_EQ(set.parameters[Parameter::Temperature], 0.2);
    EXPECT_EQ(set.parameters.sd(Parameter::Temperature), 0.05);
    EXPECT_EQ(set.parameters.basis(Parameter::Temperature), (Basis{Basis::Kind::Given, "fit of 2021", "", ""}));
    EXPECT_EQ(set.parameters[Parameter::ThreatPower], 0.6);
    EXPECT_EQ(set.parameters.basis(Parameter::ThreatPower), (Basis{Basis::Kind::Judgement, "", "team", "r"}));
    EXPECT_EQ(set.file.name, "p.toml");
    EXPECT_EQ(set.file.sha256.size(), 64U);
}

TEST_F(ParameterFile, KnowsAnEstimateByItsModel) {
    std::string const own = "temperature = { value = 0.6, sd = 0.1, coder = \"team\", reason = \"r\" }";
    ParameterSet const set =
        read(with(a_set(), own, "temperature = { value = 0.2, model = \"m\", source = \"nmc 7.0\", until = 2014 }"));
    Basis expected{Basis::Kind::Estimated, "nmc 7.0", {}, {}};
    expected.model = "m";
    expected.until = 2014;
    EXPECT_EQ(set.parameters.basis(Parameter::Temperature), expected);
    std::string const without = errors(with(a_set(), own, "temperature = { value = 0.2, model = \"m\" }"));
    EXPECT_NE(without.find("source"), std::string::npos) << without;
    EXPECT_NE(without.find("until"), std::string::npos) << without;
}

TEST(ShippedParameters, AreReadable) {
    ParameterSet const set = read_parameters(std::filesystem::path(CASUS_SOURCE_DIR) / "params" / "judgement.toml");
    EXPECT_EQ(set.parameters.set_name(), "judgement");
    for (ParameterInfo const& each : all_parameters())
        EXPECT_FALSE(set.parameters.basis(each.parameter).reason.empty()) << each.key;
}

TEST_F(ParameterFile, TakesCovariances) {
    ParameterSet const set = read(a_set() + "[[covariance]]\nparameters = [\"threat_power\", \"threat_depth\"]\n"
                                            "matrix = [[0.04, 0.01], [0.01, 0.09]]\n");
    EXPECT_DOUBLE_EQ(set.parameters.sd(Parameter::ThreatPower), 0.2);
    EXPECT_DOUBLE_EQ(set.parameters.sd(Parameter::ThreatDepth), 0.3);
    EXPECT_DOUBLE_EQ(set.parameters.sd(Parameter::ThreatOffence), 0.1);
}

TEST_F(ParameterFile, ReportsEverythingInOneGo) {
    std::string text = a_set();
    text = with(text, "casus.parameters/1", "casus.parameter/1");
    text = with(text, "share_leader = { value = 0.6", "share_leader = { value = 1.6");
    text = with(text, "\nerosion =", "\nerosoin =");
    text += "[[covariance]]\nparameters = [\"threat_power\", \"threat_dept\"]\nmatrix = [[1, 0]]\nname = 1\n";
    EXPECT_EQ(errors(text),
              "p.toml:1:10: unknown schema 'casus.parameter/1'; expected \"casus.parameters/1\"\n"
              "p.toml:3:1: missing 'erosion'; expected θ, how far challengers' open institutions erode non-neutrality\n"
              "p.toml:14:1: share_leader is out of range '1.6'; expected a number from 0 to 1\n"
              "p.toml:19:1: unknown key 'erosoin'; did you mean 'erosion'?\n"
              "p.toml:57:31: unknown parameter 'threat_dept'; did you mean 'threat_depth'?\n"
              "p.toml:58:10: wrong shape of matrix; expected 2 rows of 2 numbers\n"
              "p.toml:59:1: unknown key 'name'; expected one of parameters, matrix\n");
    EXPECT_EQ(errors(with(a_set(), "name = \"trial\"\n", ""), Language::Chinese),
              "p.toml: 缺少“name”；应为参数集名称\n");
}

TEST_F(ParameterFile, RefusesMatricesThatAreNoCovariance) {
    EXPECT_EQ(errors(a_set() + "[[covariance]]\nparameters = [\"threat_power\", \"threat_depth\"]\n"
                               "matrix = [[0.04, 0.9], [0.9, 0.09]]\n"),
              "p.toml:56:1: covariance matrix is not symmetric and positive definite '2 × 2'\n");
    EXPECT_EQ(
        errors(a_set() + "[[covariance]]\nparameters = [\"threat_power\", \"threat_power\"]\nmatrix = [[1,0],[0,1]]\n"),
        "p.toml:57:31: parameter in two covariances 'threat_power'\n");
}

TEST_F(ParameterFile, IsFoundBesideTheCaseThenInTheFolders) {
    auto const a_case = folder.write("cases/c.toml", "");
    auto const shared = folder.write("share/params/judgement.toml", "");
    std::vector<std::filesystem::path> const folders{folder.path() / "share" / "params"};
    EXPECT_EQ(find_parameters("judgement", a_case, folders), shared);
    auto const own = folder.write("params/judgement.toml", "");
    EXPECT_EQ(find_parameters("judgement", a_case, folders), own);
    auto const beside = folder.write("cases/mine.toml", "");
    EXPECT_EQ(find_parameters("mine.toml", a_case, folders), beside);

    auto const where = [&](std::string const& name, Language language = Language::English) {
        return messages(
            folder,
            [&] {
                (void)find_parameters(name, a_case, folders, {"cases/c.toml", 3, 14});
            },
            language);
    };
    folder.write("share/params/fitted.toml", "");
    EXPECT_EQ(where("judgment"),
              "cases/c.toml:3:14: unknown parameter set 'judgment'; expected one of fitted, judgement; "
              "did you mean 'judgement'?\n");
    EXPECT_EQ(where("judgment", Language::Chinese),
              "cases/c.toml:3:14: 未知的参数集“judgment”；应为其中之一：fitted, judgement；是否想写“judgement”？\n");
    EXPECT_EQ(where("other.toml"), "cases/c.toml:3:14: no such parameter file 'other.toml'\n");
}

} // namespace
} // namespace casus::case_file
