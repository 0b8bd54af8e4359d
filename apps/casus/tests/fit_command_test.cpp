// casus fit as its users run it.
#include "imported_data.hpp"
#include "running.hpp"

#include "casus/base/file.hpp"
#include "casus/world/case_file/parameter_file.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace casus::app {
namespace {

using testing::HasSubstr;

TEST(FitCommand, NamesWhatIsWrongWithWhatIsAsked) {
    Ran const ran = casus({"fit", "threat", "--years", "1900:1950", "--until", "1890", "--lang", "en"});
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("--until lies before --years"));
    EXPECT_THAT(casus({"fit", "conflict", "--peace", "maen", "--lang", "en"}).err, HasSubstr("did you mean 'mean'?"));
    EXPECT_THAT(casus({"fit", "threat", "--parameters", "jugdement", "--lang", "en"}).err,
                HasSubstr("did you mean 'judgement'?"));
}

class FitsOfRealData : public ImportedData<FitsOfRealData> {
public:
    static std::vector<std::string> files() {
        return {"cow/states/states2016.csv",
                "cow/nmc/NMC-60-abridged.csv",
                "cow/contiguity/contdir.csv",
                "cow/mid/MIDB 5.0.csv",
                "atop/v5.1/atop5_1m.csv",
                "distance/converted_peacesciencer_cow_capitals.csv",
                "regime/converted_democracyData_vdem_simple.csv.gz",
                "rivalry/converted_peacesciencer_tss_rivalries.csv"};
    }
};

TEST_F(FitsOfRealData, WriteOneFileThatIsReadBack) {
    std::string const file = at("mid.toml");
    Ran const threat = casus({"fit", "threat", "--years", "1900:1980", "--until", "1960", "--store", store(), "--out",
                              file, "--json", at("threat.json"), "--lang", "en"});
    ASSERT_EQ(threat.status, 0) << threat.err;
    EXPECT_THAT(threat.out, HasSubstr("1900–1960: "));
    EXPECT_THAT(threat.out, HasSubstr("Selection: states ally"));
    Ran const conflict = casus({"fit", "conflict", "--years", "1900:1960", "--parameters", file, "--store", store(),
                                "--out", file, "--json", at("conflict.json"), "--lang", "en"});
    ASSERT_EQ(conflict.status, 0) << conflict.err;
    EXPECT_THAT(conflict.out, HasSubstr("Paper against estimate"));

    Parameters const set = case_file::read_parameters(file).parameters;
    auto const json = [&](std::string const& name) { return nlohmann::json::parse(read_file(at(name))); };
    nlohmann::json const estimated = json("conflict.json").at("parameters").at("estimated");
    EXPECT_EQ(estimated.size(), 8U);
    for (nlohmann::json const& each : estimated)
        for (ParameterInfo const& about : all_parameters()) {
            if (about.key != each.at("key").get<std::string>()) continue;
            EXPECT_NEAR(set[about.parameter], each.at("value").get<double>(), 1e-4) << about.key;
            EXPECT_EQ(set.basis(about.parameter).kind, Basis::Kind::Estimated) << about.key;
        }
    EXPECT_EQ(set.basis(Parameter::ThreatHostility).kind, Basis::Kind::Estimated);
    EXPECT_EQ(set.basis(Parameter::ThreatDepth).kind, Basis::Kind::Judgement);
    EXPECT_EQ(json("threat.json").at("years").at(1), 1960);
}

} // namespace
} // namespace casus::app
