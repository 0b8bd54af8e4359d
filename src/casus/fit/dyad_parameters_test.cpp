#include "casus/fit/dyad_parameters.hpp"

#include "casus/base/file.hpp"
#include "casus/world/case_file/parameter_file.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace casus::fit {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string judgement_text() { return read_file(CASUS_SOURCE_DIR "/params/judgement.toml"); }

EstimatedBlock block_of_two() {
    data::Provenance source;
    source.dataset = "mid-participant";
    source.version = "5.0";
    EstimatedBlock block;
    block.section = "threat";
    block.model = "logit";
    block.keys = {{"threat_proximity", 1.1, 0.2}, {"threat_hostility", 0.8, 0.1}};
    block.covariance = {0.04, -0.018, -0.018, 0.01};
    block.refused = {{"threat_power", -0.0846, 0.0285}};
    block.record = "rows = 12\n";
    block.sources = {source};
    block.until = 2014;
    return block;
}

Parameters read_back(std::string const& text) {
    case_file::TemporaryFolder const folder;
    std::filesystem::path const path = folder.path() / "made.toml";
    write_file(path, text);
    return case_file::read_parameters(path).parameters;
}

TEST(DyadParameters, AreReadBackAsEstimatedAndTheRestAsItWas) {
    Parameters const set = read_back(with_estimates(judgement_text(), "made", block_of_two()));
    EXPECT_EQ(set.set_name(), "made");
    EXPECT_EQ(set[Parameter::ThreatProximity], 1.1);
    EXPECT_EQ(set.sd(Parameter::ThreatProximity), 0.2);
    EXPECT_EQ(set.basis(Parameter::ThreatProximity).kind, Basis::Kind::Estimated);
    EXPECT_EQ(set[Parameter::ThreatPower], 0.7);
    EXPECT_EQ(set.basis(Parameter::ThreatPower).kind, Basis::Kind::Judgement);
    Parameters const judged = read_back(judgement_text());
    for (ParameterInfo const& about : all_parameters()) {
        if (about.key == "threat_proximity" || about.key == "threat_hostility") continue;
        EXPECT_EQ(set[about.parameter], judged[about.parameter]) << about.key;
    }
}

TEST(DyadParameters, AreDrawnJointly) {
    Parameters const set = read_back(with_estimates(judgement_text(), "made", block_of_two()));
    Parameters draw = set;
    double sum = 0.0;
    constexpr std::uint32_t runs = 4000;
    for (std::uint32_t run = 0; run < runs; ++run) {
        set.draw(1, run, draw);
        sum += (draw[Parameter::ThreatProximity] - 1.1) * (draw[Parameter::ThreatHostility] - 0.8);
    }
    EXPECT_NEAR(sum / runs, -0.018, 0.002);
}

TEST(DyadParameters, SayLoudlyWhatTheRangeRefuses) {
    std::string const text = with_estimates(judgement_text(), "made", block_of_two());
    EXPECT_THAT(text, HasSubstr("# AGAINST THE THEORY: threat_power was estimated at -0.0846 (s.e. 0.0285); what stood "
                                "here stays.\nthreat_power = { value = 0.7,"));
}

TEST(DyadParameters, ReplaceAnEarlierFitOfTheSameKeysAndNoOther) {
    EstimatedBlock other = block_of_two();
    other.section = "other";
    other.keys = {{"trade_half", 0.2, 0.1}, {"erosion", 0.4, 0.1}};
    other.refused.clear();
    std::string const first = with_estimates(judgement_text(), "made", block_of_two());
    std::string const both = with_estimates(first, "made", other);
    std::string const again = with_estimates(with_estimates(both, "made", block_of_two()), "made", other);
    EXPECT_EQ(both, again);
    Parameters const set = read_back(both);
    EXPECT_EQ(set[Parameter::ThreatProximity], 1.1);
    EXPECT_EQ(set[Parameter::TradeHalf], 0.2);
    EXPECT_THAT(both, HasSubstr("[fit.threat]\nrows = 12\n"));
    EXPECT_THAT(both, HasSubstr("[fit.other]\nrows = 12\n"));
}

TEST(DyadParameters, AddLinesForKeysThatAreNotThere) {
    EstimatedBlock block = block_of_two();
    block.keys[0].key = "fresh";
    std::string const text = with_estimates("[parameters]\nthreat_hostility = { value = 1 }\n", "made", block);
    EXPECT_THAT(text, HasSubstr("\nfresh = { value = 1.1, sd = 0.2, model = \"logit\""));
    EXPECT_THAT(text, HasSubstr("\nthreat_hostility = { value = 0.8,"));
    EXPECT_THAT(text, Not(HasSubstr("value = 1 }")));
}

TEST(DyadParameters, AreShippedAsEstimatedFromDisputes) {
    Parameters const set = case_file::read_parameters(CASUS_SOURCE_DIR "/params/mid.toml").parameters;
    for (Parameter const each : {Parameter::ThreatHostility, Parameter::ThreatReference, Parameter::Emboldenment,
                                 Parameter::Deterrence, Parameter::AttackConstant})
        EXPECT_EQ(set.basis(each).kind, Basis::Kind::Estimated);
    for (Parameter const each : {Parameter::ThreatPower, Parameter::ThreatDepth, Parameter::TradeHalf})
        EXPECT_EQ(set.basis(each).kind, Basis::Kind::Judgement);
    EXPECT_LT(set[Parameter::Emboldenment], 0.0); // against the paper: docs/conflict.md
}

TEST(DyadParameters, FindValuesByTheirKey) {
    EXPECT_EQ(value_in(judgement_text(), "sea_reach", 1.0), 6000.0);
    EXPECT_EQ(value_in(judgement_text(), "reach", 1.0), 1.0);
}

} // namespace
} // namespace casus::fit
