// The judgement set's threat_reference is the 95th percentile of the threat score over the hostile dyads of the 2021
// case, but for those that were coded later for the dilemma (members' hostility to rivals): the scale stays as it was.
#include "casus/base/csv.hpp"
#include "casus/base/file.hpp"
#include "casus/measure/threat.hpp"
#include "casus/world/case_file/case_file.hpp"
#include "casus/world/case_file/parameter_file.hpp"
#include "casus/world/threats.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace casus::case_file {
namespace {

/// Target and sender of the hostilities of the dilemma's sheet.
std::set<std::pair<std::string, std::string>> coded_later() {
    std::string const sheet = CASUS_SOURCE_DIR "/cases/us-alliance-system-2021.dilemma.csv";
    std::set<std::pair<std::string, std::string>> dyads;
    for (CsvRow const& row : read_csv(read_file(sheet), sheet))
        if (row[0].text == "hostility") dyads.emplace(row[1].text, row[2].text);
    return dyads;
}

TEST(ThreatReference, IsThe95thPercentileOverTheHostileDyadsOfTheShippedCase) {
    World const world = read_case(CASUS_SOURCE_DIR "/cases/us-alliance-system-2021.toml").world;
    Parameters const parameters = read_parameters(CASUS_SOURCE_DIR "/params/judgement.toml").parameters;
    Threats threats(world);
    assess_threats(world, parameters, ThreatJoin::Either, threats);
    // Every hostile actor is in its target's environment, so the environments hold the whole reference sample.
    auto const later = coded_later();
    std::vector<double> scores;
    for (std::size_t a = 0; a < world.size().actors; ++a) {
        auto const senders = world.environment(ActorId(a));
        for (std::size_t n = 0; n < senders.size(); ++n) {
            std::size_t const row = threats.position(ActorId(a), n);
            if (threats.columns.hostility[row] > info(Quantity::Hostility).fallback &&
                !later.contains({world.actors()[a].code, world.actor(senders[n]).code}))
                scores.push_back(measure::threat_score(threats.terms, row, threat_coefficients(parameters)));
        }
    }
    std::sort(scores.begin(), scores.end());
    double const at = 0.95 * static_cast<double>(scores.size() - 1);
    auto const below = static_cast<std::size_t>(at);
    double const percentile = scores[below] + (at - static_cast<double>(below)) * (scores[below + 1] - scores[below]);
    EXPECT_NEAR(parameters[Parameter::ThreatReference], percentile, 0.01);
}

} // namespace
} // namespace casus::case_file
