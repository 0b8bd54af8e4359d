// The judgement set's threat_reference is the 95th percentile of the threat score over the hostile dyads of the 2021
// case.
#include "casus/measure/threat.hpp"
#include "casus/world/case_file/case_file.hpp"
#include "casus/world/case_file/parameter_file.hpp"
#include "casus/world/threats.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace casus::case_file {
namespace {

TEST(ThreatReference, IsThe95thPercentileOverTheHostileDyadsOfTheShippedCase) {
    World const world = read_case(CASUS_SOURCE_DIR "/cases/us-alliance-system-2021.toml").world;
    Parameters const parameters = read_parameters(CASUS_SOURCE_DIR "/params/judgement.toml").parameters;
    Threats threats(world);
    assess_threats(world, parameters, ThreatJoin::Either, threats);
    // Every hostile actor is in its target's environment, so the environments hold the whole reference sample.
    std::vector<double> scores;
    for (std::size_t row = 0; row < threats.pair.size(); ++row)
        if (threats.columns.hostility[row] > info(Quantity::Hostility).fallback)
            scores.push_back(measure::threat_score(threats.terms, row, threat_coefficients(parameters)));
    std::sort(scores.begin(), scores.end());
    double const at = 0.95 * static_cast<double>(scores.size() - 1);
    auto const below = static_cast<std::size_t>(at);
    double const percentile = scores[below] + (at - static_cast<double>(below)) * (scores[below + 1] - scores[below]);
    EXPECT_NEAR(parameters[Parameter::ThreatReference], percentile, 0.01);
}

} // namespace
} // namespace casus::case_file
